import { runInNewContext } from 'node:vm';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type OutcomeId, outcomeIds } from '#guide/nodeIds.ts';

import type { JsonValue } from '#catalogue/json.ts';
import { parseJson } from '../parseJson.ts';
import { defaultValues, type RequestValues } from '../values.ts';
import {
  differences,
  hostileValues,
  intendedRequests,
  literalsOf,
  scriptLiterals,
  tameValues,
  textsOf,
} from './hostileCollections.ts';
import { postmanCollection, postmanEnvironment } from './postman.ts';

const secrets: Readonly<Record<string, string>> = {
  OKTA_CLIENT_ASSERTION: 'assertion',
  OKTA_CLIENT_SECRET: 'secret',
  OKTA_API_TOKEN: 'token',
  OKTA_ACCESS_TOKEN: 'access',
  OKTA_DPOP_ACCESS_TOKEN: 'bound',
  OKTA_DPOP_PROOF: 'proof',
};

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** As much of Collection Format 2.1.0 as our files use. */
interface PostmanFile {
  readonly item: readonly {
    readonly event?: readonly {
      readonly listen: string;
      readonly script: { readonly exec: readonly string[] };
    }[];
    readonly request: {
      readonly method: string;
      readonly url: string;
      readonly header: readonly Pair[];
      readonly auth: {
        readonly type: string;
        readonly basic?: readonly Pair[];
        readonly bearer?: readonly Pair[];
      };
      readonly body?: { readonly urlencoded?: readonly Pair[]; readonly raw?: string };
    };
  }[];
  readonly variable: readonly Pair[];
}

function read(method: OutcomeId, values: RequestValues): PostmanFile {
  return JSON.parse(postmanCollection(method, values)) as PostmanFile;
}

/** What Postman sends: it puts the variables into every text first, then makes the message of the rest. */
function sentFrom(file: PostmanFile) {
  const substituted = JSON.parse(JSON.stringify(file), (_, value: unknown) =>
    typeof value === 'string'
      ? value.replaceAll(/\{\{([^{}]*)\}\}/g, (found, name: string) => secrets[name] ?? found)
      : value,
  ) as PostmanFile;
  return substituted.item.map(({ request: { method, url, header, auth, body } }) => {
    const made = {
      basic: `Basic ${valueOf(auth.basic, 'username')}:${valueOf(auth.basic, 'password')}`,
      bearer: `Bearer ${valueOf(auth.bearer, 'token')}`,
    }[auth.type];
    return {
      method,
      url,
      authorization: made ?? valueOf(header, 'Authorization'),
      accept: valueOf(header, 'Accept'),
      contentType: valueOf(header, 'Content-Type'),
      proof: valueOf(header, 'DPoP'),
      form: body?.urlencoded?.map(({ key, value }) => [key, value]),
      json: body?.raw === undefined ? undefined : parseJson(body.raw),
    };
  });
}

function valueOf(list: readonly Pair[] | undefined, key: string): string | undefined {
  return list?.find((pair) => pair.key === key)?.value;
}

function descriptionOf(method: OutcomeId): string | undefined {
  const file = JSON.parse(postmanCollection(method, defaultValues)) as JsonValue;
  return textsOf(file).get('info.description');
}

