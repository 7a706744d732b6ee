import type { JsonValue } from '#catalogue/json.ts';

import { invisibleCharacterIn } from './invisibleCharacters.ts';
import type { QueryParameter } from './operation.ts';
import { secretLike } from './secretLike.ts';

/** The properties of a set of values, but for its id. */
export const valueFields = [
  'orgDomain',
  'clientId',
  'keyId',
  'scopes',
  'operation',
  'pathParameters',
  'query',
  'body',
] as const;
export type ValueField = (typeof valueFields)[number];

/** A set of a values file with the right properties and types, its values not yet parsed. */
export interface ShapedSet {
  readonly id: string | undefined;
  readonly texts: {
    readonly orgDomain: string | undefined;
    readonly clientId: string | undefined;
    readonly keyId: string | undefined;
  };
  readonly scopes: string | readonly string[] | undefined;
  readonly operation: string | { readonly method: string; readonly path: string } | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: readonly QueryParameter[] | undefined;
  readonly body: JsonValue | undefined;
}

/**
 * Checks that a set of a values file has the right properties and types.
 *
 * @param place where the set stands in the file, for the error
 * @returns the set, or one line that says what is wrong; it repeats no value of the file, which may be a secret
 */
export function shapeOf(set: unknown, place: string): ShapedSet | { readonly error: string } {
  if (!isRecord(set)) {
    return { error: `${place}: expected an object, or a list of objects with an "id"` };
  }
  const unknown = Object.keys(set).find(
    (key) => key !== 'id' && !valueFields.some((field) => field === key),
  );
  if (unknown !== undefined) {
    return {
      error: `${place}: unknown property ${secretLike(unknown) === undefined ? JSON.stringify(unknown) : 'that looks like a secret'}; known are id, ${valueFields.join(', ')}`,
    };
  }
  for (const key of ['id', 'orgDomain', 'clientId', 'keyId']) {
    if (Object.hasOwn(set, key) && typeof set[key] !== 'string') {
      return { error: `${place}.${key}: expected a string` };
    }
  }
  const id = textOf(set['id']);
  if (
    id !== undefined &&
    (id.trim() === '' || id.length > 100 || invisibleCharacterIn(id) !== undefined)
  ) {
    return { error: `${place}.id: expected 1 to 100 visible characters` };
  }
  const { scopes, operation, pathParameters = {}, query } = set;
  if (scopes !== undefined && typeof scopes !== 'string' && !isListOfTexts(scopes)) {
    return { error: `${place}.scopes: expected a list of strings` };
  }
  if (operation !== undefined && typeof operation !== 'string' && !isMethodAndPath(operation)) {
    return {
      error: `${place}.operation: expected an operation id, or an object with "method" and "path" and nothing else`,
    };
  }
  if (!isRecord(pathParameters) || !Object.values(pathParameters).every(isTextOrNumber)) {
    return { error: `${place}.pathParameters: expected an object of strings` };
  }
  const parameters = query === undefined ? undefined : queryParameters(query);
  if (parameters === null) {
    return {
      error: `${place}.query: expected an object of strings, numbers, booleans or lists of them`,
    };
  }
  return {
    id,
    texts: {
      orgDomain: textOf(set['orgDomain']),
      clientId: textOf(set['clientId']),
      keyId: textOf(set['keyId']),
    },
    scopes,
    operation,
    pathParameters: Object.fromEntries(
      Object.entries(pathParameters).map(([name, value]) => [name, String(value)]),
    ),
    query: parameters,
    body: set['body'] as JsonValue | undefined,
  };
}

/** A property that is absent when its value is. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}

function queryParameters(query: unknown): readonly QueryParameter[] | null {
  if (!isRecord(query)) {
    return null;
  }
  const parameters: QueryParameter[] = [];
  for (const [name, given] of Object.entries(query)) {
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    if (!values.every((value) => isTextOrNumber(value) || typeof value === 'boolean')) {
      return null;
    }
    parameters.push(...values.map((value) => ({ name, value: String(value) })));
  }
  return parameters;
}

function isMethodAndPath(
  value: unknown,
): value is { readonly method: string; readonly path: string } {
  return (
    isRecord(value) &&
    Object.keys(value).every((key) => key === 'method' || key === 'path') &&
    typeof value['method'] === 'string' &&
    typeof value['path'] === 'string'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isTextOrNumber(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
