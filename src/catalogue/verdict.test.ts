import { describe, expect, test } from 'vitest';

import { accepts } from './accepts.ts';
import { auditScopes, parseGrantedScopes } from './audit.ts';
import { waysToRevokeToken } from '#guide/claims/apiTokenClaims.ts';

import { oktaCatalogue } from './oktaCatalogue.ts';
import type { CatalogueOperation } from './operation.ts';
import { findByReference } from './references.ts';
import { remarksOn } from './remarks.ts';
import { minimalScopes } from './scopes.ts';
import { verdict } from './verdict.ts';
import { acceptedWords, scopeReasonsText, verdictWords } from './verdictWords.ts';

function operation(reference: string): CatalogueOperation {
  const found = findByReference(oktaCatalogue, reference);
  if (found === undefined) throw new Error(`The catalogue has no ${reference}.`);
  return found;
}

const verdictOn = (references: readonly string[], unknown: readonly string[] = []) =>
  verdict(references.map(operation), unknown);

const count = (api: string, isCounted: (each: CatalogueOperation) => boolean) =>
  oktaCatalogue.operations.filter((each) => each.api === api && isCounted(each)).length;

describe('the verdict on a set of operations', () => {
  test.each([
    [['listUsers', 'createUser', 'updateUser', 'assignUserToGroup', 'deactivateUser'], 'oauth'],
    [['listLogEvents'], 'oauth'],
    [['startOrgFailover', 'getDRStatus'], 'oauth'],
    [['createCampaign', 'listCampaigns', 'launchCampaign'], 'oauth'],
    [['revokeCurrentApiToken'], 'apiToken'],
    [['revokeCurrentApiToken', 'listUsers'], 'apiToken'],
    [['revokeCurrentApiToken', 'startOrgFailover'], 'mixed'],
    [['replaceProfile', 'getProfile'], 'userContext'],
    [['replaceProfile', 'listUsers'], 'userContext'],
    [['replaceProfile', 'revokeCurrentApiToken'], 'mixed'],
    [['getWellknownOrgMetadata'], 'public'],
    [['getWellknownOrgMetadata', 'listUsers'], 'oauth'],
    [['getWellknownOrgMetadata', 'revokeCurrentApiToken'], 'apiToken'],
    [['token'], 'mixed'],
    [['token', 'listUsers'], 'mixed'],
    [['userinfo'], 'userContext'],
    [[], 'unknown'],
  ])('%j is %s', (references, word) => {
    expect(verdictOn(references).word).toBe(word);
  });

  test('with an operation that nobody knows is unknown, and says nothing of what it accepts', () => {
    const unknown = verdictOn(['listUsers'], ['listMoons']);
    expect(unknown.word).toBe('unknown');
    const { heading, sentences } = verdictWords(unknown, '2026.06.3');
    expect(heading).toMatch(/does not have all/);
    expect(sentences[0]).toContain('`listMoons`');
    expect(sentences[0]).toContain('2026.06.3');
    expect(sentences[0]).toContain('cannot say');
  });

  test('with an API token beside a scope that only a person’s token carries is API token', () => {
    const profile = operation('getProfile');
    const either = { ...profile, credentials: { ...profile.credentials, apiToken: true } };
    expect(verdict([either])).toMatchObject({ word: 'apiToken', apiTokenOnly: [either] });
    expect(verdict([either, operation('startOrgFailover')]).word).toBe('mixed');
  });

  test('echoes whatever was typed as one harmless line', () => {
    const { sentences } = verdictWords(verdictOn([], [`a\u{1b}[31m\`b${'c'.repeat(200)}`]), '1');
    expect(sentences[0]).toMatch(/^Not in the public specification \(1\): `a�\[31m�bc+…`\. /);
  });

  test.each([
    [['listUsers'], 'OAuth 2.0 works for it'],
    [['listUsers', 'listGroups'], 'OAuth 2.0 works for both operations'],
    [['listUsers', 'listGroups', 'listLogEvents'], 'OAuth 2.0 works for all 3 operations'],
    [
      ['listUsers', 'getWellknownOrgMetadata'],
      'OAuth 2.0 works for the one that needs a credential',
    ],
    [['revokeCurrentApiToken'], 'It needs an API token'],
    [['revokeCurrentApiToken', 'listUsers'], '1 of 2 needs an API token'],
    [['revokeCurrentApiToken', 'listSupportedSecurityQuestions'], 'Both need an API token'],
    [['replaceProfile', 'listUsers'], 'Only a signed-in person’s access token works'],
    [['token', 'listUsers'], 'No single credential works for all of them'],
  ])('on %j reads "%s"', (references, heading) => {
    expect(verdictWords(verdictOn(references), '2026.06.3').heading).toBe(heading);
  });

  test('puts every operation of the catalogue into exactly one group', () => {
    const { word: _word, unknown: _unknown, ...groups } = verdict(oktaCatalogue.operations);
    const grouped = Object.values(groups).flat();
    expect(grouped).toHaveLength(oktaCatalogue.operations.length);
    expect(new Set(grouped).size).toBe(grouped.length);
  });

  test('counts what the fact base counts (F16, F17, F18, F20)', () => {
    const management = (isCounted: (given: ReturnType<typeof accepts>) => boolean) =>
      count('management', (each) => isCounted(accepts(each)));
    expect(management(({ apiToken, oauth }) => apiToken && oauth)).toBe(708);
    expect(management(({ apiToken, oauth }) => !apiToken && oauth)).toBe(15);
    expect(management(({ apiToken, oauth }) => apiToken && !oauth)).toBe(2);
    expect(management(({ none }) => none)).toBe(7);
    expect(count('myAccount', (each) => accepts(each).userContextOnly)).toBe(39);
    expect(count('governance', (each) => accepts(each).apiToken)).toBe(105);
    expect(count('governance', (each) => !accepts(each).apiToken && accepts(each).oauth)).toBe(57);
  });

  test('has a heading and, but for the plainest case, a sentence for every operation alone', () => {
    for (const each of oktaCatalogue.operations) {
      const { heading, sentences } = verdictWords(verdict([each]), '2026.06.3');
      expect(heading).not.toBe('');
      expect(sentences.length).toBeGreaterThan(0);
      expect(acceptedWords(each)).not.toBe('');
      expect(remarksOn(each).every(({ text }) => text.endsWith('.'))).toBe(true);
    }
  });

  test('tells our own reading apart from the specification', () => {
    expect(remarksOn(operation('revokeCurrentApiToken'))).toEqual([
      {
        text: expect.stringContaining('/api/v1/api-tokens/{id}') as string,
        claim: waysToRevokeToken,
      },
    ]);
    const [, reading] = remarksOn(operation('listSupportedSecurityQuestions'));
    expect(reading).toMatchObject({ claim: { status: 'inferred', fact: 'F17' } });
    expect(
      remarksOn(operation('startOrgFailover'))
        .map(({ text }) => text)
        .join(),
    ).toContain('drapp');
  });
});

