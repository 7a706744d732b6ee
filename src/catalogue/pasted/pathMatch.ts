import { editDistance } from '../editDistance.ts';
import type { Catalogue, CatalogueOperation } from '../operation.ts';

/** The operations at a path, and what was corrected to find them. */
export interface PathMatch {
  readonly template: string;
  readonly operations: readonly CatalogueOperation[];
  /** A literal segment was written in other capitals. */
  readonly hasOtherCapitals: boolean;
}

/**
 * A path of the catalogue, split once: a log has ten thousand paths that are compared with each.
 */
interface Template {
  readonly path: string;
  readonly segments: readonly string[];
  readonly inSmallLetters: readonly string[];
  readonly operations: CatalogueOperation[];
}

interface Templates {
  readonly byLength: ReadonlyMap<number, readonly Template[]>;
  /** Every literal segment, in lower case. */
  readonly literals: ReadonlySet<string>;
}

const templatesOf = new WeakMap<Catalogue, Templates>();

function templates(catalogue: Catalogue): Templates {
  const known = templatesOf.get(catalogue);
  if (known !== undefined) return known;
  const byPath = new Map<string, Template>();
  const byLength = new Map<number, Template[]>();
  const literals = new Set<string>();
  for (const operation of catalogue.operations) {
    const { path } = operation;
    const template = byPath.get(path) ?? {
      path,
      segments: path.split('/'),
      inSmallLetters: path.toLowerCase().split('/'),
      operations: [],
    };
    template.operations.push(operation);
    const { segments } = template;
    if (!byPath.has(path)) {
      byPath.set(path, template);
      byLength.set(segments.length, [...(byLength.get(segments.length) ?? []), template]);
    }
    for (const segment of segments) {
      if (!segment.startsWith('{')) literals.add(segment.toLowerCase());
    }
  }
  const made = { byLength, literals };
  templatesOf.set(catalogue, made);
  return made;
}

/**
 * Whether a segment is a literal part of a path in the catalogue, and so reveals nothing about
 * anyone.
 */
export function isKnownSegment(catalogue: Catalogue, segment: string): boolean {
  return templates(catalogue).literals.has(segment);
}

/** What a person writes for a value: `{id}`, `:id`, `<id>`, `%s`, `*`. */
const placeholder = /^(?:\{.*\}|:[A-Za-z_].*|<.*>|%[sdv]|\*|\.{3}|…)$/;

type Fit = 'exact' | 'capitals' | 'value';

/**
 * Finds the operations with this path: the whole path, with literal segments before placeholders.
 * Templates that differ only in the names of their placeholders count as one path.
 */
export function matchPath(catalogue: Catalogue, path: string): PathMatch | undefined {
  const segments = path.split('/');
  const inSmallLetters = path.toLowerCase().split('/');
  const fitting = (templates(catalogue).byLength.get(segments.length) ?? []).flatMap((template) => {
    const fits = fitsOf(template, segments, inSmallLetters);
    return fits === undefined ? [] : [{ template, fits }];
  });
  const [best] = fitting.toSorted((one, other) => compareFits(one.fits, other.fits));
  if (best === undefined || isMistypedLiteral(catalogue, best.template, segments)) return undefined;
  const same = fitting.filter(({ fits }) => compareFits(fits, best.fits) === 0);
  return {
    template: best.template.path,
    operations: same.flatMap(({ template }) => template.operations),
    hasOtherCapitals: best.fits.includes('capitals'),
  };
}

/** How each segment fits; undefined as soon as one does not. */
function fitsOf(
  template: Template,
  segments: readonly string[],
  inSmallLetters: readonly string[],
): readonly Fit[] | undefined {
  const fits: Fit[] = [];
  for (const [position, segment] of segments.entries()) {
    const expected = template.segments[position] ?? '';
    let fit: Fit = 'value';
    if (expected.startsWith('{')) {
      // `me` stands for the person who calls, so only a user can have this name.
      const isMe = inSmallLetters[position] === 'me' && segments[position - 1] !== 'users';
      if (segment === '' || isMe || segment === '.' || segment === '..') return undefined;
    } else if (expected === segment) fit = 'exact';
    else if (template.inSmallLetters[position] === inSmallLetters[position]) fit = 'capitals';
    else return undefined;
    fits.push(fit);
  }
  return fits;
}

