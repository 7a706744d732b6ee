import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { editDistance } from './editDistance.ts';
import { findOperations, nearestReferences, operationIndex } from './find.ts';
import { oktaCatalogue } from './oktaCatalogue.ts';
import { operationTitle } from './title.ts';

const index = operationIndex(oktaCatalogue);

const found = (query: string, limit = 10) =>
  findOperations(index, query, { limit }).operations.map(({ reference }) => reference);

/** What a person types, and the operation that they look for. */
const expectedFirst: readonly (readonly [query: string, reference: string])[] = [
  ['list groups', 'listGroups'],
  ['listGroups', 'listGroups'],
  ['LISTGROUPS', 'listGroups'],
  ['lits gruops', 'listGroups'],
  ['groups list', 'listGroups'],
  ['list group', 'listGroups'],
  ['all groups', 'listGroups'],
  ['create user', 'createUser'],
  ['add new user', 'createUser'],
  ['create usr', 'createUser'],
  ['new user', 'createUser'],
  ['delete group', 'deleteGroup'],
  ['remove group', 'deleteGroup'],
  ['get user', 'getUser'],
  ['retrieve a user', 'getUser'],
  ['list users', 'listUsers'],
  ['find users', 'listUsers'],
  ['system log', 'listLogEvents'],
  ['logs', 'listLogEvents'],
  ['audit log', 'listLogEvents'],
  ['log events', 'listLogEvents'],
  ['assign user to application', 'assignUserToApplication'],
  ['assign app to user', 'assignUserToApplication'],
  ['assign user to group', 'assignUserToGroup'],
  ['reset password', 'resetPassword'],
  ['deactivate user', 'deactivateUser'],
  ['disable user', 'deactivateUser'],
  ['activate user', 'activateUser'],
  ['unlock user', 'unlockUser'],
  ['suspend user', 'suspendUser'],
  ['list group users', 'listGroupUsers'],
  ['group members', 'listGroupUsers'],
  ['failover', 'startOrgFailover'],
  ['start failover', 'startOrgFailover'],
  ['disaster recovery failover', 'startOrgFailover'],
  ['revoke current api token', 'revokeCurrentApiToken'],
  ['list api tokens', 'listApiTokens'],
  ['list campaigns', 'listCampaigns'],
  ['create campaign', 'createCampaign'],
  ['launch campaign', 'launchCampaign'],
  ['list applications', 'listApplications'],
  ['list apps', 'listApplications'],
  ['create application', 'createApplication'],
  ['create app', 'createApplication'],
  ['get policy', 'getPolicy'],
  ['list policies', 'listPolicies'],
  ['network zones', 'listNetworkZones'],
  ['list network zones', 'listNetworkZones'],
  ['create network zone', 'createNetworkZone'],
  ['event hooks', 'listEventHooks'],
  ['create event hook', 'createEventHook'],
  ['list devices', 'listDevices'],
  ['enroll factor', 'enrollFactor'],
  ['list factors', 'listFactors'],
  ['list realms', 'listRealms'],
  ['create realm', 'createRealm'],
  ['trusted origins', 'listTrustedOrigins'],
  ['list identity providers', 'listIdentityProviders'],
  ['list identity provders', 'listIdentityProviders'],
  ['list group rules', 'listGroupRules'],
  ['create group rule', 'createGroupRule'],
  ['replace profile', 'replaceProfile'],
  ['security questions', 'listSupportedSecurityQuestions'],
  ['grant consent to scope', 'grantConsentToScope'],
  ['GET /api/v1/users/{userId}', 'getUser'],
  ['GET /api/v1/users/00u123abc', 'getUser'],
  ['https://acme.okta.com/api/v1/groups?limit=10', 'listGroups'],
  ['GET https://acme.okta.com/api/v1/groups/00g1/users', 'listGroupUsers'],
  ['POST /api/v1/groups/rules', 'createGroupRule'],
  ['/api/v1/logs', 'listLogEvents'],
  ['DELETE /api/v1/api-tokens/current', 'revokeCurrentApiToken'],
  ['governance:getOrgSettings', 'governance:getOrgSettings'],
  ['okta.logs.read', 'listLogEvents'],
  ['lísT grôups', 'listGroups'],
  ['list gro', 'listGroups'],
];

