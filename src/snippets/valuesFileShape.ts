import type { ExactJson } from './exactJson.ts';
import { invisibleCharacterIn } from './invisibleCharacters.ts';
import type { QueryParameter } from './operation.ts';
import { secretLike } from './secretLike.ts';

/** The properties of a set of values, except its id. */
export const valueFields = [
  'orgDomain',
  'clientId',
  'keyId',
  'scopes',
  'operation',
  'pathParameters',
  'query',
  'body',
  'furtherCalls',
] as const;
/** Those of a call, which each of the further calls has too. */
const callFields = ['operation', 'pathParameters', 'query', 'body'] as const;
export type ValueField = (typeof valueFields)[number];

/** A call in a values file with the right properties and types; its values are not yet parsed. */
export interface ShapedCall {
  readonly operation: string | { readonly method: string; readonly path: string } | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: readonly QueryParameter[] | undefined;
  readonly body: ExactJson | undefined;
}

/** A set in a values file: its first call, and the rest of it. */
export interface ShapedSet extends ShapedCall {
  readonly id: string | undefined;
  readonly texts: {
    readonly orgDomain: string | undefined;
    readonly clientId: string | undefined;
    readonly keyId: string | undefined;
  };
  readonly scopes: string | readonly string[] | undefined;
  readonly furtherCalls: readonly ShapedCall[];
}

/**
 * Checks that a set in a values file has the right properties and types.
 *
 * @param place where the set is in the file, for the error message
 * @returns the set, or one line that says what is wrong; the line repeats no value, because a value may be a secret
 */
export function shapeOf(given: ExactJson, place: string): ShapedSet | { readonly error: string } {
  const set = membersOf(given);
  if (set === undefined) {
    return { error: `${place}: expected an object, or a list of objects with an "id"` };
  }
  const unknown = [...set.keys()].find(
    (key) => key !== 'id' && !valueFields.some((field) => field === key),
  );
  if (unknown !== undefined) {
    return {
      error: `${place}: unknown property ${secretLike(unknown) === undefined ? JSON.stringify(unknown) : 'that looks like a secret'}; known are id, ${valueFields.join(', ')}`,
    };
  }
  for (const key of ['id', 'orgDomain', 'clientId', 'keyId']) {
    if (set.has(key) && textOf(set.get(key)) === undefined) {
      return { error: `${place}.${key}: expected a string` };
    }
  }
  const id = textOf(set.get('id'));
  if (
    id !== undefined &&
    (id.trim() === '' || id.length > 100 || invisibleCharacterIn(id) !== undefined)
  ) {
    return { error: `${place}.id: expected 1 to 100 visible characters` };
  }
  const scopes = scopesOf(set.get('scopes'));
  if (set.has('scopes') && scopes === undefined) {
    return { error: `${place}.scopes: expected a list of strings` };
  }
  const call = callShapeOf(set, place);
  if ('error' in call) return call;
  const furtherCalls = furtherCallsOf(set.get('furtherCalls'), `${place}.furtherCalls`);
  if ('error' in furtherCalls) return furtherCalls;
  return {
    id,
    texts: {
      orgDomain: textOf(set.get('orgDomain')),
      clientId: textOf(set.get('clientId')),
      keyId: textOf(set.get('keyId')),
    },
    scopes,
    ...call,
    furtherCalls: furtherCalls.calls,
  };
}

/** More than a program that a person reads makes. */
const mostFurtherCalls = 99;

function furtherCallsOf(
  json: ExactJson | undefined,
  place: string,
): { readonly calls: readonly ShapedCall[] } | { readonly error: string } {
  if (json === undefined) return { calls: [] };
  if (json.kind !== 'array' || json.items.length > mostFurtherCalls) {
    return { error: `${place}: expected a list of at most ${mostFurtherCalls} calls` };
  }
  const calls: ShapedCall[] = [];
  for (const [index, item] of json.items.entries()) {
    const at = `${place}[${index}]`;
    const members = membersOf(item);
    const isCall =
      members?.has('operation') === true &&
      [...members.keys()].every((key) => callFields.some((field) => field === key));
    if (members === undefined || !isCall) {
      return {
        error: `${at}: expected an object with an "operation", and nothing but ${callFields.join(', ')}`,
      };
    }
    const call = callShapeOf(members, at);
    if ('error' in call) return call;
    calls.push(call);
  }
  return { calls };
}

function callShapeOf(
  set: ReadonlyMap<string, ExactJson>,
  place: string,
): ShapedCall | { readonly error: string } {
  const operation = operationOf(set.get('operation'));
  if (set.has('operation') && operation === undefined) {
    return {
      error: `${place}.operation: expected an operation id, or an object with "method" and "path" and nothing else`,
    };
  }
  const pathParameters = set.has('pathParameters')
    ? pathParametersOf(set.get('pathParameters'))
    : {};
  if (pathParameters === undefined) {
    return { error: `${place}.pathParameters: expected an object of strings` };
  }
  const query = queryOf(set.get('query'));
  if (set.has('query') && query === undefined) {
    return {
      error: `${place}.query: expected an object of strings, numbers, booleans or lists of them`,
    };
  }
  return {
    operation,
    pathParameters,
    query,
    body: set.get('body'),
  };
}

/** A property that is absent when its value is. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}

// Each gives undefined for another shape than the one that it reads.

function scopesOf(json: ExactJson | undefined): ShapedSet['scopes'] {
  return json?.kind === 'array' ? allOf(json.items.map(textOf)) : textOf(json);
}

function operationOf(json: ExactJson | undefined): ShapedSet['operation'] {
  const members = membersOf(json);
  if (members === undefined) return textOf(json);
  const method = textOf(members.get('method'));
  const path = textOf(members.get('path'));
  return members.size === 2 && method !== undefined && path !== undefined
    ? { method, path }
    : undefined;
}

function pathParametersOf(json: ExactJson | undefined): ShapedSet['pathParameters'] | undefined {
  const members = membersOf(json);
  const parameters =
    members &&
    allOf(
      [...members].map(([name, value]) => {
        const text = textOf(value) ?? numberOf(value);
        return text === undefined ? undefined : ([name, text] as const);
      }),
    );
  return parameters && Object.fromEntries(parameters);
}

function queryOf(json: ExactJson | undefined): readonly QueryParameter[] | undefined {
  const members = membersOf(json);
  return (
    members &&
    allOf(
      [...members].flatMap(([name, given]) =>
        (given.kind === 'array' ? given.items : [given]).map((item) => {
          const value = textOf(item) ?? numberOf(item) ?? truthOf(item);
          return value === undefined ? undefined : { name, value };
        }),
      ),
    )
  );
}

function allOf<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const there = values.filter((value) => value !== undefined);
  return there.length === values.length ? there : undefined;
}

function membersOf(json: ExactJson | undefined): ReadonlyMap<string, ExactJson> | undefined {
  return json?.kind === 'object'
    ? new Map(json.members.map(({ name, value }) => [name, value]))
    : undefined;
}

function textOf(json: ExactJson | undefined): string | undefined {
  return json?.kind === 'string' ? json.text : undefined;
}

/** A number as it is written in the file. */
function numberOf(json: ExactJson | undefined): string | undefined {
  return json?.kind === 'number' ? json.text : undefined;
}

function truthOf(json: ExactJson | undefined): string | undefined {
  return json?.kind === 'literal' && json.value !== null ? String(json.value) : undefined;
}
