import type { ApiAnswers } from '../answerShape.ts';
import { isRecord, type OpenApiFile, type Place } from './openApiFile.ts';

/** An operation as the file has it, and where it stands. */
export interface AnsweringOperation {
  readonly operation: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** How deep objects are told: an object in an object is, what it holds is not. */
const levels = 2;
/** No schema of the files is put together of more parts. */
const mostParts = 8;

/** Reads what the operations of a file answer when all is well, in their order. */
export function answersOf(
  file: OpenApiFile,
  operations: readonly AnsweringOperation[],
): ApiAnswers {
  const places = new Map<string, number>();
  const answers = operations.map(({ operation, place }) => {
    const found = successOf(file, operation, place);
    if (found === undefined) return '';
    const { status, schema, at } = found;
    if (schema === undefined) return status;
    const { type, items } = flat(file, schema, at);
    const isList = type === 'array';
    const shape = shapeOf(file, isList ? items : schema, at, levels);
    const known = places.get(shape) ?? places.size;
    places.set(shape, known);
    return `${status} ${isList ? '*' : ''}${known}`;
  });
  return { shapes: [...places.keys()], answers: answers.join(',') };
}

interface Success {
  readonly status: string;
  /** Of its JSON; undefined where it has none. */
  readonly schema: unknown;
  readonly at: Place;
}

/** The first answer that is no error; undefined where there are only others, such as a redirect. */
function successOf(
  file: OpenApiFile,
  operation: AnsweringOperation['operation'],
  at: Place,
): Success | undefined {
  const { responses } = operation;
  if (!isRecord(responses)) return undefined;
  const status = Object.keys(responses).find((each) => /^2\d\d$/.test(each));
  if (status === undefined) return undefined;
  const { value, place } = file.resolve(responses[status], [...at, 'responses', status]);
  const content = isRecord(value) && isRecord(value['content']) ? value['content'] : {};
  const json = content['application/json'];
  return {
    status,
    schema: isRecord(json) ? json['schema'] : undefined,
    at: [...place, 'content', 'application/json', 'schema'],
  };
}

/** What a schema says, its parts put together. */
interface Flat {
  readonly members: Readonly<Record<string, unknown>>;
  readonly items: unknown;
  readonly type: unknown;
  readonly first: unknown;
  readonly format: unknown;
}

function flat(file: OpenApiFile, given: unknown, at: Place, parts = mostParts): Flat {
  const { value, place } = file.resolve(given, at);
  if (!isRecord(value)) {
    return { members: {}, items: undefined, type: undefined, first: undefined, format: undefined };
  }
  const { properties, items, type, format, allOf, oneOf, anyOf } = value;
  const own: Flat = {
    members: isRecord(properties) ? properties : {},
    items,
    type,
    first: Array.isArray(value['enum']) ? (value['enum'] as readonly unknown[])[0] : undefined,
    format,
  };
  if (parts === 0) return own;
  // Of alternatives the first stands for all.
  return [...listOf(allOf), ...listOf(oneOf).slice(0, 1), ...listOf(anyOf).slice(0, 1)]
    .map((part) => flat(file, part, place, parts - 1))
    .reduce(
      (whole, part) => ({
        members: { ...part.members, ...whole.members },
        items: whole.items ?? part.items,
        type: whole.type ?? part.type,
        first: whole.first ?? part.first,
        format: whole.format ?? part.format,
      }),
      own,
    );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function shapeOf(file: OpenApiFile, schema: unknown, at: Place, deep: number): string {
  const { members, items, type, first, format } = flat(file, schema, at);
  const names = Object.keys(members).filter((name) => name !== '_embedded' && isPlain(name));
  if (names.length > 0) {
    const told = deep === 0 ? [] : names;
    return `{${told.map((name) => `${name}${memberOf(file, name, members[name], at, deep)}`).join(' ')}}`;
  }
  if (type === 'array') return deep > 0 ? `[${shapeOf(file, items, at, deep - 1)}]` : '[]';
  if (type === 'object') return '{}';
  if (typeof first === 'string' && isPlain(first)) return `=${first}`;
  if (type === 'boolean') return '?';
  if (type === 'integer' || type === 'number') return '#';
  return format === 'date-time' ? '@' : '';
}

/** Links differ from one object to the next, and have addresses in them. */
function memberOf(
  file: OpenApiFile,
  name: string,
  schema: unknown,
  at: Place,
  deep: number,
): string {
  return name === '_links' ? '{}' : shapeOf(file, schema, at, deep - 1);
}

/** Whether a text can stand in a shape. */
function isPlain(text: string): boolean {
  return /^[^\s{}[\]=?#@,]+$/.test(text);
}
