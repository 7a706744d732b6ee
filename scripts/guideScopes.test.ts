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

  test('unknown ids are listed as they were typed, and answered with what is near', () => {
    const { output, notes } = scopesCommand(['listGroup', 'xylophone'], true);
    expect(JSON.parse(output)).toEqual({
      scopes: [],
      verdict: 'unknown',
      operations: [],
      unknown: ['listGroup', 'xylophone'],
    });
    expect(notes[0]).toContain('did you mean listGroups');
    expect(notes[1]).toContain('nothing of a similar name');
    const text = scopesCommand(['listGroup'], false).output;
    expect(text).toContain('Not in the public specification');
    expect(text).toContain('did you mean listGroups');
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
    expect((JSON.parse(output) as ScopesJson).unknown).toEqual([typed]);
    expect([output, ...notes, scopesCommand([typed], false).output].join('')).not.toContain(
      '\u{1b}',
    );
  });
});
