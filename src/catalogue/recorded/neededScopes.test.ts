import { describe, expect, test } from 'vitest';

import { operationIndex } from '../find.ts';
import { oktaCatalogue } from '../oktaCatalogue.ts';
import { programReport, programReports } from './callReport.ts';
import { grantedScopes } from './grantedScopes.ts';
import { scopeChanges } from './neededScopes.ts';
import { together } from './programs.ts';
import { readRecording } from './recording.ts';
import { hasFindings, reportsCsv } from './reportTexts.ts';

const index = operationIndex(oktaCatalogue);
const read = (text: string, ownHosts: readonly string[] = []) =>
  readRecording(index, text, { ownHosts: new Set(ownHosts) });
const programOf = (text: string) => together(read(text).programs);
const changesOf = (text: string, granted: readonly string[]) =>
  scopeChanges(oktaCatalogue, programOf(text), granted).map((change) =>
    change.action === 'narrow'
      ? [change.action, change.scope, change.to]
      : [change.action, change.scope],
  );
const reportOf = (text: string, granted = new Map<string, readonly string[]>()) =>
  programReport(oktaCatalogue, 'sync', programOf(text), granted);

describe('the scopes of an app beside what its calls need', () => {
  test('each scope is kept, added, narrowed or removed, and what nobody knows is not judged', () => {
    expect(
      changesOf('GET /api/v1/users\nGET /api/v1/logs\nPOST /api/v1/groups', [
        'okta.users.manage',
        'okta.logs.read',
        'okta.apps.read',
        'okta.made.up',
      ]),
    ).toEqual([
      ['add', 'okta.groups.manage'],
      ['narrow', 'okta.users.manage', 'okta.users.read'],
      ['remove', 'okta.apps.read'],
      ['keep', 'okta.logs.read'],
      ['unknown', 'okta.made.up'],
    ]);
  });

  test('a scope that a call without its method may need is to be checked, and neither removed nor narrowed', () => {
    const calls = 'GET /api/v1/groups/{groupId}\n/api/v1/groups';
    expect(changesOf(calls, ['okta.groups.manage', 'okta.apps.read'])).toEqual([
      ['check', 'okta.groups.manage'],
      ['remove', 'okta.apps.read'],
    ]);
    expect(reportOf(calls).unsettled[0]?.perhaps).toEqual(['okta.groups.manage']);
  });

  test('where all operations at a path need the same scope, the method does not matter', () => {
    const log = JSON.stringify([
      {
        eventType: 'user.account.update_profile',
        debugContext: { debugData: { requestUri: '/api/v1/users/00u118oQYT4TBGuay0g4' } },
      },
    ]);
    const report = reportOf(log);
    expect(report.operations).toEqual([]);
    expect(report.scopes).toEqual([
      { scope: 'okta.users.manage', neededBy: ['/api/v1/users/{id}'], needsSignedInPerson: false },
    ]);
  });

  test('of two scopes that were granted the broader one goes where the narrower one is enough', () => {
    expect(changesOf('GET /api/v1/users', ['okta.users.manage', 'okta.users.read'])).toEqual([
      ['remove', 'okta.users.manage'],
      ['keep', 'okta.users.read'],
    ]);
  });
});

describe('where calls go', () => {
  test('a host that may be anybody’s counts only once it is said to be the org’s', () => {
    const log = '{"method":"GET","url":"https://id.acme.example/api/v1/users"}';
    expect(reportOf(log).operations).toEqual([]);
    expect(reportOf(log).otherHosts).toMatchObject([
      { host: 'id.acme.example', references: ['listUsers'], count: 1 },
    ]);
    const [program] = read(log, ['id.acme.example']).programs;
    expect(program?.operations.map(({ operation }) => operation.reference)).toEqual(['listUsers']);
  });

  test('other interfaces of Okta are named with their credential', () => {
    expect(reportOf('POST https://acme.okta.com/api/v1/authn').elsewhere).toMatchObject([
      { id: 'classic-authn', count: 1 },
    ]);
  });
});

const event = (caller: object, eventType: string, requestUri: string) => ({
  ...caller,
  eventType,
  debugContext: { debugData: { requestUri } },
});

