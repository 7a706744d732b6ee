import type { JsonValue } from '#catalogue/json.ts';

import type { BodyVariable } from './environment.ts';

/** A member of a JSON object. */
export interface JsonMember {
  readonly name: string;
  readonly value: ExactJson;
}

/**
 * JSON exactly as it was typed, which JavaScript's values cannot hold: a number keeps its digits,
 * and members keep their order, whatever their names.
 */
export type ExactJson =
  | { readonly kind: 'string'; readonly text: string }
  /** As it was typed: `1e400`, `-0`, `0.10`. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: boolean | null }
  | { readonly kind: 'array'; readonly items: readonly ExactJson[] }
  /** No two members have the same name. */
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  /** A string that a program takes from an environment variable when it runs. */
  | { readonly kind: 'secret'; readonly variable: BodyVariable };

/**
 * Turns a JavaScript value into JSON. Its numbers are written as `JSON.stringify` writes them.
 *
 * @throws TypeError for a number that JSON cannot represent
 */
export function exactJson(value: JsonValue): ExactJson {
  if (typeof value === 'string') {
    return { kind: 'string', text: value };
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}.`);
    return { kind: 'number', text: JSON.stringify(value) };
  }
  if (value === null || typeof value === 'boolean') {
    return { kind: 'literal', value };
  }
  return isList(value)
    ? { kind: 'array', items: value.map(exactJson) }
    : {
        kind: 'object',
        members: Object.entries(value).map(([name, member]) => ({
          name,
          value: exactJson(member),
        })),
      };
}

/** The direct children of a value: an array's items, or the values of an object's members. */
export function childrenOf(json: ExactJson): readonly ExactJson[] {
  if (json.kind === 'array') return json.items;
  return json.kind === 'object' ? json.members.map(({ value }) => value) : [];
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
