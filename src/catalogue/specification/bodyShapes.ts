import {
  type ApiBodyShapes,
  type BodyShape,
  type ObjectShape,
  type PlainType,
  plainTypes,
  scalarTypes,
} from '../bodyShape.ts';
import type { Bounds } from '../bounds.ts';
import { regularExpression } from '../regularExpression.ts';
import { isRecord, type OpenApiFile, type Place } from './openApiFile.ts';
import { withSharedShapes } from './sharedShapes.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The schema of an operation's JSON body, and where it is. */
export interface BodySchema {
  readonly operationId: string;
  readonly schema: unknown;
  readonly place: Place;
}

/**
 * Reads what the specification says about the bodies in a file. Members that only a response has
 * are left out. A schema that several bodies share is read once.
 */
export function bodyShapesOf(file: OpenApiFile, schemas: readonly BodySchema[]): ApiBodyShapes {
  const named = new Map<string, BodyShape>();
  const places = new Map<string, number>();
  const shapes: BodyShape[] = [];

  /**
   * The place of a named schema in the list, which it gets before it is read: a schema may contain
   * itself.
   */
  function placeOf(name: string, given: unknown, at: Place): BodyShape {
    const short = named.get(name);
    if (short !== undefined) return short;
    const known = places.get(name);
    if (known !== undefined) return known;
    const index = shapes.length;
    places.set(name, index);
    shapes.push('any');
    const { value, place } = file.resolve(given, at);
    const shape = shapeOf(value, place);
    if (typeof shape === 'object') {
      shapes[index] = shape;
      return index;
    }
    // A short shape is written where it is used.
    if (index === shapes.length - 1) shapes.pop();
    named.set(name, shape);
    return shape;
  }

  function shapeOf(given: unknown, at: Place): BodyShape {
    if (!isRecord(given)) return 'any';
    const reference = given['$ref'];
    if (typeof reference === 'string') return placeOf(reference, given, at);
    const isObject = ['properties', 'allOf', 'discriminator'].some((key) => key in given);
    if (isObject || given['type'] === 'object') return objectShape(given, at);
    const key = given['oneOf'] === undefined ? 'anyOf' : 'oneOf';
    const alternatives = listOf(given[key]);
    if (alternatives.length > 0) {
      const anyOf = alternatives.map((each, index) => shapeOf(each, [...at, key, index]));
      return anyOf.includes('any') ? 'any' : { anyOf };
    }
    if (given['type'] === 'array') {
      return {
        items: shapeOf(given['items'], [...at, 'items']),
        ...numbersOf(given, ['minItems', 'maxItems']),
      };
    }
    return scalarShape(file, given, at);
  }

  function objectShape(schema: Schema, place: Place): BodyShape {
    const members = new Map<string, BodyShape>();
    const responseOnly = new Set<string>();
    const required = new Set<string>();
    let others: BodyShape | undefined;
    let isOpen = false;
    let by: ObjectShape['by'];
    collect(schema, place, []);
    // The file also requires names that no member has, which its authors meant for another object.
    const sent = [...required].filter((name) => members.has(name));
    const isEmpty = members.size === 0 && sent.length === 0 && by === undefined;
    if (isEmpty && others === undefined && schema['type'] !== 'object') return 'any';
    return {
      ...byType(members),
      ...(sent.length === 0 ? {} : { required: sent.join(' ') }),
      ...(isOpen ? { open: true as const } : {}),
      ...(others === undefined || others === 'any' ? {} : { others }),
      ...(by === undefined ? {} : { by }),
    };

    function collect(part: Schema, at: Place, around: readonly Schema[]): void {
      if (around.includes(part)) return;
      for (const [index, each] of listOf(part['allOf']).entries()) {
        const found = file.resolve(each, [...at, 'allOf', index]);
        if (isRecord(found.value)) collect(found.value, found.place, [...around, part]);
      }
      const { discriminator, additionalProperties } = part;
      if (additionalProperties === true) isOpen = true;
      if (isRecord(additionalProperties)) {
        isOpen = true;
        others = shapeOf(additionalProperties, [...at, 'additionalProperties']);
      }
      for (const [name, property] of Object.entries(recordOf(part['properties']))) {
        const here: Place = [...at, 'properties', name];
        const described = [recordOf(property), recordOf(file.resolve(property, here).value)];
        if (described.some(({ readOnly }) => readOnly === true) || responseLinks.has(name)) {
          responseOnly.add(name);
          members.delete(name);
        } else {
          responseOnly.delete(name);
          members.set(refuseSpace(file, name, here), shapeOf(property, here));
        }
      }
      for (const name of listOf(part['required'])) required.add(String(name));
      // Only of the schema itself: each of its cases contains it, which would lead back here.
      const mapping = isRecord(discriminator) ? discriminator['mapping'] : undefined;
      if (around.length === 0 && isRecord(discriminator) && isRecord(mapping)) {
        by = {
          member: String(discriminator['propertyName']),
          shapes: Object.fromEntries(
            Object.entries(mapping).map(([value, $ref]) => [
              value,
              shapeOf({ $ref }, [...at, 'discriminator', 'mapping', value]),
            ]),
          ),
        };
      }
    }
  }

  const bodies = schemas.flatMap(({ operationId, schema, place }) => {
    const shape = shapeOf(schema, place);
    return shape === 'any' ? [] : [[operationId, shape] as const];
  });
  return withSharedShapes({ shapes, bodies: Object.fromEntries(bodies) });
}

