import { describe, expect, test } from 'vitest';

import type { JsonValue } from '#catalogue/json.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';

import { exactJson } from '../exactJson.ts';
import { operationCall } from '../operationCall.ts';
import { parseOrgDomain } from '../orgDomain.ts';
import { parseValues } from '../valuesFile.ts';
import requestCases from './requestCases.json' with { type: 'json' };

/** A request that cannot work, and what a person has to be told. */
interface RequestCase {
  readonly id: string;
  readonly values: {
    readonly orgDomain?: string;
    readonly operation?: string;
    readonly scopes?: readonly string[];
    readonly pathParameters?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
    readonly body?: JsonValue;
  };
  readonly field: string;
  /** The parameter that is wrong. */
  readonly parameter?: string;
  readonly says: readonly string[];
}
const cases: readonly RequestCase[] = requestCases;

function reasonsOfFile({ values }: RequestCase) {
  const parsed = parseValues(exactJson({ ...values }), oktaCatalogue);
  return parsed.ok ? parsed.refused : [];
}

/** What the page says beside the field, for the same texts. */
function reasonOnPage({ values, field, parameter }: RequestCase): string | undefined {
  if (field === 'orgDomain') {
    const parsed = parseOrgDomain(values.orgDomain ?? '');
    return parsed.ok ? undefined : parsed.reason;
  }
  const operation = findByReference(oktaCatalogue, values.operation ?? '');
  if (operation === undefined) return undefined;
  const call = operationCall(operation, {
    pathTexts: values.pathParameters ?? {},
    queryTexts: Object.fromEntries(
      Object.entries(values.query ?? {}).map(([name, value]) => [name, String(value)]),
    ),
    body: values.body === undefined ? undefined : JSON.stringify(values.body),
  });
  if (field === 'body') return call.body?.problem;
  const own = call.fields.find((each) => each.parameter.name === parameter);
  return own === undefined ? call.leftOut[0] : (own.problem ?? own.missing);
}

describe('a request that cannot work', () => {
  test.each(cases.map((each) => [each.id, each] as const))(
    '%s is refused, with what to do',
    (_id, each) => {
      const refused = reasonsOfFile(each);
      expect(refused.map(({ field }) => field)).toEqual([each.field]);
      for (const words of each.says) expect(refused[0]?.reason).toContain(words);
      expect(refused[0]?.reason).not.toMatch(/\n/);
    },
  );

  // The page computes the scopes, begins with the body that is required, and has no field for one that is not.
  const notOnPage: ReadonlySet<string> = new Set([
    'scope-that-does-not-exist',
    'scopes-that-do-not-cover',
    'body-missing',
    'body-where-there-is-none',
    'body-missing-for-a-change',
    'scope-with-a-letter-wrong',
    'scope-in-capitals',
    'scope-without-its-end',
    'scope-of-sign-in',
    'scope-of-a-person',
    'scopes-that-are-none',
    'scopes-to-read-for-a-deletion',
    'scopes-of-another-resource',
    // A field that is left empty counts as missing there.
    'enumeration-left-empty',
    'path-parameter-left-empty',
  ]);
  test.each(cases.filter(({ id }) => !notOnPage.has(id)).map((each) => [each.id, each] as const))(
    '%s is refused in the same words beside its field',
    (_id, each) => {
      expect(reasonOnPage(each)).toBe(reasonsOfFile(each)[0]?.reason);
    },
  );
});