describe('several apps at once', () => {
  const log = JSON.stringify([
    event({ actor: { id: '0oa1gjh63g214q0Hq0g4' } }, 'user.lifecycle.create', '/api/v1/users'),
    event({ actor: { id: '0oa2gjh63g214q0Hq0g4' } }, 'group.lifecycle.create', '/api/v1/groups'),
    event(
      {
        actor: { id: '00u1' },
        transaction: { detail: { requestApiTokenId: '00T1gjh63g214q0Hq0g4' } },
      },
      'zone.create',
      '/api/v1/zones',
    ),
  ]);

  test('a System Log is divided by the app or the token that called, and each gets its own scopes', () => {
    const granted = grantedScopes(
      JSON.stringify([
        { clientId: '0oa1gjh63g214q0Hq0g4', scopeId: 'okta.users.manage' },
        { clientId: '0oa2gjh63g214q0Hq0g4', scopeId: 'okta.groups.read' },
      ]),
      ['0oa1gjh63g214q0Hq0g4', '0oa2gjh63g214q0Hq0g4'],
    );
    const reports = programReports(
      oktaCatalogue,
      [{ ...read(log), name: 'log' }],
      granted ?? new Map<string, readonly string[]>(),
    );
    expect(
      reports.map(({ caller, changes }) => [
        caller,
        changes?.map(({ action, scope }) => `${action} ${scope}`),
      ]),
    ).toEqual([
      ['0oa1gjh63g214q0Hq0g4', ['keep okta.users.manage']],
      ['0oa2gjh63g214q0Hq0g4', ['add okta.groups.manage', 'remove okta.groups.read']],
      ['00T1gjh63g214q0Hq0g4', undefined],
    ]);
  });

  test('lines with the name of a program grant to it alone, and others to all', () => {
    expect(grantedScopes('sync: okta.users.read okta.logs.read\nokta.apps.read', ['sync'])).toEqual(
      new Map([
        ['sync', ['okta.users.read', 'okta.logs.read']],
        ['', ['okta.apps.read']],
      ]),
    );
    expect(grantedScopes('nothing at all', ['sync'])).toBeUndefined();
  });
});

test('as CSV each operation, scope and change is a line, and no cell is a formula', () => {
  const report = reportOf('GET /api/v1/users', new Map([['', ['okta.logs.read']]]));
  const lines = reportsCsv([{ ...report, name: '=cmd()' }]).split('\r\n');
  expect(lines[0]).toBe('program,kind,name,method,path,count,first_seen,scope,note');
  expect(lines[1]).toContain("'=cmd(),operation,listUsers,GET,/api/v1/users,1,,okta.users.read,");
  expect(lines).toContain("'=cmd(),add,,,,,,okta.users.read,needed by listUsers");
  expect(lines).toContain("'=cmd(),remove,,,,,,okta.logs.read,no call that was seen needs it");
});

test.each([
  ['hello world', [], false],
  ['GET /api/v1/users', [], true],
  ['GET /api/v1/no/such/thing', [], true],
  ['hello world', ['okta.logs.read'], true],
])('what was found in “%s” with the scopes %j fills the CSV: %s', (text, granted, expected) => {
  const report = reportOf(text, granted.length > 0 ? new Map([['', granted]]) : undefined);
  expect(hasFindings(report)).toBe(expected);
  const lines = reportsCsv([report])
    .split('\r\n')
    .filter((line) => line !== '');
  expect(lines.length > 1).toBe(expected);
});

test('the methods of SDKs that have other names are those of the SDK for Node.js', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const { sdkNames } = await import('../pasted/sdkNames.ts');
  const folder = 'node_modules/@okta/okta-sdk-nodejs/src/generated/apis/';
  const methods = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) =>
        [
          ...readFileSync(folder + name, 'utf8').matchAll(
            /async (\w+)\([^)]*\) \{[\s\S]*?const path = '([^']+)';[\s\S]*?HttpMethodEnum\.(\w+)/g,
          ),
        ].map(
          ([, method = '', path = '', verb = '']) =>
            [`${verb} ${path.replaceAll(/\{.*?\}/g, '{}')}`, method] as const,
        ),
      ),
  );
  const renamed = oktaCatalogue.operations.flatMap(({ id, method, path }) => {
    const name = methods.get(`${method} ${path.replaceAll(/\{.*?\}/g, '{}')}`);
    return name === undefined || name.toLowerCase() === id.toLowerCase() ? [] : [[id, name]];
  });
  expect(Object.fromEntries(renamed)).toEqual(sdkNames);
});