/** The earlier a literal is, the more it says. */
function compareFits(one: readonly Fit[], other: readonly Fit[]): number {
  for (const [position, fit] of one.entries()) {
    const difference = Number(fit === 'value') - Number(other[position] === 'value');
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether an apparent value is a literal of the same place with a wrong letter: `groups/rule` for
 * `groups/rules`.
 */
function isMistypedLiteral(
  catalogue: Catalogue,
  { segments: expected }: Template,
  segments: readonly string[],
): boolean {
  return segments.some((segment, position) => {
    if (expected[position]?.startsWith('{') !== true) return false;
    if (placeholder.test(segment) || !/^[A-Za-z-]{4,30}$/.test(segment)) return false;
    return siblings(catalogue, expected, position).some(
      (literal) => editDistance(literal.toLowerCase(), segment.toLowerCase(), 1) === 1,
    );
  });
}

/** The literals at one place in paths that begin the same. */
function siblings(
  catalogue: Catalogue,
  template: readonly string[],
  position: number,
): readonly string[] {
  const found = new Set<string>();
  for (const same of templates(catalogue).byLength.values()) {
    for (const { segments: other } of same) {
      const literal = other[position];
      if (literal === undefined || literal.startsWith('{')) continue;
      if (template.slice(0, position).every((segment, at) => sameShape(segment, other[at]))) {
        found.add(literal);
      }
    }
  }
  return [...found];
}

const sameShape = (one: string, other: string | undefined): boolean =>
  one === other || (one.startsWith('{') && other?.startsWith('{') === true);

/** How many similar operations are named. */
const mostNear = 5;

/**
 * The operations with nearly this path: wrong letters, one segment too many or too few, or the
 * beginning left out.
 */
export function nearPaths(
  catalogue: Catalogue,
  path: string,
  method: string | undefined,
): readonly CatalogueOperation[] {
  const segments = path.split('/').slice(0, 20);
  const forms = [
    { segments, cost: 0 },
    { segments: ['', 'api', 'v1', ...segments.slice(1)], cost: 1 },
    ...(segments[1] === 'v1' ? [{ segments: ['', 'api', ...segments.slice(1)], cost: 1 }] : []),
    ...(segments[1] === 'api' && segments[2] !== 'v1'
      ? [{ segments: ['', 'api', 'v1', ...segments.slice(segments[2] === 'v2' ? 3 : 2)], cost: 1 }]
      : []),
  ];
  const found = new Map<CatalogueOperation, number>();
  for (const same of templates(catalogue).byLength.values()) {
    for (const { segments: expected, operations } of same) {
      const cost = Math.min(
        ...forms.map((form) => form.cost + distanceOf(expected, form.segments)),
      );
      if (cost > 3) continue;
      for (const operation of operations) {
        found.set(
          operation,
          cost + (method === undefined || operation.method === method ? 0 : 0.5),
        );
      }
    }
  }
  const nearest = Math.min(...found.values());
  return [...found]
    .filter(([, cost]) => cost <= nearest + 1)
    .toSorted(
      ([one, first], [other, second]) => first - second || one.path.length - other.path.length,
    )
    .slice(0, mostNear)
    .map(([operation]) => operation);
}

function distanceOf(expected: readonly string[], segments: readonly string[]): number {
  const lengths = expected.length - segments.length;
  if (Math.abs(lengths) > 1) return Infinity;
  let cost = lengths === 0 ? 0 : 1.5;
  let literalsMet = 0;
  for (const [position, segment] of segments.slice(0, expected.length).entries()) {
    const wanted = expected[position] ?? '';
    if (wanted === segment) {
      literalsMet += Number(position > 2);
      continue;
    }
    if (wanted.startsWith('{')) {
      cost += /^[A-Za-z-]{1,30}$/.test(segment) && segment.toLowerCase() !== 'me' ? 0.6 : 0;
      continue;
    }
    const most = segment.length > 4 ? 2 : 1;
    const wrong = editDistance(wanted.toLowerCase(), segment.toLowerCase(), most);
    if (wrong === Infinity) return Infinity;
    literalsMet += Number(position > 2);
    cost += wrong;
  }
  return literalsMet === 0 ? Infinity : cost;
}
