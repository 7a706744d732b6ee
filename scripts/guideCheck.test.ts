import { spawnSync } from 'node:child_process';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { contentVersion } from '#guide/contentVersion.ts';
import { allWalks } from '#guide/walks.ts';
import { claimIds, recordJson } from '#record/json.ts';
import { recordMarkdown } from '#record/markdown.ts';
import { decisionRecord } from '#record/record.ts';
import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

import { CommandError } from './commandError.ts';
import { checkCommand } from './guideCheck.ts';

const context = { date: '2026-11-29', contentVersion };
const walk = allWalks().find(({ answers }) => answers.join(' ') === 'oauth.yes audience.ownOrg');
if (walk === undefined) throw new Error('The walk of these tests is no walk any more.');
const record = decisionRecord(walk, context);
const markdown = recordMarkdown(record);

test('the record of every path, in both forms, is found to be valid still', () => {
  for (const ended of allWalks().filter(({ kind }) => kind !== 'question')) {
    const decision = decisionRecord(ended, context);
    for (const text of [
      recordMarkdown(decision),
      recordJson(decision, claimIds(decision), '../claims.json'),
    ]) {
      const { output, isSameOutcome } = checkCommand(text, false);
      expect(isSameOutcome).toBe(true);
      expect(output).toMatch(
        /^Same outcome: [^\n]+\.\nNothing that the record rests on has changed\.\n$/,
      );
    }
  }
});

describe('a decision that is no longer valid is reported', () => {
  test('with where the same answers lead now', () => {
    const { output, isSameOutcome } = checkCommand(
      markdown.replace('guide-outcome: serviceApp', 'guide-outcome: apiToken'),
      false,
    );
    expect(isSameOutcome).toBe(false);
    expect(output).toBe(
      'Changed: the record has API token (apiToken), and the same answers now lead to service app (serviceApp).\n',
    );
  });

  test('with the question at which its answers no longer fit', () => {
    const { output, isSameOutcome } = checkCommand(
      markdown.replace('[oauth.yes, audience.ownOrg]', '[oauth.yes, audience.partners]'),
      false,
    );
    expect(isSameOutcome).toBe(false);
    expect(output).toContain(
      '"audience.partners" is not an answer: the question "audience" has no such option; the question here is audience',
    );
  });
});

test('as JSON it says what the record has and what the guide has', () => {
  const changed = markdown
    .replace(/^guide-content: .*$/m, 'guide-content: "2026-01-02"')
    .replace(/^\* S3: /m, '* S9999: ');
  expect(JSON.parse(checkCommand(changed, true).output)).toEqual({
    isSameOutcome: true,
    kept: {
      outcome: 'serviceApp',
      answers: ['oauth.yes', 'audience.ownOrg'],
      contentVersion: '2026-01-02',
    },
    today: {
      kind: 'outcome',
      node: 'serviceApp',
      answers: ['oauth.yes', 'audience.ownOrg'],
      contentVersion,
    },
    dropped: [],
    sources: { added: ['S3'], removed: ['S9999'] },
  });
});

test('no secret that somebody wrote into a record comes out', () => {
  const places: readonly ((secret: string) => string)[] = [
    (secret) => markdown.replace('oauth.yes', JSON.stringify(secret)),
    (secret) =>
      markdown.replace('guide-outcome: serviceApp', `guide-outcome: ${JSON.stringify(secret)}`),
    (secret) =>
      markdown.replace(/^guide-content: .*$/m, `guide-content: ${JSON.stringify(secret)}`),
    (secret) =>
      markdown.replace('\n\n---\n', `\nguide-operations: ${JSON.stringify(secret)}\n---\n`),
    (secret) =>
      JSON.stringify({
        form: 3,
        answers: [{ answer: secret }],
        outcome: secret,
        claims: [{ id: secret, status: secret, text: secret }],
      }),
    (secret) =>
      JSON.stringify({
        form: 4,
        answers: walk.answers.map((answer) => ({ answer })),
        outcome: walk.node,
        contentVersion: secret,
        operations: { references: [secret], scopes: [{ scope: secret }] },
        sources: [{ id: secret }],
        claims: [{ id: secret, status: secret, digest: secret }],
      }),
  ];
  fc.assert(
    fc.property(
      fc.oneof(...Object.values(secrets)),
      wrappings,
      fc.constantFrom(...places),
      fc.boolean(),
      ({ text }, { wrap }, place, asJson) => {
        let printed: string;
        try {
          printed = checkCommand(place(wrap(text)), asJson).output;
        } catch (error) {
          if (!(error instanceof CommandError)) throw error;
          printed = error.message;
        }
        const parts = text.split(/[^A-Za-z0-9_-]+/).filter((part) => part.length >= 16);
        for (const part of parts) expect(printed).not.toContain(part);
      },
    ),
  );
});

const check = (input: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/guide.ts', 'check', ...args], {
    input,
    encoding: 'utf8',
  });

describe('on the command line', { timeout: 120_000 }, () => {
  test('a valid record is exit 0, one whose outcome changed 1, and anything but a record 2', () => {
    expect(check(markdown, '-')).toMatchObject({ status: 0, stderr: '' });
    expect(
      check(markdown.replace('guide-outcome: serviceApp', 'guide-outcome: apiToken'), '-'),
    ).toMatchObject({ status: 1, stderr: '' });
    const { status, stdout, stderr } = check('# Use PostgreSQL\n', '-');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^guide: "check" cannot use this file: [^\n]+\n$/);
    expect(check('', 'nowhere.md')).toMatchObject({ status: 2, stdout: '' });
    expect(check('')).toMatchObject({ status: 2, stdout: '' });
  });
});
