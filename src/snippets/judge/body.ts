import type {
  BodyShape,
  ListShape,
  ObjectShape,
  ScalarShape,
  ScalarType,
} from '#catalogue/bodyShape.ts';
import { plainTypes } from '#catalogue/bodyShape.ts';
import { nearestOf } from '#catalogue/nearest.ts';
import type { OperationBodyShape } from '#catalogue/oktaBodyShapes.ts';
import type { MemberPath } from '#catalogue/secretMembers.ts';

import { shownPath } from '../bodySecrets.ts';
import type { ExactJson } from '../exactJson.ts';
import { reasonAgainstBounds, spanWords } from './parameters.ts';

/**
 * Says why Okta's specification does not allow a body; undefined if it does. `null` is allowed
 * anywhere, because it removes a value. Members that the specification does not name are allowed
 * too, unless one looks like a typing error.
 */
export function reasonAgainstBody(
  body: ExactJson,
  { shape: whole, shapes }: OperationBodyShape,
): string | undefined {
  return reasonAgainst(body, whole, []);

  function reasonAgainst(json: ExactJson, given: BodyShape, path: MemberPath): string | undefined {
    const found = resolved(given);
    if (found === 'any' || json.kind === 'secret' || isNull(json)) return undefined;
    if (typeof found === 'string') return reasonAgainstType(json, found, path);
    if ('type' in found) return reasonAgainstScalar(json, found, path);
    if ('items' in found) return reasonAgainstList(json, found, path);
    if ('anyOf' in found) {
      const reasons = found.anyOf.map((each) => reasonAgainst(json, each, path));
      return reasons.includes(undefined) ? undefined : reasons[0];
    }
    return reasonAgainstObject(json, found, path);
  }

  function resolved(given: BodyShape): Exclude<BodyShape, number> {
    let found = given;
    // A number may lead to another, but each shape of the file is an object in the end.
    for (let steps = 0; typeof found === 'number' && steps < 20; steps += 1) {
      found = shapes[found] ?? 'any';
    }
    return typeof found === 'number' ? 'any' : found;
  }

  function reasonAgainstList(json: ExactJson, shape: ListShape, path: MemberPath) {
    if (json.kind !== 'array') return wrongKind(json, 'a list', path);
    const { minItems, maxItems } = shape;
    const count = json.items.length;
    if (
      (minItems !== undefined && count < minItems) ||
      (maxItems !== undefined && count > maxItems)
    ) {
      return `${nameOf(path)} takes ${minItems === maxItems ? minItems : spanWords(minItems, maxItems)} entries, but there are ${count}.`;
    }
    return firstReason(
      json.items.map((item, index) => () => reasonAgainst(item, shape.items, [...path, index])),
    );
  }

  function reasonAgainstObject(json: ExactJson, shape: ObjectShape, path: MemberPath) {
    if (json.kind !== 'object') return wrongKind(json, 'an object', path);
    const given = new Map(json.members.map(({ name, value }) => [name, value]));
    const special = specialShapeOf(shape, given);
    const required = shape.required?.split(' ') ?? [];
    const missing = required.find((name) => !given.has(name));
    const strangers = [...given.keys()].filter((name) => memberOf(shape, name) === undefined);
    if (missing !== undefined) {
      const near = nearestOf(missing, strangers);
      return near === undefined
        ? `${nameOf(path)} needs the member \`${missing}\`, which is missing.`
        : typingError(near, missing, path);
    }
    const isWhole = shape.by === undefined && shape.open === undefined;
    if (isWhole) {
      const absent = namesOf(shape).filter((name) => !given.has(name));
      for (const name of strangers) {
        const near = name.length < 4 ? undefined : nearestOf(name, absent);
        if (near !== undefined) return typingError(name, near, path);
      }
    }
    const kind = shape.by === undefined ? undefined : given.get(shape.by.member);
    if (shape.by !== undefined && special === undefined && kind?.kind === 'string') {
      const near = nearestOf(kind.text, Object.keys(shape.by.shapes));
      if (near !== undefined) {
        return `Did you mean \`${near}\`? ${nameOf([...path, shape.by.member])} has no value like this in Okta’s specification.`;
      }
    }
    return firstReason([
      ...json.members.map(({ name, value }) => () => {
        const member = memberOf(shape, name) ?? shape.others;
        return member === undefined ? undefined : reasonAgainst(value, member, [...path, name]);
      }),
      () => (special === undefined ? undefined : reasonAgainst(json, special, path)),
    ]);
  }
}

/** The shape that an object has besides, for what one of its members says. */
function specialShapeOf(
  { by }: ObjectShape,
  given: ReadonlyMap<string, ExactJson>,
): BodyShape | undefined {
  const value = by === undefined ? undefined : given.get(by.member);
  return by !== undefined && value?.kind === 'string' && Object.hasOwn(by.shapes, value.text)
    ? by.shapes[value.text]
    : undefined;
}

function memberOf(shape: ObjectShape, name: string): BodyShape | undefined {
  const { members = {} } = shape;
  if (Object.hasOwn(members, name)) return members[name];
  return plainTypes.find((type) => shape[type]?.split(' ').includes(name));
}

function namesOf(shape: ObjectShape): readonly string[] {
  return [
    ...Object.keys(shape.members ?? {}),
    ...plainTypes.flatMap((type) => shape[type]?.split(' ') ?? []),
  ];
}

function reasonAgainstScalar(
  json: ExactJson,
  { type, values, ...bounds }: ScalarShape,
  path: MemberPath,
): string | undefined {
  const wrongType = reasonAgainstType(json, type, path);
  if (wrongType !== undefined) return wrongType;
  const text = textOf(json);
  if (values !== undefined && !values.includes(text)) {
    const near = nearestOf(text, values);
    return `${near === undefined ? '' : `Did you mean \`${near}\`? `}${nameOf(path)} takes ${values.map((each) => `\`${each}\``).join(', ')} and nothing else.`;
  }
  return reasonAgainstBounds(nameOf(path), type, bounds, text);
}

function reasonAgainstType(
  json: ExactJson,
  type: ScalarType,
  path: MemberPath,
): string | undefined {
  const isRight =
    type === 'string'
      ? json.kind === 'string'
      : type === 'boolean'
        ? json.kind === 'literal'
        : json.kind === 'number' && (type === 'number' || Number.isInteger(Number(json.text)));
  return isRight ? undefined : wrongKind(json, typeNames[type], path);
}

const typeNames: Readonly<Record<ScalarType, string>> = {
  string: 'a string in quotes',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
};

const kindNames: Readonly<Record<ExactJson['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  literal: '`true` or `false`',
  array: 'a list',
  object: 'an object',
  secret: 'a secret',
};

const wrongKind = (json: ExactJson, expected: string, path: MemberPath): string =>
  `${nameOf(path)} has to be ${expected}, but this is ${kindNames[json.kind]}.`;

function typingError(typed: string, meant: string, path: MemberPath): string {
  return `${nameOf(path)} has no member \`${shownPath([typed])}\` in Okta’s specification. Did you mean \`${meant}\`?`;
}

const nameOf = (path: MemberPath): string =>
  path.length === 0 ? 'The body' : `The member \`${shownPath(path)}\` of the body`;

const isNull = (json: ExactJson): boolean => json.kind === 'literal' && json.value === null;

const textOf = (json: ExactJson): string => {
  if (json.kind === 'string' || json.kind === 'number') return json.text;
  return json.kind === 'literal' ? String(json.value) : '';
};

/** Looks no further than to the first. */
function firstReason(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const reason = check();
    if (reason !== undefined) return reason;
  }
  return undefined;
}
