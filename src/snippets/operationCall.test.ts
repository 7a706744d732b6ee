import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference } from '#catalogue/references.ts';

import { hostileFragments } from './hostileText.ts';
import { exactJson } from './exactJson.ts';
import { type CallTexts, operationCall } from './operationCall.ts';
import { givenParameters, reasonsAgainstParameters } from './judge/call.ts';
import { parseJson } from './parseJson.ts';
import { oktaRequest } from './request.ts';
import { parsePathParameters, parseQuery } from './requestParts.ts';
import { defaultValues } from './values.ts';

/** Texts that break out of careless quoting, between others. */
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({ maxLength: 5 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

const nothing: CallTexts = { pathTexts: {}, queryTexts: {}, body: undefined };

function operation(reference: string): CatalogueOperation {
  const found = findByReference(oktaCatalogue, reference);
  if (found === undefined) throw new Error(`The catalogue has no ${reference}.`);
  return found;
}

const call = (reference: string, texts: Partial<CallTexts> = {}) =>
  operationCall(operation(reference), { ...nothing, ...texts });

describe('the request of an operation', () => {
  test('of the sample is the request that the guide shows by itself', () => {
    const { operation: target, pathParameters, query } = defaultValues;
    expect(call('listGroups').parts).toEqual({ operation: target, pathParameters, query });
  });

  test('has a value for everything required before anybody types, for every operation', () => {
    for (const each of oktaCatalogue.operations) {
      const { parts } = operationCall(each, nothing);
      expect(parsePathParameters(parts.pathParameters, parts.operation).ok, each.reference).toBe(
        true,
      );
      expect(parseQuery(parts.query).ok, each.reference).toBe(true);
      const { apiUrl } = oktaRequest({ ...defaultValues, ...parts });
      expect(apiUrl).toMatch(/^https:\/\/(drapp\.)?integrator-1234567\.okta\.com\//);
      expect(apiUrl).not.toMatch(/[{}]/);
      const given = givenParameters(each, each.path, parts.pathParameters, parts.query);
      expect(reasonsAgainstParameters(each, given, false), each.reference).toEqual({});
      const required = each.parameters.filter((parameter) => parameter.required);
      for (const { name, in: location } of required) {
        const isThere =
          location === 'path'
            ? parts.pathParameters[name] !== ''
            : parts.query.some((parameter) => parameter.name === name);
        expect(isThere, `${each.reference}: ${name}`).toBe(true);
      }
    }
  });

  test('takes what was typed, several values of a list, and leaves empty fields out', () => {
    const { parts } = call('listUsers', { queryTexts: { limit: ' 25 ', search: 'a b', q: '' } });
    expect(parts.query).toEqual([
      { name: 'search', value: 'a b' },
      { name: 'limit', value: '25' },
    ]);
    expect(
      call('assignUserToGroup', { pathTexts: { groupId: '00g/1' } }).parts.pathParameters,
    ).toEqual({
      groupId: '00g/1',
      userId: 'exampleUserId',
    });
  });

  test.each(['jo/ann@example.com', 'jo%2Fann@example.com'])(
    'a login with a slash is refused where a user may be named by login: %s',
    (login) => {
      const refused = call('getUser', { pathTexts: { id: login } });
      expect(refused.fields.find(({ parameter }) => parameter.name === 'id')?.problem).toMatch(
        /`id`: `listUsers`/,
      );
      expect(refused.parts.pathParameters).toEqual({ id: 'exampleId' });
      const other = call('getGroup', { pathTexts: { groupId: login } });
      expect(other.parts.pathParameters).toEqual({ groupId: login });
    },
  );

  test.each([
    ['listUsers', 'limit', 'ten', /whole number/],
    ['createUser', 'activate', 'yes', /`true` or `false`/],
    ['createUser', 'nextLogin', 'never', /changePassword/],
    ['listUsers', 'search', `SSWS 00${'aB3_'.repeat(10)}`, /API token/],
  ])('%s refuses %s=%j and stays as it was', (reference, name, text, reason) => {
    const refused = call(reference, { queryTexts: { [name]: text } });
    expect(refused.fields.find(({ parameter }) => parameter.name === name)?.problem).toMatch(
      reason,
    );
    expect(refused.parts).toEqual(call(reference).parts);
  });

  test('refuses a path parameter that would change the path, with the field’s own reason', () => {
    const refused = call('getUser', { pathTexts: { id: '..' } });
    const { pathParameters } = call('getUser').parts;
    const [name = ''] = Object.keys(pathParameters);
    const dots = call('getUser', { pathTexts: { [name]: '..' } });
    expect(dots.fields[0]?.problem).toContain(`\`${name}\``);
    expect(dots.parts.pathParameters).toEqual(pathParameters);
    expect(refused.parts.pathParameters).toEqual(pathParameters);
  });

  test('whatever is typed, no refused text is in the request, and what is there is encoded', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (pathText, queryText) => {
        const filled = call('listGroupUsers', {
          pathTexts: { groupId: pathText },
          queryTexts: { after: queryText },
        });
        const { apiUrl } = oktaRequest({ ...defaultValues, ...filled.parts });
        expect(apiUrl).toMatch(
          /^https:\/\/integrator-1234567\.okta\.com\/api\/v1\/groups\/[^/?#]+\/users(\?after=[^&#]*)?$/,
        );
      }),
    );
  });

  test('goes to the other host of disaster recovery, and asks the org for its token', () => {
    const { parts } = call('startOrgFailover');
    const request = oktaRequest({ ...defaultValues, ...parts });
    expect(request.apiUrl).toBe('https://drapp.integrator-1234567.okta.com/api/v1/dr/failover');
    expect(request.tokenUrl).toBe('https://integrator-1234567.okta.com/oauth2/v1/token');
  });
});

describe('the body of an operation', () => {
  test('begins with what the specification requires', () => {
    const { body, parts } = call('addGroup');
    expect(parseJson(body?.text ?? '')).toEqual({ ok: true, json: parts.body });
    expect(body?.text).toMatch(/^\{\n {2}"profile": /);
  });

  test('is what was typed, once it is JSON; until then it is the sample', () => {
    expect(call('addGroup', { body: '{"profile":{"name":"x"}}' }).parts.body).toEqual(
      exactJson({ profile: { name: 'x' } }),
    );
    const broken = call('addGroup', { body: '{"profile":' });
    expect(broken.body).toMatchObject({
      text: '{"profile":',
      problem: expect.stringMatching(/^Line 1, column 12: .*missing/),
    });
    expect(broken.parts.body).toEqual(call('addGroup').parts.body);
  });

  test('is absent where the operation takes none, and no secret gets into it', () => {
    expect(call('listUsers').body).toBeUndefined();
    expect(call('listUsers').parts).not.toHaveProperty('body');
    const secret = call('addGroup', { body: '{"key":"-----BEGIN PRIVATE KEY-----"}' });
    expect(secret.body?.problem).toMatch(/private key|PEM/i);
    expect(JSON.stringify(secret.parts)).not.toContain('BEGIN');
  });

  test('takes its secrets from environment variables, and no text for them', () => {
    const { body, parts } = call('createOAuth2ClientSecret');
    expect(body).toEqual({
      text: '{\n  "client_secret": "$OKTA_BODY_CLIENT_SECRET",\n  "status": "ACTIVE"\n}',
      variables: ['OKTA_BODY_CLIENT_SECRET'],
    });
    expect(call('createOAuth2ClientSecret', { body: body?.text ?? '' }).parts).toEqual(parts);
    for (const text of ['{"client_secret":"x7"}', '{"client_secret":"x7', `"${'x'.repeat(1e6)}`]) {
      const typed = call('createOAuth2ClientSecret', { body: text });
      expect(typed.body).toMatchObject({ text, mayBeSecret: true });
      expect(typed.parts).toEqual(parts);
    }
    expect(call('addGroup', { body: '{"profile":' }).body?.mayBeSecret).toBeUndefined();
    expect(call('addGroup', { body: '{"token":"x7' }).body?.mayBeSecret).toBe(true);
  });

  test('keeps its numbers as they were typed, and has no member twice', () => {
    const body = '{"profile":{"a":12345678901234567890,"b":1e400,"c":-0}}';
    expect(oktaRequest({ ...defaultValues, ...call('addGroup', { body }).parts }).body).toEqual([
      body,
    ]);
    expect(call('addGroup', { body: '{"a":1,"a":2}' }).body?.problem).toMatch(/`a` twice/);
  });

  test('that is no JSON makes the request one that the guide cannot write, and says so', () => {
    const upload = oktaCatalogue.operations.find(({ body }) =>
      body?.mediaTypes.includes('multipart/form-data'),
    );
    expect(upload && operationCall(upload, nothing).unwritable).toContain('multipart/form-data');
    expect(call('tokenOptions').unwritable).toContain('OPTIONS');
    expect(call('addGroup').unwritable).toBeUndefined();
  });
});
