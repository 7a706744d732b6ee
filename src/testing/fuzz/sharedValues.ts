import * as fc from 'fast-check';

import type { FragmentChoices, SharedValues } from '#share/fragment.ts';

/** What a page can show, as far as a link names it. */
export const choices: FragmentChoices = {
  languages: ['curl', 'python', 'go', 'php'],
  defaultOperations: [],
  defaultForm: { variant: 'bearer', keyType: 'RSA', request: 'single' },
};

/** Texts that people type: mostly short, of any letters. */
export const typed = fc.oneof(
  fc.constantFrom('00u1a2b3c4d5e6f7g8h9', 'profile.login eq "a@example.com"', '50', 'Café & Söhne'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const bodies = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    '{}',
    '{"profile":{"name":"Café"}}',
    '{"id":12345678901234567890,"share":1e-400}',
    '{"dup":1,"dup":2}',
    '[1,2',
  ),
  typed,
);

/** Operations with parameters in the path and in the query, with a body and with one that may be left out. */
export const operationIds = [
  'listGroups',
  'getUser',
  'listUsers',
  'addGroup',
  'createBrand',
] as const;

/** What a person may have typed and picked. */
export const sharedValues: fc.Arbitrary<SharedValues> = fc.record(
  {
    orgDomain: fc.oneof(
      fc.constantFrom('example.okta.com', 'https://EXAMPLE.okta.com/', 'login.example.org'),
      typed,
    ),
    clientId: fc.oneof(fc.constantFrom('0oa1a2b3c4d5e6f7g8h9', '{clientId}'), typed),
    keyId: fc.oneof(fc.constantFrom('key-1', 'sha256:0123456789abcdef'), typed),
    language: fc.constantFrom(...choices.languages),
    operations: fc.subarray([...operationIds], { minLength: 1 }),
    pathTexts: fc.dictionary(fc.constantFrom('id', 'groupId', 'userId'), typed, { maxKeys: 2 }),
    queryTexts: fc.dictionary(fc.constantFrom('limit', 'q', 'filter', 'search'), typed, {
      maxKeys: 3,
    }),
    body: bodies,
    variant: fc.constantFrom('bearer', 'dpop'),
    keyType: fc.constantFrom('RSA', 'EC'),
    request: fc.constantFrom('single', 'everything'),
  },
  { requiredKeys: [] },
);

/** Secrets of every form, made up. */
export const secrets = fc.constantFrom(
  `00${'aB3dE5gH7j'.repeat(4)}`,
  `SSWS 00${'xY9zW8vU7t'.repeat(4)}`,
  `Bearer ${'k3Jd9sLqPw'.repeat(4)}`,
  `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIwb2ExIn0.${'c2lnbmF0dXJl'.repeat(3)}`,
  ['-----BEGIN PRIVATE KEY-----', 'MIIEvQIBADANBgkq', '-----END PRIVATE KEY-----'].join('\n'),
  `{"kty":"RSA","n":"${'u7Jk'.repeat(8)}","e":"AQAB","d":"${'Qw3r'.repeat(8)}"}`,
);
