import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

import { leaveTokenCommand, type LeaveTokenRequest } from './guideLeaveToken.ts';

const plain: LeaveTokenRequest = {
  list: 'Nightly report\nAccess Gateway',
  calls: [],
  owners: [],
  stays: [],
  shares: [],
  reviews: [],
  variant: 'dpop',
  keyType: 'RSA',
  today: '2026-11-29',
};

test('each token gets its plan: one that goes with its scopes and scripts, one that stays with its card and calendar', () => {
  const { plans, markdown, notes } = leaveTokenCommand({
    ...plain,
    calls: [{ token: 'nightly report', value: 'listUsers\nGET /api/v1/groups' }],
    owners: [{ token: 'Access Gateway', value: 'Network team' }],
    stays: [{ token: 'Access Gateway', value: 'product' }],
    shares: [{ token: 'Access Gateway', value: '10' }],
    reviews: [{ token: 'Access Gateway', value: '2027-03-01' }],
    org: 'acme.okta.com',
  });
  expect(plans).toMatchObject([
    {
      token: 'Nightly report',
      fate: 'goes',
      scopes: ['okta.groups.read', 'okta.users.read'],
      operations: ['listUsers', 'listGroups'],
      files: [{ fileName: 'nightly-report-compare.sh' }, { fileName: 'nightly-report-revoke.sh' }],
    },
    { token: 'Access Gateway', fate: 'stays', files: [{ fileName: 'access-gateway-review.ics' }] },
  ]);
  expect(plans[0]?.files[0]?.text).toContain('acme.okta.com');
  expect(plans[1]?.card.map(({ text }) => text).join(' ')).toContain('On 2027-03-01');
  expect(markdown).toContain('Network team');
  expect(notes).toEqual([]);
});

test('a value needs no name where the list has one token, and its ID is a name too', () => {
  const list = JSON.stringify([{ name: 'HR', id: '00Tabcdefghijklmnopq' }]);
  for (const token of [undefined, '00Tabcdefghijklmnopq', 'hr']) {
    const { plans } = leaveTokenCommand({ ...plain, list, calls: [{ token, value: 'listUsers' }] });
    expect(plans).toMatchObject([{ id: '00Tabcdefghijklmnopq', scopes: ['okta.users.read'] }]);
  }
});

test('a token whose calls nobody has listed is reported', () => {
  expect(leaveTokenCommand(plain).notes).toEqual([
    'Nightly report: nobody has said what it calls',
    'Access Gateway: nobody has said what it calls',
  ]);
});

test('what cannot be used is refused in a sentence that does not repeat it', () => {
  const one = { ...plain, list: 'HR' };
  for (const [request, reason] of [
    [{ ...plain, list: '' }, 'There is no token in this text'],
    [{ ...plain, list: '{"errorCode":"E0000011"}' }, 'an error from Okta'],
    [{ ...plain, owners: [{ value: 'x' }] }, 'several tokens'],
    [{ ...plain, owners: [{ token: 'other', value: 'x' }] }, 'the tokens are Nightly report'],
    [{ ...plain, list: 'HR\nHR', owners: [{ token: 'HR', value: 'x' }] }, 'give the ID'],
    [{ ...one, stays: [{ value: 'because' }] }, 'product, fixedHeader'],
    [
      { ...one, stays: [{ value: 'product' }], shares: [{ value: '3' }] },
      'does not accept this share',
    ],
    [{ ...one, org: 'not a domain' }, "the org's domain"],
  ] as const) {
    expect(() => leaveTokenCommand(request), reason).toThrow(reason);
  }
});

test('no part of a secret comes out, whether it is read as a name, an owner or a call', () => {
  fc.assert(
    fc.property(fc.oneof(...Object.values(secrets)), wrappings, ({ text }, { wrap }) => {
      const secret = wrap(text);
      const { markdown, plans, notes } = leaveTokenCommand({
        ...plain,
        list: JSON.stringify([{ name: secret }]),
        calls: [{ value: `GET /api/v1/users\nAuthorization: ${secret}` }],
        owners: [{ value: secret }],
      });
      const printed = [markdown, JSON.stringify(plans), ...notes].join('\n');
      const parts = text.split(/[^A-Za-z0-9_-]+/).filter((part) => part.length >= 16);
      for (const part of parts) expect(printed).not.toContain(part);
    }),
    { numRuns: 50 },
  );
});

test('the command reads files from the current folder, and ends with 2 if it cannot', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leave-token-'));
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/guide.ts', 'leave-token', ...args], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder, SOURCE_DATE_EPOCH: '1764374400' },
    });
  try {
    writeFileSync(path.join(folder, 'tokens.txt'), 'Nightly report\n');
    writeFileSync(path.join(folder, 'calls.txt'), 'listUsers\n');
    const planned = run('tokens.txt', '--calls', 'Nightly report=calls.txt', '--json', '--bearer');
    expect([planned.status, planned.stderr]).toEqual([0, '']);
    expect(JSON.parse(planned.stdout)).toMatchObject({
      plans: [{ token: 'Nightly report', scopes: ['okta.users.read'] }],
    });
    const missing = run('tokens.txt', '--calls', 'no-such-file.txt');
    expect([missing.status, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toContain('cannot read the file');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
