import type { CatalogueOperation } from '#catalogue/operation.ts';

type Json = Readonly<Record<string, unknown>>;

/** How deep a response is judged; an object that is deeper, or inside itself, may be empty. */
const mostLevels = 5;

/** The status and schema of an operation's JSON response on success; undefined if its OpenAPI file has none. */
export function jsonAnswerOf(
  root: Json,
  { method, path, id }: CatalogueOperation,
): { readonly status: number; readonly schema: unknown } | undefined {
  const operation = within(root, ['paths', path, method.toLowerCase()]);
  if (!isObject(operation) || operation['operationId'] !== id) return undefined;
  const responses = isObject(operation['responses']) ? operation['responses'] : {};
  const status = Object.keys(responses).find((each) => /^2\d\d$/.test(each));
  if (status === undefined) return undefined;
  const schema = within(resolved(root, responses[status]), [
    'content',
    'application/json',
    'schema',
  ]);
  return schema === undefined ? undefined : { status: Number(status), schema };
}

/**
 * Judges a value by a schema of an OpenAPI file, independently of the code that made the value:
 * types, members, first values, dates; and that no object with members is empty.
 */
export function answerJudge(root: Json): (schema: unknown, value: unknown) => readonly string[] {
  return (schema, value) => problemsOf(root, schema, value, { at: 'body', around: [], levels: 0 });
}

interface Situation {
  readonly at: string;
  /** The schemas of the objects that this value is in. */
  readonly around: readonly unknown[];
  readonly levels: number;
}

function problemsOf(
  root: Json,
  given: unknown,
  value: unknown,
  where: Situation,
): readonly string[] {
  const schema = resolved(root, given);
  if (!isObject(schema)) return [];
  const { at } = where;
  const enumeration: unknown = schema['enum'];
  return [
    ...typeProblems(schema, value).map((problem) => `${at} ${problem}`),
    ...(Array.isArray(enumeration) && !enumeration.includes(value)
      ? [`${at} is ${JSON.stringify(value)}, which is not one of its values`]
      : []),
    ...(schema['format'] === 'date-time' &&
    schema['type'] === 'string' &&
    Number.isNaN(Date.parse(String(value)))
      ? [`${at} is not a date and time`]
      : []),
    ...listProblems(root, schema, value, where),
    ...objectProblems(root, schema, value, where),
  ];
}

function typeProblems({ type }: Json, value: unknown): readonly string[] {
  const isRight = {
    string: typeof value === 'string',
    boolean: typeof value === 'boolean',
    integer: Number.isInteger(value),
    number: typeof value === 'number',
    array: Array.isArray(value),
    object: isObject(value),
  }[String(type)];
  return isRight === false ? [`is not of type ${String(type)}`] : [];
}

function listProblems(root: Json, { type, items }: Json, value: unknown, where: Situation) {
  if (type !== 'array' || !Array.isArray(value)) return [];
  return [
    ...(items !== undefined && value.length === 0 ? [`${where.at} is an empty list`] : []),
    ...value.flatMap((each) => problemsOf(root, items, each, { ...where, at: `${where.at}[]` })),
  ];
}

function objectProblems(
  root: Json,
  schema: Json,
  value: unknown,
  where: Situation,
): readonly string[] {
  const { at, around, levels } = where;
  const members = membersOf(root, schema);
  const names = Object.keys(members);
  if (names.length === 0) return [];
  if (!isObject(value)) return [`${at} is not an object`];
  const isCut = levels >= mostLevels || around.includes(schema);
  if (isCut && Object.keys(value).length === 0) return [];
  const told = names.filter(
    (name) => name !== '_embedded' && !isOnlySent(root, members[name]?.[0]),
  );
  const missing = told.filter((name) => !(name in value));
  const unknown = Object.keys(value).filter((name) => !told.includes(name));
  const inside = { around: [...around, schema], levels: levels + 1 };
  return [
    ...missing.map((name) => `${at} has no ${name}`),
    ...unknown.map((name) => `${at} has ${name}, which is not described`),
    ...Object.entries(value).flatMap(([name, member]) =>
      (members[name] ?? []).flatMap((each) =>
        problemsOf(root, each, member, { at: `${at}.${name}`, ...inside }),
      ),
    ),
  ];
}

/** What a schema says about each member, in all its parts; of alternatives, the first. */
function membersOf(
  root: Json,
  given: unknown,
  around: readonly unknown[] = [],
): Readonly<Record<string, readonly unknown[]>> {
  const schema = resolved(root, given);
  // A part may refer to the whole as one of its own parts.
  if (!isObject(schema) || around.includes(schema)) return {};
  const own = isObject(schema['properties']) ? schema['properties'] : {};
  const parts = [
    ...listOf(schema['allOf']),
    ...listOf(schema['oneOf']).slice(0, 1),
    ...listOf(schema['anyOf']).slice(0, 1),
  ].map((part) => membersOf(root, part, [...around, schema]));
  const all = [
    ...parts,
    Object.fromEntries(Object.entries(own).map(([name, each]) => [name, [each]])),
  ];
  const names = new Set(all.flatMap((each) => Object.keys(each)));
  return Object.fromEntries(
    [...names].map((name) => [name, all.flatMap((each) => each[name] ?? [])]),
  );
}

function isOnlySent(root: Json, schema: unknown): boolean {
  const value = resolved(root, schema);
  return isObject(value) && value['writeOnly'] === true;
}

function resolved(root: Json, given: unknown): unknown {
  let value = given;
  while (isObject(value) && typeof value['$ref'] === 'string') {
    value = within(
      root,
      value['$ref']
        .slice(2)
        .split('/')
        .map((key) => key.replaceAll('~1', '/')),
    );
  }
  return value;
}

function within(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
