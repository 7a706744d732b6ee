import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { operationIndex } from '../find.ts';
import { oktaCatalogue } from '../oktaCatalogue.ts';
import type { CatalogueOperation } from '../operation.ts';
import { labelledNones } from '#testing/labelledNones.ts';
import { secrets } from '#testing/wrappedSecrets.ts';

import { readPasted, type Reading } from './readPasted.ts';

const index = operationIndex(oktaCatalogue);
const read = (text: string) => readPasted(index, text);
const told = (text: string): readonly string[] =>
  read(text).map((reading) => {
    switch (reading.kind) {
      case 'operation':
        return reading.operation.reference;
      case 'path':
        return `path ${reading.shown}`;
      case 'scope':
        return `scope ${reading.scope}`;
      case 'elsewhere':
        return `elsewhere ${reading.interface.id}`;
      case 'error':
        return `error ${reading.shown}`;
      case 'unknown':
        return `unknown ${reading.shown}`;
    }
  });

/** A path with real values, made from where it stands in the catalogue. */
const withValues = (path: string, place: number) =>
  path.replaceAll(/\{[^}]*\}/g, () =>
    `00${'abcdefghij'[place % 10]}1x${place}AbCdEfGhIj0g4`.slice(0, 20),
  );
const withNames = (path: string, open: string, close: string) =>
  path.replaceAll(/\{([^}]*)\}/g, (_, name: string) => open + name + close);
const snake = (id: string) => id.replaceAll(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`);
const capital = (id: string) => id.replace(/^./, (letter) => letter.toUpperCase());

type Form = (operation: CatalogueOperation, place: number) => string;
const org = 'https://acme.okta.com';

/** The forms in which people write an endpoint down. */
const pathForms: readonly Form[] = [
  ({ method, path }) => `${method} ${path}`,
  ({ method, path }, place) => `${method} ${withValues(path, place)}`,
  ({ method, path }) => `${method.toLowerCase()} ${path}`,
  ({ method, path }) => `${method} ${withNames(path, ':', '')}`,
  ({ method, path }) => `${method} ${withNames(path, '<', '>')}`,
  ({ method, path }) => `${method} \${baseUrl}${withNames(path, '${', '}')}`,
  ({ method, path }) => `${method} {{url}}${withNames(path, '{{', '}}')}`,
  ({ method, path }, place) => `${method} ${org}${withValues(path, place)}?limit=10&after=x#top`,
  ({ method, path }, place) => `${method} ${org}/${withValues(path, place)}/`,
  ({ method, path }, place) =>
    `curl -X ${method} "${org}${withValues(path, place)}" -H "Accept: application/json"`,
  ({ method, path }, place) =>
    `curl -sS \\\n  --request ${method} \\\n  --url '${org}${withValues(path, place)}' \\\n  -H 'Authorization: Bearer x'`,
  ({ method, path }, place) => `curl.exe ^\n -X ${method} ^\n "${org}${withValues(path, place)}"`,
  ({ method, path }, place) =>
    `Invoke-RestMethod -Method ${capital(method.toLowerCase())} -Uri "${org}${withValues(path, place)}"`,
  ({ method, path }, place) => `http ${method} ${org}${withValues(path, place)}`,
  ({ method, path }, place) =>
    `requests.${method.toLowerCase()}("${org}${withValues(path, place)}", headers=headers)`,
  ({ method, path }, place) =>
    `await fetch('${org}${withValues(path, place)}', { method: '${method}' })`,
  ({ method, path }, place) =>
    `10.0.0.7 - - [29/Nov/2026:10:00:00 +0000] "${method} ${withValues(path, place)} HTTP/1.1" 200 512 "-" "okta-sdk"`,
  ({ method, path }) => `- \`${method} ${path}\``,
];
const idForms: readonly Form[] = [
  ({ reference }) => reference,
  ({ id }) => `client.${id}`,
  ({ id }) => `const page = await client.someApi.${id}({ limit: 10 });`,
  ({ id }) => `users, _, err = await client.${snake(id)}(query)`,
  ({ id }) => `apiClient.SomeAPI.${capital(id)}(ctx).Execute()`,
  ({ id }) => `var page = await api.${capital(id)}Async(cancellationToken: token);`,
  ({ id }) => `new SomeApi(client).${id}(null, 10)`,
  ({ id }) => `Invoke-Okta${capital(id)} -Limit 10`,
  ({ reference }) => `"${reference}",`,
];

