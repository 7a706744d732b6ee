import { editDistance } from './editDistance.ts';
import {
  type ApiId,
  apiIds,
  apiNames,
  type Catalogue,
  type CatalogueOperation,
  lifecycles,
} from './operation.ts';
import { findByReference } from './references.ts';
import { covers } from './scopes.ts';
import { comparable, meaningsOf, withoutMarks, wordsOfName } from './words.ts';

/** A catalogue, prepared for searches. Make it once. */
export interface OperationIndex {
  readonly catalogue: Catalogue;
  /** Prepared at the first search: that takes a slow phone a quarter of a second. */
  readonly prepared: () => PreparedOperations;
}

interface PreparedOperations {
  /** For each word, the operations that have it, with its weight there. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** The words in alphabetical order, to find those that begin with some letters. */
  readonly words: readonly string[];
  /** The words by their length, to find those that are nearly the same. */
  readonly wordsByLength: ReadonlyMap<number, readonly string[]>;
  /** Operations by the number of segments of their paths. */
  readonly bySegments: ReadonlyMap<number, readonly CatalogueOperation[]>;
  /** The position of each operation when nothing else decides. */
  readonly order: ReadonlyMap<CatalogueOperation, number>;
  /** What each operation's name says. */
  readonly names: ReadonlyMap<CatalogueOperation, OperationName>;
}

/** An operation's name, divided once: a query compares it with every match. */
interface OperationName {
  /** The words of its id as they are compared. */
  readonly words: readonly string[];
  /** The same words as they are written: "users" is not "user". */
  readonly written: ReadonlySet<string>;
  readonly tag: string;
  /** The last part of a path without placeholders; empty for other paths. */
  readonly resource: string;
}

interface Posting {
  readonly operation: CatalogueOperation;
  readonly weight: number;
}

export interface FindOptions {
  /** How many matches to return; by default 50. */
  readonly limit?: number;
  readonly api?: ApiId;
  readonly tag?: string;
  /** Only operations that accept an access token with this scope. */
  readonly scope?: string;
}

export interface FoundOperations {
  /** The best first. */
  readonly operations: readonly CatalogueOperation[];
  /** How many there are without the limit. */
  readonly total: number;
  /** Words of the query that no operation has, even with typing errors. */
  readonly unmatched: readonly string[];
}

/** How much a word counts, by where it is. */
const weights = { id: 3, tag: 1.6, path: 1.3, scope: 1, api: 0.6, method: 0.8 } as const;

/** How much a match counts, by how it was found. */
const qualities = { exact: 1, prefix: 0.8, meaning: 0.65, oneWrong: 0.55, twoWrong: 0.4 } as const;

/** A text with more than these is not a query: the rest is ignored. */
const longestQuery = 300;
const mostWords = 12;

/** Prepares a catalogue for {@link findOperations}. */
export function operationIndex(catalogue: Catalogue): OperationIndex {
  let prepared: PreparedOperations | undefined;
  return { catalogue, prepared: () => (prepared ??= preparedFor(catalogue)) };
}

function preparedFor(catalogue: Catalogue): PreparedOperations {
  const found = new Map<string, Map<CatalogueOperation, number>>();
  for (const operation of catalogue.operations) {
    for (const [word, weight] of weighedWords(operation)) {
      const operations = found.get(word) ?? new Map<CatalogueOperation, number>();
      operations.set(operation, Math.max(weight, operations.get(operation) ?? 0));
      found.set(word, operations);
    }
  }
  const words = [...found.keys()].toSorted();
  const ordered = catalogue.operations.toSorted(usualOrder);
  return {
    postings: new Map(
      [...found].map(([word, operations]) => [
        word,
        [...operations].map(([operation, weight]) => ({ operation, weight })),
      ]),
    ),
    words,
    wordsByLength: groupedBy(words, (word) => word.length),
    bySegments: groupedBy(ordered, ({ path }) => path.split('/').length),
    order: new Map(ordered.map((operation, index) => [operation, index])),
    names: new Map(ordered.map((operation) => [operation, nameOf(operation)])),
  };
}

function nameOf({ id, tag, path }: CatalogueOperation): OperationName {
  const words = wordsOfName(id);
  return {
    words: words.map(comparable),
    written: new Set(words.map((word) => word.toLowerCase())),
    tag: comparable(tag),
    resource: path.includes('{') ? '' : comparable(path.split('/').at(-1) ?? ''),
  };
}

/**
 * Finds operations from what a person types: words, an id, a path or a whole address, a scope. It
 * tolerates small typing errors, and the last word may be unfinished. It accepts any text and never
 * throws.
 */