describe('postmanCollection', () => {
  test.each(outcomeIds)('is written as the reviewed file has it (%s)', async (method) => {
    await expect(postmanCollection(method, defaultValues)).toMatchFileSnapshot(
      `./__snapshots__/${method}.postman_collection.json`,
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

  test.each(outcomeIds)('has no variable in it but ours, each as a whole value (%s)', (method) => {
    fc.assert(
      fc.property(hostileValues, (values) => {
        const texts = [...textsOf(JSON.parse(postmanCollection(method, values)) as JsonValue)];
        for (const [place, text] of texts.filter(([, value]) => value.includes('{{'))) {
          expect(`${place}: ${text}`).toMatch(/^[\w.]*: (?:SSWS |DPoP )?\{\{OKTA_[A-Z_]+\}\}$/);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(outcomeIds)(
    'holds typed values in URL, form, user name and body only, and in scripts as literals (%s)',
    (method) => {
      fc.assert(
        fc.property(hostileValues, (values) => {
          const [one, other] = [values, tameValues].map(
            (given) => JSON.parse(postmanCollection(method, given)) as JsonValue,
          );
          for (const place of differences(one ?? null, other ?? null)) {
            if (/^item\.\d\.event\.0\.script\.exec\.\d+$/.test(place)) {
              const [line, otherLine] = [one, other].map((json) =>
                scriptLiterals(textsOf(json ?? null).get(place) ?? ''),
              );
              expect(line?.rest).toBe(otherLine?.rest);
              expect(Object.entries(line?.values ?? {})).toEqual([
                [line?.rest, literalsOf(values)[line?.rest ?? '']],
              ]);
              continue;
            }
            expect(place).toMatch(
              /^item\.\d\.request\.(?:url|body\.raw|body\.urlencoded\.1\.value|auth\.basic\.0\.value)$/,
            );
          }
        }),
        { numRuns: 50 },
      );
    },
  );

  test.each(outcomeIds)('declares its variables, and none has a value (%s)', (method) => {
    const file = read(method, defaultValues);
    const used = new Set(
      [...postmanCollection(method, defaultValues).matchAll(/\{\{(\w+)\}\}/g)].map(
        ([, name]) => name,
      ),
    );
    const declared = file.variable.map(({ key }) => key);
    if (method === 'serviceApp') {
      // Scripts fill these while a request is sent, from the private key.
      expect(declared).toEqual(['OKTA_PRIVATE_KEY', 'OKTA_ACCESS_TOKEN']);
      expect([...used].filter((name) => !declared.includes(name ?? ''))).toEqual([
        'OKTA_CLIENT_ASSERTION',
        'OKTA_DPOP_ACCESS_TOKEN',
        'OKTA_DPOP_PROOF',
      ]);
    } else {
      expect(new Set(declared)).toEqual(used);
    }
    expect(file.variable.every(({ value }) => value === '')).toBe(true);
  });

  test('keeps the access token only of an answer with status 200', () => {
    const [token] = read('serviceApp', defaultValues).item;
    const after = token?.event?.find(({ listen }) => listen === 'test');
    const script = after?.script.exec.join('\n') ?? '';
    const run = (status: number) => {
      const kept: Record<string, unknown> = {};
      const pm = {
        test: (_: string, check: () => void) => check(),
        response: {
          to: {
            have: {
              status: (expected: number) => {
                if (expected !== status) {
                  throw new RangeError('another status');
                }
              },
            },
          },
          json: () => ({ access_token: 'eyJ…' }),
        },
        collectionVariables: { set: (name: string, value: unknown) => (kept[name] = value) },
      };
      try {
        runInNewContext(script, { pm });
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      return kept;
    };
    expect(run(200)).toEqual({ OKTA_ACCESS_TOKEN: 'eyJ…' });
    expect(run(401)).toEqual({});
  });

  test('says when to send the request with DPoP, where there is a choice', () => {
    expect(descriptionOf('serviceApp')).toContain('Does the app require DPoP?');
    expect(descriptionOf('apiToken')).not.toContain('DPoP');
  });

  test.each(outcomeIds)(
    'has an environment in which each secret is marked, and none has a value (%s)',
    (method) => {
      const { values } = JSON.parse(postmanEnvironment(method)) as {
        readonly values: readonly unknown[];
      };
      const name = {
        serviceApp: 'OKTA_PRIVATE_KEY',
        apiServiceIntegration: 'OKTA_CLIENT_SECRET',
        apiToken: 'OKTA_API_TOKEN',
      }[method];
      expect(values).toEqual([{ key: name, value: '', type: 'secret', enabled: true }]);
    },
  );
});
