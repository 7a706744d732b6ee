import type { JsonValue } from '../json.ts';
import { isRecord, type OpenApiFile, type Place } from './openApiFile.ts';

/** An object of more optional properties than this starts empty: nobody wants to delete thirty lines. */
const mostOptionalProperties = 8;
/** Deeper objects start empty. */
const deepest = 4;

interface Property {
  readonly schema: unknown;
  readonly place: Place;
}

/** An object schema with its `allOf` combined. */
interface ObjectShape {
  readonly properties: ReadonlyMap<string, Property>;
  readonly required: ReadonlySet<string>;
}

/**
 * A start for a JSON body: the properties that the schema requires or, if it requires none, those
 * that it allows. Texts are empty, numbers are 0, and a property with a closed list of values has
 * the first value.
 *
 * @returns undefined if the schema names no property
 */
export function bodySkeleton(
  file: OpenApiFile,
  schema: unknown,
  place: Place,
): JsonValue | undefined {
  const skeleton = skeletonOf(file, schema, place, 0);
  const isEmpty =
    typeof skeleton === 'object' && skeleton !== null && Object.keys(skeleton).length === 0;
  return isEmpty ? undefined : skeleton;
}

function skeletonOf(file: OpenApiFile, given: unknown, at: Place, depth: number): JsonValue {
  const { value: schema, place } = file.resolve(given, at);
  if (!isRecord(schema)) {
    return file.refuse(place, 'expected a schema');
  }
  const alternatives = schema['oneOf'] ?? schema['anyOf'];
  if (
    Array.isArray(alternatives) &&
    alternatives.length > 0 &&
    schema['properties'] === undefined
  ) {
    const key = schema['oneOf'] === undefined ? 'anyOf' : 'oneOf';
    return skeletonOf(file, alternatives[0], [...place, key, 0], depth);
  }
  if (Array.isArray(schema['enum']) && isScalar(schema['enum'][0])) {
    return schema['enum'][0];
  }
  const shape = objectShape(file, schema, place);
  if (shape.properties.size > 0) {
    return objectSkeleton(file, shape, depth);
  }
  switch (schema['type']) {
    case 'string':
      return '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return depth >= deepest || schema['items'] === undefined
        ? []
        : [skeletonOf(file, schema['items'], [...place, 'items'], depth + 1)];
    default:
      return {};
  }
}

function objectSkeleton(file: OpenApiFile, shape: ObjectShape, depth: number): JsonValue {
  const names = [...shape.properties.keys()].filter((name) => shape.required.has(name));
  const chosen =
    names.length === 0 && shape.properties.size <= mostOptionalProperties
      ? [...shape.properties.keys()]
      : names;
  if (depth >= deepest) {
    return {};
  }
  const skeleton: Record<string, JsonValue> = {};
  for (const name of chosen) {
    const property = shape.properties.get(name);
    if (property !== undefined) {
      skeleton[name] = skeletonOf(file, property.schema, property.place, depth + 1);
    }
  }
  return skeleton;
}

/** The properties that a client may send, its own and those of every part of `allOf`. */
function objectShape(
  file: OpenApiFile,
  schema: Readonly<Record<string, unknown>>,
  place: Place,
): ObjectShape {
  const properties = new Map<string, Property>();
  const required = new Set<string>();
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  for (const [index, given] of parts.entries()) {
    const part = file.resolve(given, [...place, 'allOf', index]);
    if (isRecord(part.value)) {
      const shape = objectShape(file, part.value, part.place);
      for (const [name, property] of shape.properties) properties.set(name, property);
      for (const name of shape.required) required.add(name);
    }
  }
  const own = schema['properties'];
  for (const [name, given] of Object.entries(isRecord(own) ? own : {})) {
    const property = file.resolve(given, [...place, 'properties', name]);
    const isReadOnly =
      isRecord(given) && given['readOnly'] === true
        ? true
        : isRecord(property.value) && property.value['readOnly'] === true;
    // Links of a response: no request sends them.
    if (isReadOnly || name === '_links' || name === '_embedded') {
      properties.delete(name);
    } else {
      properties.set(name, { schema: given, place: [...place, 'properties', name] });
    }
  }
  for (const name of Array.isArray(schema['required']) ? schema['required'] : []) {
    if (typeof name === 'string') required.add(name);
  }
  return { properties, required };
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