/** The catalogue's paths twice over could not be told apart: those of one method and path are. */
const isAlone = ({ method, path }: CatalogueOperation) =>
  oktaCatalogue.operations.filter(
    (other) =>
      other.method === method &&
      other.path.replaceAll(/\{[^}]*\}/g, '{}') === path.replaceAll(/\{[^}]*\}/g, '{}'),
  ).length === 1;
const alone = oktaCatalogue.operations.filter(isAlone);
const named = alone.filter(({ id, reference }) => id === reference);
const everyNth = <Item>(items: readonly Item[], place: number, step: number): Item | undefined =>
  items[(place * step) % items.length];

const labelledOperations: readonly (readonly [string, string])[] = [
  ...Array.from({ length: 260 }, (_, place) => {
    const operation = everyNth(alone, place, 37);
    const form = pathForms[place % pathForms.length];
    return operation === undefined || form === undefined
      ? (['', ''] as const)
      : ([form(operation, place), operation.reference] as const);
  }),
  ...Array.from({ length: 110 }, (_, place) => {
    const operation = everyNth(named, place, 71);
    const form = idForms[place % idForms.length];
    return operation === undefined || form === undefined
      ? (['', ''] as const)
      : ([form(operation, place), operation.reference] as const);
  }),
];

describe('500 endpoints, in every form that people paste, and texts that are not endpoints', () => {
  test('the set has 500 labels, at least 120 of them for texts that are not operations', () => {
    expect(labelledNones.length).toBeGreaterThanOrEqual(120);
    expect(labelledOperations.length + labelledNones.length).toBeGreaterThanOrEqual(490);
  });

  test('at least 98 of 100 are identified correctly', () => {
    const wrong = [
      ...labelledOperations.filter(([text, label]) => told(text).join(' ') !== label),
      ...labelledNones.filter(([text, label]) =>
        label === 'unknown'
          ? read(text).some(({ kind }) => kind !== 'unknown')
          : told(text)[0] !== label,
      ),
    ];
    const all = labelledOperations.length + labelledNones.length;
    expect(
      wrong.length,
      JSON.stringify(
        wrong.map(([text, label]) => [text, label, told(text)]),
        null,
        1,
      ),
    ).toBeLessThanOrEqual(all * 0.02);
  });

  test('and none is ever invented', () => {
    const invented = labelledNones.filter(([text]) =>
      read(text).some(({ kind }) => kind === 'operation'),
    );
    expect(invented).toEqual([]);
  });
});