export function findOperations(
  index: OperationIndex,
  query: string,
  options: FindOptions = {},
): FoundOperations {
  const text = query.slice(0, longestQuery).trim();
  const { operations, unmatched } = ranked(index, text);
  const wanted = operations.filter((operation) => isWanted(operation, options));
  return {
    operations: wanted.slice(0, options.limit ?? 50),
    total: wanted.length,
    unmatched,
  };
}

/**
 * Suggests the operations that a wrong reference may have meant, the likeliest first; none if none
 * is similar.
 */
export function nearestReferences(
  index: OperationIndex,
  wrong: string,
  limit = 3,
): readonly CatalogueOperation[] {
  const text = wrong.slice(0, 100).trim().toLowerCase();
  if (text.length < 3) return [];
  const most = Math.min(4, Math.max(1, Math.floor(text.length / 4)));
  const near = index.catalogue.operations
    .map((operation) => ({
      operation,
      distance: Math.min(
        editDistance(text, operation.reference.toLowerCase(), most),
        editDistance(text, operation.id.toLowerCase(), most),
      ),
    }))
    .filter(({ distance }) => distance <= most)
    .toSorted(
      (one, other) =>
        one.distance - other.distance ||
        orderOf(index, one.operation) - orderOf(index, other.operation),
    )
    .map(({ operation }) => operation);
  const words = wordsOfName(wrong.slice(0, 100)).join(' ');
  const said = words === '' ? undefined : findOperations(index, words, { limit });
  const further = said?.unmatched.length === 0 ? said.operations : [];
  return [...new Set([...near, ...further])].slice(0, limit);
}

function ranked(
  index: OperationIndex,
  text: string,
): { readonly operations: readonly CatalogueOperation[]; readonly unmatched: readonly string[] } {
  if (text === '') return { operations: [...index.prepared().order.keys()], unmatched: [] };
  const named = findByReference(index.catalogue, text);
  const found = foundBy(index, text);
  return named === undefined
    ? found
    : { ...found, operations: [named, ...found.operations.filter((each) => each !== named)] };
}

function foundBy(index: OperationIndex, text: string) {
  if (scopeLike.test(text)) {
    const operations = byScope(index, text);
    return { operations, unmatched: operations.length === 0 ? [text] : [] };
  }
  const operations = text.includes('/') ? byAddress(index, text) : [];
  return operations.length === 0 ? byWords(index, text) : { operations, unmatched: [] };
}

const scopeLike = /^(okta|ssf)\.[A-Za-z.]*$/;

function byScope(index: OperationIndex, scope: string): readonly CatalogueOperation[] {
  const operations = [...index.prepared().order.keys()];
  const naming = (matches: (each: string) => boolean) =>
    operations.filter(({ credentials }) =>
      credentials.scopeSets.some((set) => set.some((each) => matches(each))),
    );
  return [
    ...new Set([
      ...naming((each) => each === scope),
      ...naming((each) => covers([scope], each)),
      ...naming((each) => each.startsWith(scope)),
    ]),
  ];
}

