import * as fc from 'fast-check';

import { randomText } from './randomSamples.ts';

interface Legitimate {
  readonly text: fc.Arbitrary<string>;
  /** `any` where random text may stand, as in a query or a body; otherwise the field, or none. */
  readonly field: 'any' | 'clientId' | 'keyId' | undefined;
}

const words = (
  'Team Project Sprint Backlog Epic Owners Wave Rollout Cluster Region Finance Sales Support Platform Identity ' +
  'Vertrieb Einkauf Buchhaltung Produit Equipe Ventas Marketing Engineering Admin Batch Cloud Export'
).split(' ');
const word = fc.constantFrom(...words);
const number = fc.integer({ min: 0, max: 2030 }).map(String);
const kinds = ['00u', '00g', '0oa', '00o', 'aus', 'rul', 'irb', 'opf', '00p', 'ufs'] as const;
const oktaId = fc
  .tuple(fc.constantFrom(...kinds), randomText(17, 'letters'))
  .map((parts) => parts.join(''));
const uuid = fc.uuid();
const host = fc
  .tuple(word, fc.integer({ min: 1000, max: 9_999_999 }))
  .map(([name, id]) => `${name.toLowerCase()}-${id}.okta.com`);
const isoDate = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const several = (part: fc.Arbitrary<string>, separators: readonly string[], most = 6) =>
  fc
    .tuple(fc.array(part, { minLength: 2, maxLength: most }), fc.constantFrom(...separators))
    .map(([parts, separator]) => parts.join(separator));
const scope = fc
  .tuple(
    fc.constantFrom(
      'users',
      'groups',
      'authorizationServers',
      'identitySources',
      'myAccount.email',
    ),
    fc.constantFrom('read', 'manage', 'read.self'),
  )
  .map(([resource, right]) => `okta.${resource}.${right}`);

/** Names, ids and texts that are no secrets, by what they are. */
export const legitimateText: Readonly<Record<string, Legitimate>> = {
  'a title with numbers': {
    text: fc
      .array(fc.tuple(word, fc.option(number, { nil: '' })), { minLength: 4, maxLength: 9 })
      .map((parts) => parts.flat().join('')),
    field: undefined,
  },
  'a title with numbers, as a key id': {
    text: several(
      fc.tuple(word, number).map((parts) => parts.join('')),
      ['-', '_', '.', ' '],
    ),
    field: 'keyId',
  },
  'a client id': { text: randomText(17, 'letters').map((rest) => `0oa${rest}`), field: 'clientId' },
  'an id': { text: oktaId, field: undefined },
  'ids joined': { text: several(oktaId, ['-', '_', '.', ':', '--']), field: undefined },
  'a list of ids': { text: several(oktaId, [' ', ', ', '\n', ',', ';', '/']), field: 'any' },
  'a key id with its kind': {
    text: randomText(64, 'hexadecimal').map((text) => `sha256:${text}`),
    field: 'keyId',
  },
  'a digest': {
    text: randomText(64, 'hexadecimal').map((text) => `sha256:${text}`),
    field: undefined,
  },
  'a key id': {
    text: fc.oneof(uuid, randomText(40, 'hexadecimal'), randomText(64, 'hexadecimal')),
    field: 'keyId',
  },
  'a thumbprint': { text: randomText(43), field: 'keyId' },
  UUIDs: { text: several(uuid, ['-', '_', ' ', ',']), field: undefined },
  'an ETag': {
    text: fc
      .tuple(fc.constantFrom('', 'W/'), randomText(27, 'letters'))
      .map(([weak, text]) => `${weak}"${text}"`),
    field: 'any',
  },
  'a page cursor': {
    text: fc.oneof(
      randomText(60).map((text) => `after=${text}`),
      randomText(88).map((text) => `https://example.okta.com/api/v1/logs?after=${text}&limit=100`),
      randomText(17, 'letters').map((text) => `200${text}`),
    ),
    field: 'any',
  },
  'a date': { text: isoDate, field: undefined },
  'a period': { text: several(isoDate, ['/', ' and ', '..']), field: 'any' },
  'a host': { text: host, field: undefined },
  'an address': {
    text: fc
      .tuple(host, oktaId, oktaId)
      .map(([org, user, group]) => `https://${org}/api/v1/users/${user}/groups/${group}?limit=200`),
    field: undefined,
  },
  'a search': {
    text: fc.constantFrom(
      'Bearer token-lifetime-policy',
      'Basic authentication-with-a-password',
      'SSWS authorization scheme',
      'DPoP proof-of-possession-2026',
      'bearer access-token-policies-for-apis',
      'client_secret rotation',
      'reset password',
      'id_token hint',
    ),
    field: undefined,
  },
  scopes: { text: several(scope, [' ', ',', '\n'], 12), field: undefined },
  'a filter': {
    text: fc
      .tuple(isoDate, word, oktaId)
      .map(
        ([date, name, id]) =>
          `lastUpdated gt "${date}" and (profile.department eq "${name}" or id eq "${id}") and passwordChanged lt "${date}"`,
      ),
    field: 'any',
  },
  'a body': {
    text: fc.tuple(word, oktaId, uuid).map(([name, id, other]) =>
      JSON.stringify({
        profile: { name, externalId: other, passwordPolicy: 'default' },
        tokenEndpoint: 'https://example.com/token',
        groupIds: [id, id],
        credentials: { password: { hook: { type: 'default' } } },
        client_secret: '',
      }),
    ),
    field: 'any',
  },
  'a public key': {
    text: fc.tuple(randomText(342), randomText(300, 'base64')).map(([modulus, certificate]) =>
      JSON.stringify({
        jwk: { kty: 'RSA', e: 'AQAB', n: `x${modulus.slice(1)}`, use: 'sig', alg: 'RS256' },
        certificate: `-----BEGIN CERTIFICATE-----\nMIID${certificate}\n-----END CERTIFICATE-----`,
      }),
    ),
    field: 'any',
  },
  'a placeholder': {
    text: fc.constantFrom(
      '{"client_secret":"$OKTA_BODY_CLIENT_SECRET"}',
      '{"password": "${PASSWORD}"}',
      'https://example.com/?token=<token>',
      'Authorization: SSWS ${OKTA_API_TOKEN}',
      'Authorization: Bearer $ACCESS_TOKEN',
    ),
    field: 'any',
  },
};
