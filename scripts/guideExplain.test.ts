import { spawnSync } from 'node:child_process';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

import { explainCommand } from './guideExplain.ts';

const secret = '00exampleexampleexampleexampleexampleexampl';
const transcript = `> GET /api/v1/groups?limit=10 HTTP/2
> authorization: SSWS ${secret}
< HTTP/2 401
{"errorCode":"E0000011","errorSummary":"Invalid token provided"}`;

test('an error within a transcript is explained, and nothing of the transcript comes back', () => {
  const { output, isFound } = explainCommand(transcript, 'https://guide.example/', true);
  expect(isFound).toBe(true);
  expect(JSON.parse(output)).toMatchObject({
    found: [{ id: 'invalid-token', signal: '401 E0000011' }],
  });
  expect(output).toContain('"page": "https://guide.example/errors/invalid-token/"');
  expect(output).not.toContain('example'.repeat(2));
});

const json = (text: string): unknown => JSON.parse(explainCommand(text, '/', true).output);

test('the calls in the text are listed with the scopes that they accept, and the tool with its page', () => {
  expect(json(transcript)).toMatchObject({
    operations: [{ id: 'listGroups', call: 'GET /api/v1/groups', scopes: [['okta.groups.read']] }],
  });
  const refused = `okta_group.staff: POST https://acme.okta.com/api/v1/groups
E0000006 You do not have permission to perform the requested action
www-authenticate: Bearer error="insufficient_scope", scope="okta.groups.manage"`;
  expect(json(refused)).toMatchObject({
    operations: [{ id: 'addGroup', scopes: [['okta.groups.manage']] }],
    missingScope: 'okta.groups.manage',
    tools: [{ id: 'terraform', page: '/tools/terraform/' }],
  });
  const { output } = explainCommand(refused, '/', false);
  expect(output).toContain('  POST /api/v1/groups: okta.groups.manage\n');
  expect(output).toContain('The response names the missing scope: okta.groups.manage\n');
  expect(output).toContain('This looks like output from Terraform');
});

test('a call is listed with its scopes even if the error is not known', () => {
  const { output, isFound } = explainCommand('GET /api/v1/users: E0000999', '/', false);
  expect(isFound).toBe(false);
  expect(output).toBe(
    'The calls in the text, and the scopes that they accept:\n  GET /api/v1/users: okta.users.read\n',
  );
});

test('no part of a secret comes out, wherever in the text it is', () => {
  const lines: readonly ((given: string) => string)[] = [
    (given) => given,
    (given) => `> GET /api/v1/groups HTTP/2\n> Authorization: ${given}\n< HTTP/2 403`,
    (given) => `GET https://acme.okta.com/api/v1/users/${given}: E0000006`,
    (given) => `www-authenticate: Bearer error="insufficient_scope", scope="${given}"`,
    (given) => `Error calling ListUsers: ${given}`,
  ];
  fc.assert(
    fc.property(
      fc.oneof(...Object.values(secrets)),
      wrappings,
      fc.constantFrom(...lines),
      fc.boolean(),
      ({ text }, { wrap }, line, asJson) => {
        const { output, notes } = explainCommand(line(wrap(text)), '/', asJson);
        const printed = [output, ...notes].join('\n');
        const parts = text.split(/[^A-Za-z0-9_-]+/).filter((part) => part.length >= 16);
        for (const part of parts) expect(printed).not.toContain(part);
      },
    ),
  );
});

test('as words, each cause comes with its remedy', () => {
  const { output } = explainCommand(
    'failed to get x: the API returned an error: Invalid session',
    '/',
    false,
  );
  expect(output.match(/^ {2}Cause: /gm)).toHaveLength(2);
  expect(output.match(/^ {2}Do this: /gm)).toHaveLength(2);
  expect(output).toContain('/errors/invalid-session/');
});

const run = (input: string, args: readonly string[] = []) =>
  spawnSync('npx', ['tsx', 'scripts/guide.ts', 'explain', ...args], { input, encoding: 'utf8' });

test('an error that is not known ends with 1, no text at all with 2', () => {
  const unknown = run('E0000999');
  expect([unknown.status, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toContain('does not know E0000999');
  const empty = run(' \n');
  expect([empty.status, empty.stdout]).toEqual([2, '']);
  const missing = run('', ['no-such-file.txt']);
  expect(missing.status).toBe(2);
  expect(run(transcript, ['-', '--json']).status).toBe(0);
});