describe('finding an operation', () => {
  test.each(expectedFirst)('%j finds %s first', (query, reference) => {
    expect(found(query)[0]).toBe(reference);
  });

  test('a scope finds all operations that it opens, those that name it first', () => {
    const references = found('okta.groups.manage', 100);
    expect(references).toContain('addGroup');
    expect(references.indexOf('addGroup')).toBeLessThan(references.indexOf('listGroups'));
    expect(found('okta.nothing.read')).toEqual([]);
  });

  test('words that nothing has are named, and the others still find', () => {
    const { operations, unmatched } = findOperations(index, 'list xylophone groups');
    expect(unmatched).toEqual(['xylophone']);
    expect(operations[0]?.reference).toBe('listGroups');
    expect(findOperations(index, 'xylophone')).toEqual({
      operations: [],
      total: 0,
      unmatched: ['xylophone'],
    });
  });

  test('an empty query gives everything, the management API first', () => {
    const { operations, total } = findOperations(index, '  ', { limit: 5 });
    expect(total).toBe(oktaCatalogue.operations.length);
    expect(operations.every(({ api }) => api === 'management')).toBe(true);
  });

  test('only operations of the wanted API, tag and scope', () => {
    const { operations } = findOperations(index, 'list', { api: 'governance', limit: 200 });
    expect(operations.length).toBeGreaterThan(10);
    expect(operations.every(({ api }) => api === 'governance')).toBe(true);
    const inTag = findOperations(index, '', {
      tag: 'Group',
      scope: 'okta.groups.read',
      limit: 200,
    });
    expect(inTag.total).toBeGreaterThan(3);
    expect(inTag.operations.every(({ tag }) => tag === 'Group')).toBe(true);
  });

  test('every operation is found first by its own reference', () => {
    for (const { reference } of oktaCatalogue.operations) {
      expect(found(reference, 1), reference).toEqual([reference]);
    }
  });

  test('every operation is among the first three by its title', () => {
    const missed = oktaCatalogue.operations.filter(
      (operation) =>
        !findOperations(index, operationTitle(operation), { limit: 3 }).operations.some(
          ({ id }) => id === operation.id,
        ),
    );
    expect(missed.map(({ reference }) => reference)).toEqual([]);
  });

  test('capitals make no difference, and no text throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 })),
        (query) => {
          expect(() => findOperations(index, query)).not.toThrow();
          expect(() => nearestReferences(index, query)).not.toThrow();
        },
      ),
    );
    for (const [query, reference] of expectedFirst) {
      if (!/[.:/]/.test(query)) expect(found(query.toUpperCase())[0]).toBe(reference);
    }
    expect(() => findOperations(index, '[('.repeat(5000))).not.toThrow();
    expect(() => findOperations(index, '\ud800 list')).not.toThrow();
  });
});

describe('a reference that is wrong', () => {
  test.each([
    ['listGroup', 'listGroups'],
    ['listgroups', 'listGroups'],
    ['lsitUsers', 'listUsers'],
    ['getUsers', 'getUser'],
    ['list_groups', 'listGroups'],
    ['createUsr', 'createUser'],
    ['groupsList', 'listGroups'],
    ['getOrgSetings', 'getOrgSettings'],
  ])('%s is answered with %s', (wrong, meant) => {
    expect(nearestReferences(index, wrong).map(({ reference }) => reference)).toContain(meant);
  });

  test.each(['xylophone', '', 'ab', 'DROP TABLE users; --zz', '🦄🦄🦄🦄'])(
    '%j is similar to nothing',
    (wrong) => {
      expect(nearestReferences(index, wrong)).toEqual([]);
    },
  );
});

describe('titles', () => {
  test.each([
    ['listGroups', 'List groups'],
    ['getWellKnownOpenIDConfiguration', 'Get well known OpenID configuration'],
    ['oob-authenticate', 'OOB authenticate'],
    ['assignUserToApplication', 'Assign user to application'],
    ['revokeCurrentApiToken', 'Revoke current API token'],
    ['getAllWellKnownURIs', 'Get all well known URIs'],
    ['previewSAMLmetadataForApplication', 'Preview SAML metadata for application'],
    ['setAsPrimaryCustomTelephonyCredential', 'Set as primary custom telephony credential'],
    ['tokenCustomAS', 'Token custom AS'],
  ])('%s is %s', (id, title) => {
    const operation = oktaCatalogue.operations.find((each) => each.id === id);
    expect(operation && operationTitle(operation)).toBe(title);
  });

  test('every operation has one that begins with a capital and holds no double space', () => {
    for (const operation of oktaCatalogue.operations) {
      expect(operationTitle(operation)).toMatch(/^[A-Z0-9](?!.* {2})/);
    }
  });
});

describe('the edit distance', () => {
  test.each([
    ['group', 'gruop', 1],
    ['list', 'list', 0],
    ['list', 'lst', 1],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('between %j and %j is %i, both ways', (one, other, distance) => {
    expect(editDistance(one, other, 5)).toBe(distance);
    expect(editDistance(other, one, 5)).toBe(distance);
    if (distance > 0) expect(editDistance(one, other, distance - 1)).toBe(Infinity);
  });
});
