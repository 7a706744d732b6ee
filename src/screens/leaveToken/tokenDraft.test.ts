import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { issueText, plansMarkdown } from '#record/leavingToken/planTexts.ts';
import { readTokenList } from '#record/leavingToken/tokenList.ts';

import { draftedPlan, emptyDraft, longestCalls, type TokenDraft } from './tokenDraft.ts';

const index = operationIndex(oktaCatalogue);
const settings = {
  orgDomain: 'dev-1234567.okta.com',
  variant: 'bearer',
  keyType: 'EC',
  today: '2026-11-29',
} as const;
const token = { name: 'SIEM', id: '00Tabcdefghijklmnopq' };
const planOf = (draft: Partial<TokenDraft>) =>
  draftedPlan(index, token, { ...emptyDraft, ...draft }, settings);

test('a token that stays gets a card, and a calendar file that has the same texts', () => {
  const { card, calendar } = planOf({
    owner: 'Ana, Bo',
    reason: 'product',
    share: '10',
    reviewDate: '2027-03-01',
  });
  expect(card).toHaveLength(6);
  expect(calendar?.fileName).toBe('siem-review.ics');
  const text = calendar?.text.replaceAll('\r\n ', '') ?? '';
  expect(text).toContain('UID:review-00Tabcdefghijklmnopq@dev-1234567.okta.com\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20270301\r\n');
  expect(text).toContain(String.raw`DESCRIPTION:Owner: Ana\, Bo. It stops`);
  expect(text).toContain(String.raw`\nShare of the rate limits: At most 10 % of each bucket.`);
});

test('a share or a date that cannot be read is reported, and the usual one is in the card', () => {
  const { card, shareProblem, reviewProblem } = planOf({
    reason: 'fixedHeader',
    share: '3',
    reviewDate: '2020-01-01',
  });
  expect([shareProblem, reviewProblem]).toEqual([
    expect.stringContaining('from 5 to 100'),
    expect.stringContaining('This day has passed'),
  ]);
  expect(card.map(({ text }) => text).join('\n')).toMatch(/the default[^]*On 2027-02-27/);
});

test('a token that goes has neither', () => {
  expect(planOf({ calls: 'listUsers', share: '3' })).toEqual({
    plan: expect.objectContaining({ fate: 'goes' }),
    card: [],
  });
});

test('calls that are too long to be read are reported', () => {
  expect(planOf({ calls: 'x'.repeat(longestCalls + 1) }).callsProblem).toContain('too long');
});

const secretValue = fc.stringMatching(/^00[A-Za-z0-9]{40}$/);

test('no token’s value reaches a text, a script or a file, wherever it was pasted', () => {
  const places = [
    (secret: string) => secret,
    (secret: string) => `Authorization: SSWS ${secret}`,
    (secret: string) => `curl -H 'Authorization: SSWS ${secret}' https://x.okta.com/api/v1/users`,
    (secret: string) => `GET /api/v1/users/${secret}`,
    (secret: string) =>
      JSON.stringify([{ name: secret, id: secret, network: { connection: secret } }]),
  ];
  fc.assert(
    fc.property(
      secretValue,
      fc.constantFrom(...places),
      fc.constantFrom('' as const, 'product' as const),
      (secret, placed, reason) => {
        const text = placed(secret);
        const list = readTokenList(text);
        const tokens = list.ok ? list.value : [token];
        for (const each of tokens) {
          const draft = { ...emptyDraft, owner: text, calls: text, reason };
          const drafted = draftedPlan(index, each, draft, settings);
          const given = [
            JSON.stringify(drafted),
            plansMarkdown([drafted], settings.today),
            issueText(drafted),
          ].join('\n');
          expect(given.replaceAll('\r\n ', '')).not.toContain(secret);
        }
      },
    ),
    { numRuns: 60 },
  );
});
