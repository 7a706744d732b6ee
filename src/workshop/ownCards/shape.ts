/**
 * What a piece of data must look like. One description serves both: the JSON Schema that is
 * published, and the checks that tell a person what to mend.
 */
export type Shape =
  | {
      readonly kind: 'text';
      readonly longest: number;
      readonly pattern?: RegExp;
      readonly form?: string;
    }
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

/** Something that must be mended, and where. */
export interface ShapeProblem {
  readonly path: Path;
  /** What is so, and what to do. */
  readonly text: string;
}

/** Gives the JSON Schema (draft 2020-12) of a shape. */
export function jsonSchemaOf(shape: Shape): Readonly<Record<string, unknown>> {
  switch (shape.kind) {
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

/** Tells everything in which data differs from a shape; nothing when it fits. */
export function problemsOf(shape: Shape, data: unknown, path: Path = []): readonly ShapeProblem[] {
  const problem = (text: string): readonly ShapeProblem[] => [{ path, text }];
  switch (shape.kind) {
    case 'text':
      return textProblems(shape, data).flatMap(problem);
    case 'choice':
      return typeof data === 'string' && shape.among.includes(data)
        ? []
        : problem(
            `${told(data)} is none of these: ${shape.among.join(', ')}.${near(data, shape.among)}`,
          );
    case 'list':
      if (!Array.isArray(data))
        return problem(`${told(data)} must be a list, with a hyphen before each.`);
      return [
        ...(data.length < shape.least ? problem(`Give at least ${shape.least} here.`) : []),
        ...(data.length > shape.most ? problem(`At most ${shape.most} fit here.`) : []),
        ...data
          .slice(0, shape.most)
          .flatMap((each: unknown, index) => problemsOf(shape.of, each, [...path, index])),
      ];
    case 'record':
      return recordProblems(shape, data, path);
    case 'either':
      return typeof data === 'string'
        ? problemsOf(shape.choice, data, path)
        : problemsOf(shape.record, data, path);
  }
}

function textProblems(
  { longest, pattern, form }: Extract<Shape, { kind: 'text' }>,
  data: unknown,
): readonly string[] {
  if (typeof data !== 'string') return [`${told(data)} must be a text. Put it in quotes.`];
  if (data.trim() === '') return ['This is empty. Write something, or leave the card out.'];
  // As JSON Schema counts: by characters, not by halves of them.
  const length = Array.from(data).length;
  if (length > longest) return [`This has ${length} characters; ${longest} fit on the card.`];
  if (pattern !== undefined && !pattern.test(data))
    return [`“${data}” must be ${form ?? pattern.source}.`];
  return [];
}

function recordProblems(
  shape: Extract<Shape, { kind: 'record' }>,
  data: unknown,
  path: Path,
): readonly ShapeProblem[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return [{ path, text: `${told(data)} must hold: ${Object.keys(shape.fields).join(', ')}.` }];
  }
  const given = new Map<string, unknown>(Object.entries(data));
  const known = Object.keys(shape.fields);
  return [
    ...[...given.keys()]
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: [...path, name],
        text: `“${name}” is not known here. Known: ${known.join(', ')}.${near(name, known)}`,
      })),
    ...requiredFields(shape)
      .filter((name) => !given.has(name))
      .map((name) => ({ path, text: `“${name}” is missing. Add it.` })),
    ...Object.entries(shape.fields).flatMap(([name, field]) =>
      given.has(name) ? problemsOf(field, given.get(name), [...path, name]) : [],
    ),
  ];
}

function told(data: unknown): string {
  if (typeof data === 'string') return `“${data.slice(0, 60)}”`;
  if (data === null || data === undefined) return 'Nothing';
  if (Array.isArray(data)) return 'A list';
  return typeof data === 'number' || typeof data === 'bigint' || typeof data === 'boolean'
    ? `${data}`
    : 'A record';
}

/** Names the choice that somebody may have meant: the same but for case, or with the same beginning. */
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
