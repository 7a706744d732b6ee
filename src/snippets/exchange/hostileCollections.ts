import { formValue } from '../encoders/formValue.ts';
import * as fc from 'fast-check';

import type { OutcomeId } from '#guide/nodeIds.ts';
import type { JsonValue } from '#catalogue/json.ts';

import { exactJson } from '../exactJson.ts';
import { hostileFragments } from '../hostileText.ts';
import { oktaRequest } from '../request.ts';
import { defaultValues, type RequestValues } from '../values.ts';

// What the tests of Postman's and Bruno's collections share.

const anyTexts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...hostileFragments,
        '{',
        '{{OKTA_API_TOKEN}}',
        '{{process.env.OKTA_CLIENT_SECRET}}',
        '{{vault:OKTA_CLIENT_SECRET}}',
        '{{$guid}}',
        '{{{{x}}}}',
        ':id',
        '/*',
        '}\n}\ntests {\n',
      ),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((pieces) => pieces.join(''));
const utf8Texts = anyTexts.filter((text) => !/\p{Cs}/u.test(text));

/** Values as the parsers let them through, with every trick in them that a template could fall for. */
export const hostileValues: fc.Arbitrary<RequestValues> = fc.record({
  orgDomain: fc.constant(defaultValues.orgDomain),
  clientId: fc.constant("a$-_.+!*'(),b"),
  keyId: anyTexts,
  scopes: fc.constant(['okta.groups.manage', 'okta.users.read']),
  operation: fc.constant({ method: 'POST', path: '/api/v1/groups/{id}/x' } as const),
  pathParameters: utf8Texts.map((text) => ({ id: `x${text}` })),
  query: fc
    .tuple(utf8Texts, utf8Texts)
    .map(([name, value]) => [{ name: `n${name}`, value }] as const),
  body: anyTexts.map((text) => exactJson({ [text]: [text, { a: { b: text } }] })),
});

/** Values of the same shape with nothing in them. */
export const tameValues: RequestValues = {
  ...defaultValues,
  operation: { method: 'POST', path: '/api/v1/groups/{id}/x' },
  pathParameters: { id: 'x' },
  query: [{ name: 'n', value: '' }],
  body: exactJson({}),
};

/** The texts of a JSON file with their places, such as `item.0.request.url`. */
export function textsOf(json: JsonValue): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const collect = (value: JsonValue, place: string): void => {
    if (typeof value === 'string') {
      texts.set(place, value);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries<JsonValue>(value)) {
        collect(inner, place === '' ? key : `${place}.${key}`);
      }
    }
  };
  collect(json, '');
  return texts;
}

/** The typed values that a script holds as literals, with each literal's place taken by its name. */
export function scriptLiterals(script: string) {
  const values: Record<string, string> = {};
  const rest = script.replaceAll(
    /^const (tokenUrl|clientId|keyId|scope|apiUrl) = ('[^'\n]*');$/gm,
    (_, name: string, literal: string) => {
      values[name] = String(JSON.parse(`"${literal.slice(1, -1)}"`));
      return name;
    },
  );
  return { values, rest };
}

/** What the literals of the scripts must hold. */
export function literalsOf(values: RequestValues): Readonly<Record<string, string>> {
  const request = oktaRequest(values);
  return {
    tokenUrl: request.tokenUrl,
    clientId: values.clientId,
    keyId: values.keyId,
    scope: values.scopes.join(' '),
    apiUrl: request.apiUrlWithoutQuery,
  };
}

/** The places at which two JSON files differ. */
export function differences(one: JsonValue, other: JsonValue): readonly string[] {
  const [ones, others] = [textsOf(one), textsOf(other)];
  return [...new Set([...ones.keys(), ...others.keys()])].filter(
    (place) => ones.get(place) !== others.get(place),
  );
}

/**
 * The requests that a collection should send once its variables hold `assertion`, `secret`, `token` and `access`, and
 * `bound` and `proof` for DPoP, decoded as each tool's test decodes them.
 */
export function intendedRequests(method: OutcomeId, values: RequestValues): readonly unknown[] {
  const request = oktaRequest(values);
  const form = [
    ['grant_type', 'client_credentials'],
    ['scope', values.scopes.join(' ')],
  ];
  const json = { accept: 'application/json', contentType: 'application/json' };
  const urlencoded = { ...json, contentType: 'application/x-www-form-urlencoded' };
  const token = {
    method: 'POST',
    url: request.tokenUrl,
    json: undefined,
    proof: undefined,
    ...urlencoded,
  };
  const call = {
    method: values.operation.method,
    url: request.apiUrl,
    ...json,
    form: undefined,
    json: { ok: true, json: values.body },
  };
  return [
    ...{
      serviceApp: [
        {
          ...token,
          authorization: undefined,
          form: [
            ...form,
            ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
            ['client_assertion', 'assertion'],
          ],
        },
      ],
      apiServiceIntegration: [
        { ...token, authorization: `Basic ${formValue(values.clientId)}:secret`, form },
      ],
      apiToken: [],
    }[method],
    {
      ...call,
      authorization: method === 'apiToken' ? 'SSWS token' : 'Bearer access',
      proof: undefined,
    },
    ...(method === 'serviceApp' ? [{ ...call, authorization: 'DPoP bound', proof: 'proof' }] : []),
  ];
}
