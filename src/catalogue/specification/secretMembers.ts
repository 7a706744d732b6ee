import { isSecretHolderName, isSecretName, isSecretParameterName } from '../secretNames.ts';
import { isRecord, type OpenApiFile, type Place } from './openApiFile.ts';
import { moreSecrets, noSecrets, type ReviewedSecret } from './reviewedSecrets.ts';

/**
 * The members of a body that contain a secret, as paths (`/credentials/password/value`); `*` stands
 * for every entry of a list or every name in a map. They are found by the specification's marks
 * (`format: password`, `writeOnly`), by their names, and by what was reviewed by hand. Members that
 * only a response has are left out.
 *
 * @returns each path once, in the order of the file
 */
export function secretMembers(file: OpenApiFile, schema: unknown, place: Place): readonly string[] {
  const found = new Set<string>();
  walk(schema, place, [], []);
  return [...found];

  function walk(
    given: unknown,
    at: Place,
    path: readonly string[],
    around: readonly unknown[],
  ): void {
    const { value, place: here } = file.resolve(given, at);
    // A schema that contains itself says nothing new the second time.
    if (!isRecord(value) || around.includes(value)) return;
    const within = [...around, value];
    for (const key of ['allOf', 'oneOf', 'anyOf'] as const) {
      for (const [index, part] of listOf(value[key]).entries()) {
        walk(part, [...here, key, index], path, within);
      }
    }
    const { discriminator } = value;
    const mapping = isRecord(discriminator) ? discriminator['mapping'] : undefined;
    for (const reference of isRecord(mapping) ? Object.values(mapping) : []) {
      walk({ $ref: reference }, [...here, 'discriminator', 'mapping'], path, within);
    }
    walk(value['items'], [...here, 'items'], [...path, '*'], within);
    walk(value['additionalProperties'], [...here, 'additionalProperties'], [...path, '*'], within);
    for (const [name, property] of Object.entries(recordOf(value['properties']))) {
      visit(property, [...here, 'properties', name], [...path, name], within);
    }
  }

  function visit(
    given: unknown,
    at: Place,
    path: readonly string[],
    around: readonly unknown[],
  ): void {
    const schemas = [recordOf(given), recordOf(file.resolve(given, at).value)];
    const name = path.at(-1) ?? '';
    if (schemas.some(({ readOnly }) => readOnly === true) || responseLinks.has(name)) return;
    const isMarked = schemas.some(
      ({ format, writeOnly }) => format === 'password' || writeOnly === true,
    );
    const pointer = `/${path.join('/')}`;
    if (
      schemas.every(mayHoldText) &&
      !isReviewed(noSecrets, pointer) &&
      (isMarked || isSecretMemberPath(path) || isReviewed(moreSecrets, pointer))
    ) {
      found.add(pointer);
    }
    walk(given, at, path, around);
  }
}

/** Whether a parameter of the query contains a secret. */
export function isSecretParameter(name: string): boolean {
  return isSecretParameterName(name) || isReviewed(moreSecrets, `?${name}`);
}

/** Links of a response: no request sends them. */
const responseLinks: ReadonlySet<string> = new Set(['_links', '_embedded']);

/** By its name, or as the `value` within something with such a name: `password.value`, `password.hash.value`. */
function isSecretMemberPath(path: readonly string[]): boolean {
  const name = path.at(-1) ?? '';
  return isSecretName(name) || (name === 'value' && path.some(isSecretHolderName));
}

/**
 * Texts, numbers, and objects about which nothing more is said; not objects with members, lists,
 * flags and closed lists.
 */
function mayHoldText(schema: Readonly<Record<string, unknown>>): boolean {
  return (
    schema['enum'] === undefined &&
    schema['type'] !== 'boolean' &&
    schema['type'] !== 'array' &&
    schema['properties'] === undefined &&
    schema['allOf'] === undefined
  );
}

function isReviewed(reviewed: readonly ReviewedSecret[], pointer: string): boolean {
  return reviewed.some(({ at }) =>
    /^[/?]/.test(at) ? pointer === at : pointer.endsWith(`/${at}`),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
