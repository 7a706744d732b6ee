import { spawnSync } from 'node:child_process';

import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';

import { hostileFragments } from '../hostileText.ts';
import { comparedCalls, isCompared } from './comparedCalls.ts';
import {
  comparisonScript,
  lastUseScript,
  type LeavingScripts,
  revocationScript,
} from './scripts.ts';

const { operations } = oktaCatalogue;
const settings: Omit<LeavingScripts, 'operations'> = {
  orgDomain: 'dev-1234567.okta.com',
  variant: 'dpop',
  keyType: 'RSA',
  scopes: ['okta.users.read'],
};
const named = (...references: readonly string[]) =>
  references.flatMap((reference) => findByReference(oktaCatalogue, reference) ?? []);

/** What bash says against a script without running it. */
const syntaxErrors = (script: string): string =>
  spawnSync('bash', ['--norc', '-n'], { input: script, encoding: 'utf8' }).stderr;

describe('the calls that are compared', () => {
  test('only read, and take both credentials', () => {
    const compared = operations.filter(isCompared);
    expect(compared.length).toBeGreaterThan(200);
    for (const { method, credentials } of compared) {
      expect(method).toBe('GET');
      expect(credentials.apiToken).toBe(true);
      expect(credentials.scopeSets).not.toEqual([]);
    }
    const [none] = named('createUser');
    expect(none && isCompared(none)).toBe(false);
  });

  test('take what is open in a path from the environment, by a name that says what it is', () => {
    expect(comparedCalls(named('listGroups', 'listGroupUsers'))).toEqual([
      { path: '/api/v1/groups', pieces: ['/api/v1/groups'] },
      {
        path: '/api/v1/groups/{groupId}/users',
        pieces: [
          '/api/v1/groups/',
          {
            name: 'OKTA_PATH_GROUPS_GROUP_ID',
            parameter: 'groupId',
            path: '/api/v1/groups/{groupId}/users',
          },
          '/users',
        ],
      },
    ]);
  });
});

describe('the scripts', () => {
  test.each([
    ['bearer', 'RSA'],
    ['bearer', 'EC'],
    ['dpop', 'RSA'],
    ['dpop', 'EC'],
  ] as const)('are right bash for every operation there is (%s, %s)', (variant, keyType) => {
    const all = { ...settings, variant, keyType, operations };
    const scripts = [comparisonScript(all) ?? '', revocationScript(all) ?? ''];
    for (const script of scripts) {
      expect(script).toContain('set -euo pipefail');
      expect(syntaxErrors(script)).toBe('');
    }
    expect(scripts[0]?.match(/^compare /gm)).toHaveLength(operations.filter(isCompared).length);
  });

  test('are absent where nothing can be compared', () => {
    const writing = { ...settings, operations: named('createUser') };
    expect([comparisonScript(writing), revocationScript(writing)]).toEqual([undefined, undefined]);
  });

  test('try the revocation with a call that needs nothing from the environment, where there is one', () => {
    const script = revocationScript({ ...settings, operations: named('getUser', 'listGroups') });
    expect(script).toContain("path='/api/v1/groups'");
    expect(script).not.toContain('OKTA_PATH_');
  });

  test('hold an ID as text, whatever is in it', () => {
    for (const id of hostileFragments.filter((text) => !/[\0\p{Cs}]/u.test(text))) {
      const script = lastUseScript(settings.orgDomain, id);
      expect(syntaxErrors(script)).toBe('');
      const [line = ''] = /^filter=(?:.|\n)*?(?=\nsince=)/m.exec(script) ?? [];
      const read = spawnSync('bash', ['--norc', '-s'], {
        input: `${line}\nprintf %s "$filter"`,
        env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] },
        encoding: 'utf8',
      });
      expect(read).toMatchObject({
        stderr: '',
        stdout: `transaction.detail.requestApiTokenId eq ${JSON.stringify(id)}`,
      });
    }
  });
});