/** `GET https://acme.okta.com/api/v1/users/00u1?expand=x` or any part of it. */
const address = /^(?:([a-z]+)\s+)?(?:https?:\/\/[^/\s]+)?(\/?[^\s?#]*)/i;

function byAddress(index: OperationIndex, text: string): readonly CatalogueOperation[] {
  const [, method, path = ''] = address.exec(text) ?? [];
  const segments = (path.startsWith('/') ? path : `/${path}`).replace(/\/$/, '').split('/');
  const whole = (index.prepared().bySegments.get(segments.length) ?? []).filter((operation) =>
    fits(operation.path.split('/'), segments),
  );
  const beginnings = [...index.prepared().order.keys()].filter(
    (operation) =>
      !whole.includes(operation) && fits(operation.path.split('/'), segments, segments.length),
  );
  const needle = path.toLowerCase();
  const within =
    whole.length + beginnings.length > 0
      ? []
      : [...index.prepared().order.keys()].filter((operation) =>
          operation.path.toLowerCase().includes(needle),
        );
  const isMethod = (operation: CatalogueOperation) =>
    method === undefined || operation.method === method.toUpperCase();
  // Without a method, the person most likely wants to read.
  const literalsFirst = whole.toSorted(
    (one, other) =>
      placeholderCount(one.path) - placeholderCount(other.path) ||
      Number(other.method === 'GET') - Number(one.method === 'GET'),
  );
  return [...literalsFirst, ...beginnings, ...within].filter(isMethod);
}

/** Whether a path, or its beginning, fits a template; the last segment of a beginning may be unfinished. */
function fits(
  template: readonly string[],
  segments: readonly string[],
  count = template.length,
): boolean {
  if (segments.length > template.length) return false;
  return segments.every((segment, position) => {
    const expected = template[position] ?? '';
    if (expected.startsWith('{')) return segment !== '';
    if (expected.toLowerCase() === segment.toLowerCase()) return true;
    return (
      count < template.length &&
      position === segments.length - 1 &&
      expected.toLowerCase().startsWith(segment.toLowerCase())
    );
  });
}

function placeholderCount(path: string): number {
  return path.split('{').length - 1;
}

interface Score {
  sum: number;
  words: number;
}

function byWords(
  index: OperationIndex,
  text: string,
): { readonly operations: readonly CatalogueOperation[]; readonly unmatched: readonly string[] } {
  const typed = typedWords(text);
  const scores = new Map<CatalogueOperation, Score>();
  const unmatched: string[] = [];
  const matchedWords: string[] = [];
  for (const [position, word] of typed.entries()) {
    const best = matchesOf(index, comparable(word), word, position === typed.length - 1);
    if (best.size === 0) {
      unmatched.push(word);
      continue;
    }
    matchedWords.push(comparable(word));
    for (const [operation, weight] of best) {
      const score = scores.get(operation) ?? { sum: 0, words: 0 };
      score.sum += weight;
      score.words += 1;
      scores.set(operation, score);
    }
  }
  const most = Math.max(0, ...[...scores.values()].map(({ words }) => words));
  const written = typed.map((word) => word.toLowerCase());
  const operations = [...scores]
    .filter(([, { words }]) => words >= most)
    .map(([operation, { sum }]) => ({
      operation,
      score: sum + nearnessOf(index.prepared().names.get(operation), matchedWords, written),
    }))
    .toSorted(
      (one, other) =>
        other.score - one.score || orderOf(index, one.operation) - orderOf(index, other.operation),
    )
    .map(({ operation }) => operation);
  return { operations, unmatched };
}

/** Words that people use but that distinguish no operation. */
const fillers: ReadonlySet<string> = new Set(['a', 'an', 'the', 'of', 'please']);

function typedWords(text: string): readonly string[] {
  const words = withoutMarks(text)
    .split(/[^A-Za-z0-9]+/)
    // Capitals divide an id that was pasted, not a word typed in haste.
    .flatMap((word) => (/[a-z][A-Z][a-z]/.test(word) ? wordsOfName(word) : [word]))
    .filter((word) => word !== '');
  const telling = words.filter((word) => !fillers.has(word.toLowerCase()));
  return (telling.length === 0 ? words : telling).slice(0, mostWords);
}

/** The operations that a word finds, each with its best weight. */
function matchesOf(
  index: OperationIndex,
  word: string,
  asTyped: string,
  isLast: boolean,
): ReadonlyMap<CatalogueOperation, number> {
  const best = new Map<CatalogueOperation, number>();
  const take = (candidate: string, quality: number): void => {
    for (const { operation, weight } of index.prepared().postings.get(candidate) ?? []) {
      best.set(operation, Math.max(best.get(operation) ?? 0, weight * quality));
    }
  };
  if (word === '') return best;
  take(word, qualities.exact);
  for (const [position, meaning] of meaningsOf(word).entries()) {
    take(meaning, qualities.meaning - position * 0.05);
  }
  const isKnown = index.prepared().postings.has(word) || meaningsOf(word).length > 0;
  if (isLast || !isKnown) {
    const letters = asTyped.toLowerCase();
    for (const candidate of beginningWith(index.prepared().words, letters)) {
      // The less of the word is missing, the more likely it is meant.
      take(candidate, qualities.prefix * (0.6 + (0.4 * letters.length) / candidate.length));
    }
  }
  if (isKnown || best.size > 0) return best;
  // As it was typed too: the singular of "lits" is further away from "list".
  for (const letters of new Set([word, asTyped.toLowerCase()])) {
    for (let distance = 1; distance <= mostWrong(letters) && best.size === 0; distance += 1) {
      for (const candidate of nearly(index, letters, distance)) {
        take(candidate, distance === 1 ? qualities.oneWrong : qualities.twoWrong);
      }
    }
  }
  return best;
}

/** How many letters of a word may be wrong. */
function mostWrong({ length }: string): number {
  if (length >= 8) return 2;
  return length >= 3 ? 1 : 0;
}

function nearly(index: OperationIndex, word: string, distance: number): readonly string[] {
  const lengths = Array.from(
    { length: 2 * distance + 1 },
    (_, offset) => word.length - distance + offset,
  );
  return lengths.flatMap((length) =>
    (index.prepared().wordsByLength.get(length) ?? []).filter(
      (candidate) =>
        // Any three letters are near any other three: only one may be missing, after the first.
        (word.length > 3 || (candidate.length > 3 && candidate[0] === word[0])) &&
        editDistance(word, candidate, distance) <= distance,
    ),
  );
}

/** The words that begin with some letters, by halving the sorted list. */
function beginningWith(words: readonly string[], letters: string): readonly string[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let position = low; words[position]?.startsWith(letters) === true; position += 1) {
    found.push(words[position] ?? '');
  }
  return found;
}

/**
 * How little of the id is missing from the query, whether both have the same order, and whether one
 * or several are meant ("user" is more likely one than all of them).
 */
function nearnessOf(
  name: OperationName | undefined,
  matched: readonly string[],
  written: readonly string[],
): number {
  if (name === undefined) return 0;
  const { words, tag, resource } = name;
  const said = words.filter((word) => matched.some((each) => isSaid(word, each)));
  const coverage = words.length === 0 ? 0 : said.length / words.length;
  const [first = ''] = words;
  const inOrder = matched[0] !== undefined && isSaid(first, matched[0]) ? 0.5 : 0;
  const ofTag = tag === matched.at(-1) ? 0.4 : 0;
  const ofResource = resource !== '' && matched.at(-1) === resource ? 0.8 : 0;
  const ofAll = wantsAll(matched) ? ofResource + (usualVerbs[first] ?? 0) : 0;
  const agreement = 0.25 * written.filter((word) => name.written.has(word)).length;
  return 3 * coverage + inOrder + ofTag + ofAll + agreement - 0.05 * words.length;
}

/** Whether a query asks for all of a kind: with a word for that, or with the kind and no verb. */
function wantsAll(matched: readonly string[]): boolean {
  const verb = matched.map((word) => meaningsOf(word)[0] ?? word).find((word) => verbs.has(word));
  return verb === undefined || verb === 'list';
}

const verbs: ReadonlySet<string> = new Set([
  'activate',
  'assign',
  'create',
  'deactivate',
  'delete',
  'get',
  'list',
  'replace',
  'revoke',
  'unassign',
  'update',
]);

/** A query with a thing and no verb most likely asks for all of them. */
const usualVerbs: Readonly<Record<string, number>> = { list: 0.4, get: 0.1 };

function isSaid(word: string, typed: string): boolean {
  return (
    word === typed ||
    word.startsWith(typed) ||
    meaningsOf(typed).includes(word) ||
    (typed.length >= 4 && editDistance(word, typed, typed.length >= 8 ? 2 : 1) !== Infinity)
  );
}

function* weighedWords(operation: CatalogueOperation): Generator<readonly [string, number]> {
  const { id, tag, path, method, api, credentials } = operation;
  for (const word of wordsOfName(id)) yield [comparable(word), weights.id];
  yield [comparable(id), weights.id];
  for (const word of wordsOfName(tag)) yield [comparable(word), weights.tag];
  for (const segment of path.split('/')) {
    if (segment.startsWith('{')) continue;
    for (const word of wordsOfName(segment)) yield [comparable(word), weights.path];
  }
  for (const scope of credentials.scopeSets.flat()) {
    for (const word of wordsOfName(scope)) yield [comparable(word), weights.scope];
  }
  for (const word of wordsOfName(apiNames[api])) yield [comparable(word), weights.api];
  yield [method.toLowerCase(), weights.method];
}

function isWanted(operation: CatalogueOperation, { api, tag, scope }: FindOptions): boolean {
  return (
    (api === undefined || operation.api === api) &&
    (tag === undefined || operation.tag === tag) &&
    (scope === undefined ||
      operation.credentials.scopeSets.some((set) => set.some((each) => covers([scope], each))))
  );
}

function usualOrder(one: CatalogueOperation, other: CatalogueOperation): number {
  const [first, second] = [one, other].map(({ api, lifecycle, deprecated, reference }) => [
    Number(deprecated),
    apiIds.indexOf(api),
    lifecycle === undefined ? 0 : lifecycles.indexOf(lifecycle),
    reference.length,
  ]);
  for (const [position, value] of (first ?? []).entries()) {
    const difference = value - (second?.[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.reference < other.reference ? -1 : 1;
}

function orderOf(index: OperationIndex, operation: CatalogueOperation): number {
  return index.prepared().order.get(operation) ?? 0;
}

function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
