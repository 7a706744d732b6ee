import { describe, expect, test } from 'vitest';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { prose } from '../markdownText.ts';
import { issueText, plansMarkdown } from './planTexts.ts';
import { parseReviewDate, parseShare, riskCard } from './riskCard.ts';
import { type PlanPartId, tokenPlan, type TokenToLeave } from './tokenPlan.ts';

const index = operationIndex(oktaCatalogue);
const settings = {
  orgDomain: 'dev-1234567.okta.com',
  variant: 'dpop',
  keyType: 'RSA',
  today: '2026-11-29',
} as const;
const id = '00Tabcdefghijklmnopq';
const planOf = (given: Partial<TokenToLeave>) =>
  tokenPlan(
    index,
    { token: { name: 'Nightly report', id }, owner: 'Ana', calls: '', ...given },
    settings,
  );
const eventOf = (token: string, requestUri: string) => ({
  eventType: 'user.lifecycle.create',
  debugContext: { debugData: { requestUri } },
  transaction: { detail: { requestApiTokenId: token } },
});
const partsOf = (plan: ReturnType<typeof planOf>): readonly PlanPartId[] =>
  plan.parts.map((part) => part.id);
const stepOf = (plan: ReturnType<typeof planOf>, step: string) =>
  plan.parts.flatMap(({ steps }) => steps).find((each) => each.id === step);

describe('the plan of a token', () => {
  test('that can go: fewest scopes, set-up, comparison, cut-over, revocation, and what changes', () => {
    const plan = planOf({ calls: 'listUsers\nGET /api/v1/groups\nPOST /api/v1/groups' });
    expect(plan.fate).toBe('goes');
    expect(partsOf(plan)).toEqual([
      'calls',
      'set-up',
      'side-by-side',
      'cut-over',
      'revoke',
      'what-changes',
    ]);
    expect(plan.scopes).toEqual(['okta.groups.manage', 'okta.users.read']);
    expect(stepOf(plan, 'scopes')?.values).toEqual(plan.scopes);
    expect(stepOf(plan, 'by-hand')?.values).toEqual(['POST /api/v1/groups (addGroup)']);
    expect(plan.scripts.map(({ fileName }) => fileName)).toEqual([
      'nightly-report-compare.sh',
      'nightly-report-revoke.sh',
      'nightly-report-last-use.sh',
    ]);
  });

  test('whose calls nobody has said: it is asked for them first, and no scope is invented', () => {
    const plan = planOf({ token: { name: 'x' } });
    expect(plan).toMatchObject({ fate: 'open', scopes: [], scripts: [] });
    expect(stepOf(plan, 'list')?.text).toMatch(/^Find out/);
  });

  test('takes its own calls out of a System Log, by its ID', () => {
    const plan = planOf({
      calls: JSON.stringify([
        eventOf(id, '/api/v1/users'),
        eventOf('00Tzzzzzzzzzzzzzzzzz', '/api/v1/groups'),
      ]),
    });
    expect(plan.report.operations.map(({ reference }) => reference)).toEqual(['createUser']);
  });

  test('that has to stay for one operation: the others move, and nothing is revoked', () => {
    const plan = planOf({ calls: 'listUsers\nlistSupportedSecurityQuestions' });
    expect(plan.fate).toBe('stays');
    expect(partsOf(plan)).toEqual(['calls', 'set-up', 'side-by-side', 'cut-over', 'stays']);
    expect(plan.scripts.map((script) => script.id)).toEqual(['comparison', 'lastUse']);
  });

  test('that has to stay for its product: it is restricted, and nothing is set up', () => {
    const plan = planOf({ calls: 'listUsers', reason: 'product' });
    expect(partsOf(plan)).toEqual(['calls', 'stays']);
    expect(stepOf(plan, 'review')).toBeDefined();
  });

  test('lists what was not recognised', () => {
    const plan = planOf({ calls: 'GET /api/v1/users\nGET /api/v1/nothing' });
    expect(stepOf(plan, 'leftovers')?.values).toHaveLength(1);
  });
});

describe('the texts of the plans', () => {
  const settingsOfCard = { owner: 'Ana', share: 10, reviewDate: '2027-02-28' };
  const goes = planOf({ calls: 'listUsers' });
  const stays = planOf({ calls: 'listUsers', reason: 'fixedHeader' });
  const card = riskCard(stays.token, settingsOfCard);

  test('are a checklist with every step, value and script', () => {
    const markdown = plansMarkdown(
      [
        { plan: goes, card: [] },
        { plan: stays, card },
      ],
      settings.today,
    );
    const steps = [...goes.parts, ...stays.parts].flatMap((part) => part.steps);
    expect(markdown.match(/^- \[ \] /gm)).toHaveLength(steps.length);
    for (const { values = [] } of steps) {
      for (const value of values) expect(markdown).toContain(`\`${value}\``);
    }
    for (const { text } of [...goes.scripts, ...stays.scripts]) expect(markdown).toContain(text);
    expect(markdown).toContain('At most 10 % of each bucket');
    expect(markdown).toMatch(/\n## Sources\n\n- \[.+\]\(<https:\/\/developer\.okta\.com\//);
  });

  test('have the steps ticked that were ticked, and no other', () => {
    const [first, second] = goes.parts.flatMap((part) => part.steps);
    if (first === undefined || second === undefined) throw new Error('The plan has no two steps.');
    const ticked = new Set([second.id, 'a-step-of-an-older-guide']);
    const each = { plan: goes, card: [], ticked };
    for (const text of [plansMarkdown([each], settings.today), issueText(each)]) {
      expect(text.match(/^- \[x\] .+$/gm)).toEqual([`- [x] ${prose(second.text)}`]);
      expect(text).toContain(`- [ ] ${prose(first.text)}`);
    }
  });

  test('are the text of an issue, with its title first', () => {
    expect(issueText({ plan: goes, card: [] })).toMatch(
      /^Stop using the API token “Nightly report”\n\n/,
    );
    expect(issueText({ plan: stays, card })).toMatch(
      /^Restrict the API token “Nightly report”\n\n/,
    );
  });
});

describe('the risk card', () => {
  test('says owner, zone, share, heartbeat and review, and names what is not known', () => {
    const lines = riskCard(
      {
        name: 'SIEM',
        id,
        expiresAt: '2026-12-11T20:38:10.000Z',
        network: { connection: 'ANYWHERE', include: [], exclude: [] },
      },
      { owner: '', share: undefined, reviewDate: '2027-02-28' },
    );
    expect(lines.map(({ text }) => text).join('\n')).toMatch(
      /No owner is named.*\n.*from any address.*\n.*each bucket, the default.*\n.*2026-12-11.*\n.*2027-02-28.*\n.*00Tabcdefghijklmnopq/,
    );
  });

  test.each(['4', '101', '-5', '7.5', 'ten'])('refuses the share %s', (text) => {
    expect(parseShare(text).ok).toBe(false);
  });

  test('accepts the shares that Okta accepts', () => {
    expect([parseShare(''), parseShare('5'), parseShare(' 100 % ')]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: 5 },
      { ok: true, value: 100 },
    ]);
  });

  test.each(['2026-11-29', '2027-02-30', '2027-2-3', 'tomorrow'])(
    'refuses the review %s',
    (day) => {
      expect(parseReviewDate(day, settings.today).ok).toBe(false);
    },
  );

  test('accepts a review date in the future', () => {
    expect(parseReviewDate('2026-11-30', settings.today)).toEqual({
      ok: true,
      value: '2026-11-30',
    });
  });
});