describe('a request that can work', () => {
  test.each([
    [{ operation: 'listPolicies', query: { type: 'ACCESS_POLICY' } }],
    [{ operation: 'listBrands', query: { expand: 'themes,domains' } }],
    [{ operation: 'getUser', pathParameters: { id: 'first+tag@example.com' } }],
    [{ operation: 'listUsers', scopes: ['okta.users.manage', 'okta.groups.read'] }],
    [{ operation: 'listLogEvents', query: { since: '2026-01-31T08:00:00Z', q: 'a b' } }],
    // Where the specification gives no least page size, or says what 0 and -1 mean.
    [{ operation: 'listUsers', query: { limit: 0 } }],
    [{ operation: 'listLogEvents', query: { limit: 0 } }],
    [
      {
        operation: 'getAllCrossAppAccessConnections',
        pathParameters: { appId: '0oa1' },
        query: { limit: -1 },
      },
    ],
    [
      {
        operation: 'createUser',
        body: {
          profile: {
            login: 'a@example.com',
            email: 'a@example.com',
            shoeSize: 43,
            middleName: null,
          },
          credentials: { password: { value: '' } },
        },
      },
    ],
    [
      {
        operation: 'createApplication',
        body: {
          name: 'oidc_client',
          label: 'Client',
          signOnMode: 'OPENID_CONNECT',
          credentials: { oauthClient: { token_endpoint_auth_method: 'private_key_jwt' } },
          settings: {
            oauthClient: { grant_types: ['client_credentials'], application_type: 'service' },
          },
        },
      },
    ],
    [{ operation: 'addGroup', body: { profile: { name: 'Payroll', custom: [1, 2] } } }],
    // What the specification does not list, whoever names a method and a path may send.
    [
      {
        operation: { method: 'GET', path: '/api/v1/groups' },
        scopes: ['okta.groups.read'],
        query: { beta: 'x' },
      },
    ],
  ])('is not refused: %j', (values) => {
    const parsed = parseValues(exactJson(values), oktaCatalogue);
    expect(parsed).toMatchObject({ ok: true, refused: [], unknown: [] });
  });

  test('lists go in the form that the specification has for them', () => {
    const parsed = parseValues(exactJson({ operation: 'listLogEvents' }), oktaCatalogue);
    expect(parsed.ok).toBe(true);
    const separated = oktaCatalogue.operations
      .flatMap((operation) => operation.parameters.map((parameter) => ({ operation, parameter })))
      .find(({ parameter }) => parameter.separator !== undefined && parameter.values.length > 1);
    const { reference = '', parameters = [] } = separated?.operation ?? {};
    const { name = '', values = [] } = separated?.parameter ?? {};
    const read = parseValues(
      exactJson({
        operation: reference,
        pathParameters: Object.fromEntries(
          parameters.filter((each) => each.in === 'path').map((each) => [each.name, 'x1']),
        ),
        query: { [name]: [values[0] ?? '', values[1] ?? ''] },
      }),
      oktaCatalogue,
    );
    expect(read.ok && read.sets[0]?.values.query).toEqual([
      { name, value: `${values[0] ?? ''},${values[1] ?? ''}` },
    ]);
  });
});

test('`me` is nobody for a program, and somebody for an API token', () => {
  const operation = findByReference(oktaCatalogue, 'getUser');
  if (operation === undefined) throw new Error('The catalogue lacks getUser.');
  const { refusals } = operationCall(operation, {
    pathTexts: { id: 'me' },
    queryTexts: {},
    body: undefined,
  });
  expect(Object.keys(refusals)).toEqual(['serviceApp', 'apiServiceIntegration']);
  expect(refusals.serviceApp).toContain('`me`');
  const parsed = parseValues(
    exactJson({ operation: 'getUser', pathParameters: { id: 'me' } }),
    oktaCatalogue,
  );
  expect(parsed.ok && parsed.sets[0]?.refusals).toEqual(refusals);
});

test('what every body begins with is allowed, but for the texts and numbers that a person has to give', () => {
  const refused = oktaCatalogue.operations.flatMap((operation) => {
    if (operation.body?.skeleton === undefined) return [];
    const { body } = operationCall(operation, { pathTexts: {}, queryTexts: {}, body: undefined });
    const typed = operationCall(operation, {
      pathTexts: {},
      queryTexts: {},
      body: body?.text ?? '',
    });
    return typed.body?.problem === undefined
      ? []
      : [`${operation.reference}: ${typed.body.problem}`];
  });
  // An empty text is shorter than some may be, and 0 is less; and an object four levels down begins empty.
  expect(
    refused.filter((line) => !/characters|pattern|takes a whole number|\.\d\.|\.0` of/.test(line)),
  ).toEqual([]);
});
