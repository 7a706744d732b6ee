/**
 * What a piece of data must look like. One description serves both: the JSON Schema that is
 * published, and the checks that tell a person what to fix.
 */
export type Shape =
  | {
      readonly kind: 'text';
      readonly longest: number;
      readonly pattern?: RegExp;
      readonly form?: string;
    }
  /** Any data, such as data that is judged separately. */
  | { readonly kind: 'anything' }
  | { readonly kind: 'choice'; readonly among: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape; readonly least: number; readonly most: number }
  | {
      readonly kind: 'record';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly optional?: readonly string[];
    }
  /** A choice written as text, or a record in its place. */
  | { readonly kind: 'either'; readonly choice: Shape; readonly record: Shape };

export type Path = readonly (string | number)[];

/** Something that must be fixed, and where. */
export interface ShapeProblem {
  readonly path: Path;
  /** What is so, and what to do. */
  readonly text: string;
}

/** Returns the JSON Schema (draft 2020-12) of a shape. */
export function jsonSchemaOf(shape: Shape): Readonly<Record<string, unknown>> {
  switch (shape.kind) {
    case 'anything':
      return {};
    case 'text':
      return {
        type: 'string',
        minLength: 1,
        maxLength: shape.longest,
        pattern: shape.pattern === undefined ? String.raw`\S` : shape.pattern.source,
      };
    case 'choice':
      return { enum: shape.among };
    case 'list':
      return {
        type: 'array',
        items: jsonSchemaOf(shape.of),
        minItems: shape.least,
        maxItems: shape.most,
      };
    case 'record':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.fields).map(([name, field]) => [name, jsonSchemaOf(field)]),
        ),
        required: requiredFields(shape),
        additionalProperties: false,
      };
    case 'either':
      return { anyOf: [jsonSchemaOf(shape.choice), jsonSchemaOf(shape.record)] };
  }
}

const requiredFields = (shape: Extract<Shape, { kind: 'record' }>): readonly string[] =>
  Object.keys(shape.fields).filter((name) => !(shape.optional ?? []).includes(name));

/** The most problems that are reported at once; once they are fixed, the next ones follow. */
export const mostProblems = 50;

/**
 * Reports where data differs from a shape; an empty list if it fits. It stops at a maximum number
 * of problems, so data of any size is judged quickly.
 */
export function problemsOf(
  shape: Shape,
  data: unknown,
  path: Path = [],
  most = mostProblems,
): readonly ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  for (const problem of problemsIn(shape, data, path)) {
    problems.push(problem);
    if (problems.length >= most) break;
  }
  return problems;
}

function* problemsIn(shape: Shape, data: unknown, path: Path): Generator<ShapeProblem> {
  switch (shape.kind) {
    case 'anything':
      return;
    case 'text':
      for (const text of textProblems(shape, data)) yield { path, text };
      return;
    case 'choice':
      if (typeof data === 'string' && shape.among.includes(data)) return;
      yield {
        path,
        text: `${told(data)} is none of these: ${shape.among.join(', ')}.${near(data, shape.among)}`,
      };
      return;
    case 'list':
      if (!Array.isArray(data)) {
        yield { path, text: `${told(data)} must be a list, with a hyphen before each entry.` };
        return;
      }
      if (data.length < shape.least) yield { path, text: `Add at least ${shape.least} here.` };
      if (data.length > shape.most) yield { path, text: `At most ${shape.most} fit here.` };
      for (const [index, each] of data.slice(0, shape.most).entries()) {
        yield* problemsIn(shape.of, each, [...path, index]);
      }
      return;
    case 'record':
      yield* recordProblems(shape, data, path);
      return;
    case 'either':
      yield* problemsIn(typeof data === 'string' ? shape.choice : shape.record, data, path);
  }
}

function textProblems(
  { longest, pattern, form }: Extract<Shape, { kind: 'text' }>,
  data: unknown,
): readonly string[] {
  if (typeof data !== 'string') return [`${told(data)} must be text. Put it in quotes.`];
  if (data.trim() === '') return ['This is empty. Write something, or leave the card out.'];
  // As JSON Schema counts: by characters, not by halves of them.
  const length = Array.from(data).length;
  if (length > longest) return [`This has ${length} characters; ${longest} fit on the card.`];
  if (pattern !== undefined && !pattern.test(data))
    return [`“${data.slice(0, mostQuoted)}” must be ${form ?? pattern.source}.`];
  return [];
}

function* recordProblems(
  shape: Extract<Shape, { kind: 'record' }>,
  data: unknown,
  path: Path,
): Generator<ShapeProblem> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    yield { path, text: `${told(data)} must contain: ${Object.keys(shape.fields).join(', ')}.` };
    return;
  }
  const given = new Map<string, unknown>(Object.entries(data));
  const known = Object.keys(shape.fields);
  for (const name of given.keys()) {
    if (known.includes(name)) continue;
    yield {
      path: [...path, name],
      text: `“${name.slice(0, mostQuoted)}” is not a field here. The fields are ${known.join(', ')}.${near(name, known)}`,
    };
  }
  for (const name of requiredFields(shape)) {
    if (!given.has(name)) yield { path, text: `“${name}” is missing. Add it.` };
  }
  for (const [name, field] of Object.entries(shape.fields)) {
    if (given.has(name)) yield* problemsIn(field, given.get(name), [...path, name]);
  }
}

/** How much of somebody's text is quoted, in characters. */
const mostQuoted = 60;

function told(data: unknown): string {
  if (typeof data === 'string') return `“${data.slice(0, mostQuoted)}”`;
  if (data === null || data === undefined) return 'This';
  if (Array.isArray(data)) return 'A list';
  return typeof data === 'number' || typeof data === 'bigint' || typeof data === 'boolean'
    ? `${data}`
    : 'A record';
}

/** Names the choice that somebody may have meant: the same except for case, or with the same beginning. */
function near(data: unknown, among: readonly string[]): string {
  if (typeof data !== 'string' || data === '') return '';
  const plain = data.toLowerCase();
  const found = among.find(
    (each) =>
      each.toLowerCase() === plain ||
      (plain.length > 2 && each.toLowerCase().startsWith(plain.slice(0, -1))),
  );
  return found === undefined ? '' : ` Did you mean ${found}?`;
}
