import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';

import { CommandError } from './commandError.ts';
import { scopesCommand } from './guideScopes.ts';

interface ScopesJson {
  readonly scopes: readonly string[];
  readonly verdict: string;
  readonly operations: readonly Readonly<Record<string, unknown>>[];
  readonly unknown: readonly string[];
}

const json = (...references: readonly string[]) =>
  JSON.parse(scopesCommand(references, true).output) as ScopesJson;

describe('guide scopes', () => {
  test('--json has exactly the promised properties', () => {
    expect(json('listUsers', 'assignUserToGroup')).toEqual({
      scopes: ['okta.groups.manage', 'okta.users.read'],
      verdict: 'oauth',
      operations: [
        {
          id: 'listUsers',
          accepts: { apiToken: true, oauth: true, userContextOnly: false, none: false },
          scopes: ['okta.users.read'],
        },
        {
          id: 'assignUserToGroup',
          accepts: { apiToken: true, oauth: true, userContextOnly: false, none: false },
          scopes: ['okta.groups.manage'],
        },
      ],
      unknown: [],
    });
  });

  test.each([
    [['listLogEvents'], 'oauth', ['okta.logs.read']],
    [['startOrgFailover', 'getDRStatus'], 'oauth', ['okta.dr.manage']],
    [['revokeCurrentApiToken'], 'apiToken', []],
    [
      ['createCampaign', 'listCampaigns', 'launchCampaign'],
      'oauth',
      ['okta.governance.accessCertifications.manage'],
    ],
    [['replaceProfile'], 'userContext', ['okta.myAccount.profile.manage']],
    [
      ['listUsers', 'createUser', 'updateUser', 'assignUserToGroup', 'deactivateUser'],
      'oauth',
      ['okta.groups.manage', 'okta.users.manage'],
    ],
  ])('%j: %s with %j', (references, verdict, scopes) => {
    expect(json(...references)).toMatchObject({ verdict, scopes, unknown: [] });
  });

  test('what a person’s token alone can carry is listed as OAuth and as user context', () => {
    expect(json('getProfile').operations[0]?.['accepts']).toEqual({
      apiToken: false,
      oauth: true,
      userContextOnly: true,
      none: false,
    });
  });

  test('unknown ids are listed as they were typed, with similar ones', () => {
    const { output, notes } = scopesCommand(['listGroup', 'xylophone'], true);
    expect(JSON.parse(output)).toEqual({
      scopes: [],
      verdict: 'unknown',
      operations: [],
      unknown: ['listGroup', 'xylophone'],
      near: ['listGroups'],
    });
    expect(notes[0]).toContain('did you mean listGroups');
    expect(notes[1]).toContain('no similar name');
    const text = scopesCommand(['listGroup'], false).output;
    expect(text).toContain('Not in the public specification');
    expect(text).toContain('did you mean listGroups');
  });

  test.each<readonly [readonly string[], object, boolean]>([
    [
      ['GET /api/v1/users/{id}'],
      { operations: [{ id: 'getUser' }], scopes: ['okta.users.read'] },
      true,
    ],
    [
      ['GET /api/v1/groups/00g1emaKYZTWRYYRRTSK/users'],
      { operations: [{ id: 'listGroupUsers' }], scopes: ['okta.groups.read'] },
      true,
    ],
    [
      ['client.listGroups'],
      { operations: [{ id: 'listGroups' }], scopes: ['okta.groups.read'] },
      true,
    ],
    [['listUserz'], { unknown: ['listUserz'], near: ['listUsers'], operations: [] }, false],
    [['E0000006'], { errors: ['E0000006'], operations: [] }, false],
    [['okta.users.read'], { opens: [{ scope: 'okta.users.read' }] }, true],
    [['/api/v1/groups'], { paths: [{ operations: ['listGroups', 'addGroup'] }] }, true],
    [['DELETE /api/v1/groups'], { paths: [{ path: '/api/v1/groups' }], operations: [] }, false],
    [['POST /api/v1/authn'], { elsewhere: [{ id: 'classic-authn' }], operations: [] }, false],
    [['okta.workflows.invoke.manage'], { elsewhere: [{ id: 'workflows-flow' }] }, false],
    [['POST /v1/teams/acme/service_token'], { elsewhere: [{ id: 'privileged-access' }] }, false],
    [
      ['GET /api/v1/internal/apps/0oaexample/settings/oauth/idToken'],
      { elsewhere: [{ id: 'private-endpoint' }], operations: [] },
      false,
    ],
  ])('%j is read as it was pasted', (given, expected, isKnown) => {
    const answer = scopesCommand(given, true);
    expect(JSON.parse(answer.output)).toMatchObject(expected);
    expect(answer.isKnown).toBe(isKnown);
    expect(scopesCommand(given, false).output.trim()).not.toBe('');
  });

  test('a file may hold commands and calls of several lines', () => {
    const text = [
      '# what the job calls',
      'curl -X POST \\',
      '  https://acme.okta.com/api/v1/groups',
      "fetch('https://acme.okta.com/api/v1/users/1', {",
      "  method: 'DELETE',",
      '});',
      'okta.logs.read',
    ].join('\n');
    const { output, isKnown } = scopesCommand([], true, undefined, text);
    const { operations } = JSON.parse(output) as ScopesJson;
    expect(operations.map(({ id }) => id)).toEqual(['addGroup', 'deleteUser']);
    expect(isKnown).toBe(true);
    const { notes } = scopesCommand([], true, undefined, `listUsers\n${'x\n'.repeat(30_000)}`);
    expect(notes[0]).toContain('the rest was not read');
  });

  test('an id counts once, however often and in whatever list it is given', () => {
    expect(json('listUsers,listGroups', 'listUsers').operations.map(({ id }) => id)).toEqual([
      'listUsers',
      'listGroups',
    ]);
  });

  test('an id that two APIs have means the management one, and the other has a name of its own', () => {
    const { output, notes } = scopesCommand(['getOrgSettings'], true);
    expect((JSON.parse(output) as ScopesJson).scopes).toEqual(['okta.orgs.read']);
    expect(notes).toEqual([expect.stringContaining('governance:getOrgSettings')]);
    expect(json('governance:getOrgSettings').scopes).toEqual(['okta.governance.settings.read']);
  });

  test('every operation alone has a verdict, and as text a paragraph', () => {
    for (const { reference } of oktaCatalogue.operations) {
      expect(json(reference).unknown).toEqual([]);
    }
    expect(scopesCommand(['listUsers'], false).output).toContain('okta.users.read: listUsers');
  });

  test('no id, or something like a secret, is refused without repeating it', () => {
    const secret = `00${'QpXw3nRt7uYz1aBc'.repeat(3).slice(0, 40)}`;
    expect(() => scopesCommand([], false)).toThrow(CommandError);
    expect(() => scopesCommand([' , '], true)).toThrow(CommandError);
    expect(() => scopesCommand([secret], true)).toThrow(/looks like a secret/);
    expect(() => scopesCommand([secret], true)).not.toThrow(secret);
    const short = 'hunter2-hunter2';
    expect(() => scopesCommand(['listUsers', 'SSWS', short], true)).toThrow(/looks like a secret/);
    expect(() => scopesCommand(['listUsers', 'SSWS', short], true)).not.toThrow(short);
  });

  test('no typed character reaches the terminal as a command to it', () => {
    const typed = 'list\u{1b}[2JUsers';
    const { output, notes } = scopesCommand([typed], true);
    expect((JSON.parse(output) as ScopesJson).unknown).toEqual(['…']);
    expect([output, ...notes, scopesCommand([typed], false).output].join('')).not.toContain(
      '\u{1b}',
    );
  });
});