test('the text for the OIN Wizard has a line for each scope with its reason', () => {
  const scopes = minimalScopes(['listUsers', 'assignUserToGroup'].map(operation));
  expect(scopeReasonsText(scopes)).toBe(
    'okta.groups.manage: assign user to group (PUT /api/v1/groups/{groupId}/users/{userId})\n' +
      'okta.users.read: list users (GET /api/v1/users)',
  );
});

describe('the audit of granted scopes', () => {
  test.each([
    ['a list from the console', 'okta.users.read\nokta.groups.manage  Manage groups\n'],
    ['the scp of a token', '{"scp": ["okta.users.read", "okta.groups.manage"], "cid": "0oa1"}'],
    ['the scope of a token response', '"scope":"okta.users.read okta.groups.manage"'],
    ['Terraform', 'scopes = ["okta.users.read", "okta.groups.manage"] # ours'],
    ['a token request', 'grant_type=client_credentials&scope=okta.users.read+okta.groups.manage'],
    ['commas', 'okta.users.read,okta.groups.manage,okta.users.read.'],
    ['a list with hyphens', '-okta.users.read\n- okta.groups.manage - Manage groups'],
    [
      'grants of the API',
      '[{"issuer":"https://okta.acme.com","scopeId":"okta.users.read"},"okta.groups.manage"]',
    ],
  ])('reads %s', (_what, text) => {
    expect(parseGrantedScopes(text)).toEqual(['okta.users.read', 'okta.groups.manage']);
  });

  test('reads nothing out of a text without scopes', () => {
    for (const text of [
      '',
      'profile email',
      'https://acme.okta.com/api',
      'https://okta.acme.com/.well-known/openid-configuration',
      'admin@okta.acme.com',
      'my-okta.acme.com',
      'x.okta.y',
      'okta',
    ]) {
      expect(parseGrantedScopes(text)).toEqual([]);
    }
    expect(parseGrantedScopes('okta.a.'.repeat(20_000)).length).toBeLessThan(3);
  });

  test('finds what a person’s token carries for userinfo', () => {
    const scopes = parseGrantedScopes('{"scp": ["openid", "okta.myAccount.profile.manage"]}');
    const audit = auditScopes(oktaCatalogue, scopes, ['userinfo', 'getProfile'].map(operation));
    expect(audit).toEqual({
      missing: [],
      unused: [],
      broader: [
        { granted: 'okta.myAccount.profile.manage', enough: 'okta.myAccount.profile.read' },
      ],
      unknown: [],
      fine: ['openid'],
    });
  });

  test('names what is missing, unused, broader than needed, unknown and fine', () => {
    const audit = auditScopes(
      oktaCatalogue,
      ['okta.users.manage', 'okta.logs.read', 'okta.moons.read', 'okta.apps.read'],
      ['listUsers', 'assignUserToGroup', 'listApplications'].map(operation),
    );
    expect(audit.missing.map(({ scope }) => scope)).toEqual(['okta.groups.manage']);
    expect(audit.missing[0]?.neededBy.map(({ id }) => id)).toEqual(['assignUserToGroup']);
    expect(audit.unused).toEqual(['okta.logs.read']);
    expect(audit.broader).toEqual([{ granted: 'okta.users.manage', enough: 'okta.users.read' }]);
    expect(audit.unknown).toEqual(['okta.moons.read']);
    expect(audit.fine).toEqual(['okta.apps.read']);
  });

  test('puts every granted scope into exactly one list', () => {
    const granted = ['okta.users.manage', 'okta.users.read', 'okta.logs.read', 'okta.moons.read'];
    const { missing: _missing, ...lists } = auditScopes(oktaCatalogue, granted, [
      operation('listUsers'),
    ]);
    const listed = Object.values(lists)
      .flat()
      .map((each) => (typeof each === 'string' ? each : each.granted));
    expect(listed.toSorted()).toEqual(granted.toSorted());
  });
});