function scalarShape(file: OpenApiFile, schema: Schema, place: Place): BodyShape {
  const type = scalarTypes.find((each) => each === schema['type']);
  if (type === undefined) return 'any';
  const values = listOf(schema['enum'])
    .filter((value) => value !== null)
    .map(String);
  const bounds = boundsOf(file, schema, place);
  return values.length === 0 && Object.keys(bounds).length === 0
    ? type
    : { type, ...(values.length === 0 ? {} : { values }), ...bounds };
}

/** Plain members by their types, the others with their shapes. */
function byType(all: ReadonlyMap<string, BodyShape>): ObjectShape {
  const names: Partial<Record<PlainType, string>> = {};
  const members: Record<string, BodyShape> = {};
  for (const [name, shape] of all) {
    const type = plainTypes.find((each) => each === shape);
    if (type === undefined) members[name] = shape;
    else names[type] = names[type] === undefined ? name : `${names[type]} ${name}`;
  }
  return { ...names, ...(Object.keys(members).length === 0 ? {} : { members }) };
}

/** The names of members are one text, separated by spaces. */
function refuseSpace(file: OpenApiFile, name: string, place: Place): string {
  return name === '' || /\s/.test(name)
    ? file.refuse(
        place,
        'the catalogue has no word for a member whose name is empty or has a space',
      )
    : name;
}

/** Links of a response: no request sends them. */
const responseLinks: ReadonlySet<string> = new Set(['_links', '_embedded']);

/**
 * Reads the bounds of a text or a number.
 *
 * @throws SpecificationError if a pattern is not a regular expression
 */
export function boundsOf(file: OpenApiFile, schema: Schema, place: Place): Bounds {
  const { pattern } = schema;
  if (typeof pattern === 'string') {
    try {
      regularExpression(pattern);
    } catch {
      return file.refuse([...place, 'pattern'], 'this is not a regular expression');
    }
  }
  return {
    ...numbersOf(schema, ['minimum', 'maximum', 'minLength', 'maxLength']),
    ...(typeof pattern === 'string' ? { pattern } : {}),
  };
}

function numbersOf<Key extends string>(
  schema: Schema,
  keys: readonly Key[],
): { readonly [K in Key]?: number } {
  const found: { [K in Key]?: number } = {};
  for (const key of keys) {
    const value = schema[key];
    if (typeof value === 'number') found[key] = value;
  }
  return found;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Schema {
  return isRecord(value) ? value : {};
}
