import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type OutcomeId, outcomeIds } from '#guide/nodeIds.ts';

import type { JsonValue } from '#catalogue/json.ts';
import { parseJson } from '../parseJson.ts';
import { defaultValues, type RequestValues } from '../values.ts';
import { brunoCollection } from './bruno.ts';
import {
  differences,
  hostileValues,
  intendedRequests,
  literalsOf,
  scriptLiterals,
  tameValues,
  textsOf,
} from './hostileCollections.ts';

const secrets: Readonly<Record<string, string>> = {
  OKTA_CLIENT_ASSERTION: 'assertion',
  'process.env.OKTA_CLIENT_SECRET': 'secret',
  'process.env.OKTA_API_TOKEN': 'token',
  OKTA_ACCESS_TOKEN: 'access',
  OKTA_DPOP_ACCESS_TOKEN: 'bound',
  OKTA_DPOP_PROOF: 'proof',
};

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly enabled: boolean;
}

/** As much of Bruno's export as our files use. */
interface BrunoFile {
  readonly items: readonly {
    readonly name: string;
    readonly request: {
      readonly method: string;
      readonly url: string;
      readonly headers: readonly Entry[];
      readonly params: readonly Entry[];
      readonly auth: {
        readonly mode: string;
        readonly basic?: { readonly username: string; readonly password: string };
        readonly bearer?: { readonly token: string };
      };
      readonly body: { readonly formUrlEncoded?: readonly Entry[]; readonly json?: string };
      readonly tests?: string;
    };
    readonly settings: Readonly<Record<string, boolean>>;
  }[];
}

function read(method: OutcomeId, values: RequestValues): BrunoFile {
  return JSON.parse(brunoCollection(method, values)) as BrunoFile;
}

/** What Bruno sends: it puts the variables into each part of the request before it makes the message. */
function sentFrom(file: BrunoFile) {
  const substituted = JSON.parse(JSON.stringify(file), (_, value: unknown) =>
    typeof value === 'string'
      ? value.replaceAll(/\{\{([^}]+)\}\}/g, (found, name: string) => secrets[name] ?? found)
      : value,
  ) as BrunoFile;
  return substituted.items.map(({ request: { method, url, headers, auth, body } }) => {
    const valueOf = (wanted: string) => headers.find(({ name }) => name === wanted)?.value;
    const made = {
      basic: `Basic ${auth.basic?.username}:${auth.basic?.password}`,
      bearer: `Bearer ${auth.bearer?.token}`,
    }[auth.mode];
    return {
      method,
      url,
      authorization: made ?? valueOf('Authorization'),
      accept: valueOf('Accept'),
      contentType: valueOf('Content-Type'),
      proof: valueOf('DPoP'),
      form: body.formUrlEncoded?.map(({ name, value }) => [name, value]),
      json: body.json === undefined ? undefined : parseJson(body.json),
    };
  });
}

describe('brunoCollection', () => {
  test.each(outcomeIds)('is written as the reviewed file has it (%s)', async (method) => {
    await expect(brunoCollection(method, defaultValues)).toMatchFileSnapshot(
      `./__snapshots__/${method}.bruno_collection.json`,
    );
  });

  test.each(outcomeIds)('sends every value as it was typed (%s)', (method) => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        expect(sentFrom(read(method, values))).toEqual(intendedRequests(method, values));
      }),
      { numRuns: 100 },
    );
  });

  test('has no variable in it but ours, each as a whole value', () => {
    fc.assert(
      fc.property(hostileValues, fc.constantFrom(...outcomeIds), (values, method) => {
        const texts = [...textsOf(JSON.parse(brunoCollection(method, values)) as JsonValue)];
        for (const [place, text] of texts.filter(([, value]) => value.includes('{{'))) {
          expect(`${place}: ${text}`).toMatch(
            /^[\w.]*: (?:SSWS |DPoP )?\{\{(?:OKTA_ACCESS_TOKEN|OKTA_CLIENT_ASSERTION|OKTA_DPOP_ACCESS_TOKEN|OKTA_DPOP_PROOF|process\.env\.OKTA_[A-Z_]+)\}\}$/,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  test('holds typed values in URL, query, form, user name and body only, and in scripts as literals', () => {
    fc.assert(
      fc.property(hostileValues, fc.constantFrom(...outcomeIds), (values, method) => {
        const [one, other] = [values, tameValues].map(
          (given) => JSON.parse(brunoCollection(method, given)) as JsonValue,
        );
        for (const place of differences(one ?? null, other ?? null)) {
          if (/^items\.\d\.request\.script\.req$/.test(place)) {
            const [script, otherScript] = [one, other].map((json) =>
              scriptLiterals(textsOf(json ?? null).get(place) ?? ''),
            );
            expect(script?.rest).toBe(otherScript?.rest);
            // Bruno’s library for JWTs writes one byte for each character of a header.
            const { keyId = '', ...others } = script?.values ?? {};
            expect(Buffer.from(keyId, 'latin1').toString()).toBe(
              Buffer.from(values.keyId).toString(),
            );
            expect(literalsOf(values)).toMatchObject(others);
            continue;
          }
          expect(place).toMatch(
            /^items\.\d\.request\.(?:url|params\.0\.(?:name|value)|body\.json|body\.formUrlEncoded\.1\.value|auth\.basic\.username)$/,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  test('shows the query as it stands in the URL', () => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        const { request } = read('apiToken', values).items[0] ?? {};
        const query = request?.params.map(({ name, value }) => `${name}=${value}`).join('&');
        expect(request?.url.split('?')[1]).toBe(query);
      }),
    );
    const noQuery = read('apiToken', { ...defaultValues, query: [] });
    expect(noQuery.items[0]?.request.params).toEqual([]);
  });

  test('forbids Bruno to encode the URL a second time, and to follow redirects', () => {
    for (const { settings } of outcomeIds.flatMap((method) => read(method, defaultValues).items)) {
      expect(settings).toEqual({ encodeUrl: false, followRedirects: false });
    }
  });

  test('declares the private key as a secret of its environment, without a value', () => {
    const { environments } = JSON.parse(brunoCollection('serviceApp', defaultValues)) as {
      readonly environments: unknown;
    };
    expect(environments).toEqual([
      {
        name: 'Okta',
        variables: [
          { name: 'OKTA_PRIVATE_KEY', value: '', type: 'text', enabled: true, secret: true },
        ],
      },
    ]);
  });

  test('has names that can be those of files', () => {
    for (const { name } of outcomeIds.flatMap((method) => read(method, defaultValues).items)) {
      expect(name).toMatch(/^[A-Za-z ]+$/);
    }
  });
});