test.each<readonly [string, readonly string[]]>([
  ['GET /api/v1/users/{id}', ['getUser']],
  ['GET /api/v1/groups/00g1emaKYZTWRYYRRTSK/users', ['listGroupUsers']],
  ['client.listGroups', ['listGroups']],
  ['/api/v1/groups', ['path /api/v1/groups']],
  ['DELETE /api/v1/groups', ['path /api/v1/groups']],
  ['okta.users.read', ['scope okta.users.read']],
  ['okta.user.read', ['unknown okta.user.read']],
  ['listUsers, getUser\n- assignUserToGroup', ['listUsers', 'getUser', 'assignUserToGroup']],
  ['["listUsers", "okta.groups.read"]', ['listUsers', 'scope okta.groups.read']],
  ['LISTUSERS', ['listUsers']],
])('%j is %j', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('near matches are called near', () => {
  const [reading] = read('listUserz');
  expect(reading).toMatchObject({ kind: 'unknown', shown: 'listUserz' });
  expect(nearOf(reading)).toContain('listUsers');
  expect(nearOf(read('GET /api/v1/user')[0])).toContain('listUsers');
  expect(read('okta.user.read')[0]).toMatchObject({ nearScopes: ['okta.users.read'] });
});

const nearOf = (reading: Reading | undefined) =>
  reading?.kind === 'unknown' ? reading.near.map(({ reference }) => reference) : [];

test('every correction of an address is reported', () => {
  const [doubled] = read('GET https://acme-admin.okta.com//api/v1/users');
  expect(doubled).toMatchObject({ kind: 'operation', operation: { reference: 'listUsers' } });
  expect(doubled?.kind === 'operation' && doubled.corrections).toHaveLength(2);
});

test('no secret of a text comes back', () => {
  fc.assert(
    fc.property(fc.oneof(...Object.values(secrets)), ({ text }) => {
      const [longest = ''] = text.split(/[\s"',:&=/?]+/).toSorted((a, b) => b.length - a.length);
      fc.pre(longest.length >= 16);
      for (const line of [
        `curl -H "Authorization: ${text}" https://acme.okta.com/api/v1/nothing/${text}`,
        `GET /api/v1/users/${text}?token=${text}`,
        text,
      ]) {
        expect(JSON.stringify(read(line).map(({ shown }) => shown))).not.toContain(longest);
      }
    }),
  );
});

/** Where secrets stand in what people paste; also ones that look like words. */
const places: readonly ((secret: string) => string)[] = [
  (text) => `Authorization: SSWS ${text}`,
  (text) => `Authorization: Bearer ${text}\nGET /api/v1/users`,
  (text) => `curl -H "Authorization: SSWS ${text}" https://acme.okta.com/api/v1/users`,
  (text) => `curl -H 'Authorization: SSWS ${text} https://acme.okta.com/api/v1/userz`,
  (text) => `curl -u 0oa1:${text} https://acme.okta.com/oauth2/v1/token`,
  (text) => `https://admin:${text}@acme.okta.com/api/v1/userz`,
  (text) => `POST /oauth2/v1/tokenz?client_secret=${text}`,
  (text) => `client_secret=${text}`,
  (text) => `client_secret = "${text}"`,
  (text) => `{"client_secret": "${text}"}`,
  (text) => `OKTA_API_TOKEN=${text} listUserz`,
  (text) => `password: ${text}`,
  (text) => `my password ${text} please`,
  (text) => `fetch("https://acme.okta.com/x", { headers: { Authorization: "Bearer ${text}" } })`,
  (text) => `client.listUserz("${text}")`,
  (text) => `GET /api/v1/users/${text}`,
];
const drawn = fc
  .string({
    unit: fc.constantFrom(
      ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'),
    ),
    minLength: 20,
    maxLength: 60,
  })
  .filter((text) => /\d.*\d.*\d/.test(text) && /[A-Z].*[A-Z]/.test(text) && /^[A-Za-z]/.test(text));
const chosen = fc.constantFrom('correctHorseBattery', 'swordfishSwordfish', 'summerHoliday');

test('what is in the place of a secret does not come back, even if it looks like a name', () => {
  fc.assert(
    fc.property(fc.oneof(drawn, chosen), fc.constantFrom(...places), (secret, place) => {
      expect(JSON.stringify(read(place(secret)).map(({ shown }) => shown))).not.toContain(secret);
    }),
    { numRuns: 600 },
  );
});

test.each([
  ["fetch('https://acme.okta.com/api/v1/users/1', {\n  method: 'DELETE',\n});", ['deleteUser']],
  ['GET //api/v1/users', ['listUsers']],
  ['| POST | /api/v1/groups |', ['addGroup']],
  ['http.NewRequest("PUT", "https://acme.okta.com/api/v1/users/1", nil)', ['replaceUser']],
  ['okta.users.read%20okta.groups.read', ['scope okta.users.read', 'scope okta.groups.read']],
  ['E0000011: Invalid token provided', ['error E0000011']],
  ['GET /api/v1/users/../groups', ['unknown GET /api/v1/users/…/groups']],
  ['cognito.listUsers()', ['unknown cognito.listUsers']],
])('%j is %j', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('any text is an input', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void read(text)));
  for (const unit of ['/', '{', '\\\n', 'a.', '"', 'GET /', '$']) {
    expect(() => read(unit.repeat(50_000 / unit.length))).not.toThrow();
  }
});
