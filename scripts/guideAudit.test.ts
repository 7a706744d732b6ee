import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { CommandError } from './commandError.ts';
import { type AuditRequest, auditCommand } from './guideAudit.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
const fileOf = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const audit = (request: Partial<AuditRequest> & Pick<AuditRequest, 'files'>) =>
  auditCommand({ hosts: [], form: 'text', ...request }, () => '/guide/');

const log = fileOf(
  'access.log',
  [
    '10.0.0.7 - - [x] "GET /api/v1/users?limit=2 HTTP/1.1" 200 512',
    '10.0.0.7 - - [x] "POST /api/v1/groups HTTP/1.1" 200 5',
    '10.0.0.7 - - [x] "GET /api/v1/nothing/here HTTP/1.1" 404 5',
    '',
  ].join('\n'),
);
const token = `00${'aB3'.repeat(14).slice(0, 40)}`;
const har = fileOf(
  'browser.har',
  JSON.stringify({
    log: {
      entries: [
        {
          request: {
            method: 'GET',
            url: 'https://id.acme.example/api/v1/logs',
            headers: [{ name: 'Authorization', value: `SSWS ${token}` }],
          },
        },
      ],
    },
  }),
);

describe('guide scopes --from a recording', () => {
  test('lists operations with where they were seen, the fewest scopes, and what is not recognised', () => {
    const { output, isKnown } = audit({ files: [log] });
    expect(isKnown).toBe(true);
    expect(output).toContain('okta.groups.manage: addGroup');
    expect(output).toContain('listUsers: GET /api/v1/users (line 1)');
    expect(output).toContain(
      'Not in the public specification:\n  GET /api/v1/nothing/here (line 3)',
    );
  });

  test('--granted says what to add, narrow and remove', () => {
    const { output } = audit({ files: [log], granted: 'okta.users.manage okta.apps.read' });
    expect(output).toContain('Add okta.groups.manage: needed by addGroup');
    expect(output).toContain('Narrow okta.users.manage to okta.users.read');
    expect(output).toContain('Remove okta.apps.read');
  });

  test('a secret in what was granted is refused without being repeated', () => {
    const refused = () => audit({ files: [log], granted: `okta.users.read ${token}` });
    expect(refused).toThrow(CommandError);
    expect(refused).not.toThrow(token);
  });

  test('a custom domain counts once it is named, and several recordings are also taken together', () => {
    expect(audit({ files: [har] }).isKnown).toBe(false);
    const { output } = audit({ files: [har, log], hosts: ['id.acme.example'], form: 'json' });
    expect(output).not.toContain(token);
    const { scopes, programs } = JSON.parse(output) as {
      readonly scopes: readonly string[];
      readonly programs: readonly { readonly name: string }[];
    };
    expect(scopes).toEqual(['okta.groups.manage', 'okta.logs.read', 'okta.users.read']);
    expect(programs.map(({ name }) => name)).toEqual(['browser.har', 'access.log', 'all together']);
  });

  test('--oin and --csv are the text and the table alone', () => {
    expect(audit({ files: [log], form: 'oin' }).output).toBe(
      'okta.groups.manage: add group (POST /api/v1/groups)\nokta.users.read: list users (GET /api/v1/users)\n',
    );
    expect(audit({ files: [log], form: 'csv' }).output).toMatch(/^program,kind,/);
  });

  test('a missing file and an invalid host are refused in a line', () => {
    expect(() => audit({ files: [path.join(folder, 'none')] })).toThrow('cannot be read');
    expect(() => audit({ files: [log], hosts: ['not a host'] })).toThrow('--host');
  });
});
