import type { ApiAnswers } from '../answerShape.ts';
import { isRecord, type OpenApiFile, type Place } from './openApiFile.ts';

/** An operation as it is in the file, and where it is. */
export interface AnsweringOperation {
  readonly operation: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** No schema in the files has more parts. */
const mostParts = 8;

/** Reads the successful responses of a file's operations, in order. */
export function answersOf(
  file: OpenApiFile,
  operations: readonly AnsweringOperation[],
): ApiAnswers {
  const shapes = new ListedShapes(file);
  const answers = operations.map(({ operation, place }) => {
    const found = successOf(file, operation, place);
    if (found === undefined) return '';
    const { status, schema, at } = found;
    return schema === undefined ? status : `${status} ${shapes.shapeOf(schema, at)}`;
  });
  return { shapes: shapes.listed(), answers: answers.join(',') };
}

/** The shapes of a file's schemas. A named object is listed once, and referred to by its number elsewhere. */
class ListedShapes {
  readonly #file: OpenApiFile;
  /** By the place of the schema. */
  readonly #places = new Map<string, number>();
  readonly #shapes: string[] = [];

  constructor(file: OpenApiFile) {
    this.#file = file;
  }

  listed(): readonly string[] {
    return this.#shapes;
  }

  shapeOf(schema: unknown, at: Place): string {
    const { place } = this.#file.resolve(schema, at);
    const whole = flat(this.#file, schema, at);
    const names = Object.entries(whole.members)
      .filter(([name, member]) => name !== '_embedded' && this.#isAnswered(member))
      .map(([name]) => name);
    if (names.length === 0) return this.#withoutMembers(whole);
    const within = (): string =>
      `{${names.map((name) => this.#memberOf(name, whole.members[name])).join(' ')}}`;
    const isNamed = place[0] === 'components' && place.length === 3;
    if (!isNamed) return within();
    const key = place.join(' ');
    const known = this.#places.get(key);
    if (known !== undefined) return `~${known}`;
    // Its place is taken before its members are read, which may lead back to it.
    const own = this.#shapes.length;
    this.#places.set(key, own);
    this.#shapes.push('');
    this.#shapes[own] = within();
    return `~${own}`;
  }

  /** A member that is only ever sent, such as a password, is in no response. */
  #isAnswered({ schema, at }: Located): boolean {
    const { value } = this.#file.resolve(schema, at);
    return !(isRecord(value) && value['writeOnly'] === true);
  }

  #memberOf(name: string, member: Located | undefined): string {
    return member === undefined
      ? encodedWord(name)
      : `${encodedWord(name)}${this.shapeOf(member.schema, member.at)}`;
  }

  #withoutMembers(whole: Flat): string {
    const { type, items, first, format } = whole;
    if (type === 'array')
      return items === undefined ? '[!]' : `[${this.shapeOf(items.schema, items.at)}]`;
    if (type === 'object' || Object.keys(whole.members).length > 0) return '{}';
    if (typeof first === 'string') return `=${encodedWord(first)}`;
    if (type === 'boolean') return '?';
    if (type === 'integer' || type === 'number')
      return typeof first === 'number' ? `#${first}` : '#';
    return formatMarks.get(String(format)) ?? '';
  }
}

const formatMarks: ReadonlyMap<string, string> = new Map([
  ['date-time', '@'],
  ['email', '^email'],
  ['uri', '^uri'],
  ['url', '^uri'],
  ['uuid', '^uuid'],
]);

interface Success {
  readonly status: string;
  /** The schema of its JSON; undefined if it has none. */
  readonly schema: unknown;
  readonly at: Place;
}

/** The first successful response; undefined if there are only others, such as a redirect. */
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

/** A schema, and where it is. */
interface Located {
  readonly schema: unknown;
  readonly at: Place;
}

/** What a schema says, with its parts combined. */
interface Flat {
  readonly members: Readonly<Record<string, Located>>;
  readonly items: Located | undefined;
  readonly type: unknown;
  readonly first: unknown;
  readonly format: unknown;
}

const nothing: Flat = {
  members: {},
  items: undefined,
  type: undefined,
  first: undefined,
  format: undefined,
};

function flat(file: OpenApiFile, given: unknown, at: Place, parts = mostParts): Flat {
  const { value, place } = file.resolve(given, at);
  if (!isRecord(value)) return nothing;
  const { properties, items, type, format, allOf, oneOf, anyOf } = value;
  const own: Flat = {
    members: Object.fromEntries(
      Object.entries(isRecord(properties) ? properties : {}).map(([name, schema]) => [
        name,
        { schema, at: [...place, 'properties', name] },
      ]),
    ),
    items: items === undefined ? undefined : { schema: items, at: [...place, 'items'] },
    type,
    first: listOf(value['enum'])[0],
    format,
  };
  if (parts === 0) return own;
  // The first alternative stands for all. Later parts are more exact.
  return [...listOf(allOf), ...listOf(oneOf).slice(0, 1), ...listOf(anyOf).slice(0, 1)]
    .map((part) => flat(file, part, place, parts - 1))
    .concat(own)
    .reduce(
      (whole, part) => ({
        members: { ...whole.members, ...tellingMembers(file, whole, part) },
        items: part.items ?? whole.items,
        type: part.type ?? whole.type,
        first: part.first ?? whole.first,
        format: part.format ?? whole.format,
      }),
      nothing,
    );
}

/** The members of a part, except those about which the whole says more. */
function tellingMembers(file: OpenApiFile, whole: Flat, part: Flat): Flat['members'] {
  return Object.fromEntries(
    Object.entries(part.members).filter(([name, { schema, at }]) => {
      if (!Object.hasOwn(whole.members, name)) return true;
      const { members, items, first } = flat(file, schema, at);
      return first !== undefined || items !== undefined || Object.keys(members).length > 0;
    }),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A name or a text in which every character with a meaning in a shape is percent-encoded. */
function encodedWord(text: string): string {
  return encodeURI(text).replaceAll(
    /[[\]=?#@~!,]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
}
