import { meaningsOf } from '#catalogue/words.ts';

import { plainWords } from '../errors/plainWords.ts';
import { codesOf, codeWordsIn, statusesIn, statusesOf } from '../errors/signals.ts';
import { bestOf } from './bestOf.ts';
import { errorReaderPath, type SearchEntry, searchKinds } from './entry.ts';
import { addPath, emptyTree, findPath, type PathTree } from './pathTree.ts';
import { tellingWords, tokenizer, type TypedWord, typedWords } from './tokens.ts';
import {
  beginningWith,
  frequencyOf,
  nearly,
  type Posting,
  type Vocabulary,
  vocabularyOf,
  wordAt,
} from './vocabulary.ts';

/** Entries, prepared for searches. Make it once. */
export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  readonly vocabulary: Vocabulary;
  /** By each key as `plainWords` gives it. */
  readonly keys: ReadonlyMap<string, readonly number[]>;
  /** Sentences that Okta sends, the longest first. */
  readonly sentences: readonly { readonly text: string; readonly entry: number }[];
  /** Errors by the code and by the statuses of their signal, in lower case. */
  readonly signals: ReadonlyMap<string, readonly number[]>;
  /** The page into which you paste an error; absent if the index has none. */
  readonly errorReader: number | undefined;
  readonly paths: PathTree;
  /** Paths that no specification has, but the guide has as terms; the longest first. */
  readonly places: readonly { readonly path: string; readonly entry: number }[];
  readonly scopes: readonly number[];
  /** Reused by each search. */
  readonly scores: Scores;
}

interface Scores {
  /** How short each entry's title is: of equal entries, the one with the shorter title is meant. */
  readonly brevity: Float32Array;
  readonly total: Float32Array;
  readonly best: Float32Array;
  readonly matched: Uint8Array;
  readonly touched: Uint32Array;
}

/** What was found. */
export interface SearchResult {
  /** The best matches, best first; at most as many as were asked for. */
  readonly hits: readonly SearchEntry[];
  /** How many fit in all. */
  readonly total: number;
  /** Set if the query is an API path that no operation has. */
  readonly isUnknownPath: boolean;
}

/** The longest text that is searched, in characters; anything after that is ignored. */
export const longestQuery = 20_000;

const weights = { key: 12, title: 10, detail: 6, words: 3 };

/** What a word counts by how it was found. */
const qualities = { exact: 1, prefix: 0.7, meaning: 0.45, mistyped: 0.4 };

/** How many words of a query are used: of a longer one, the rarest. */
const mostWords = 12;

/** Prepares entries for searches. */
export function searchIndex(entries: readonly SearchEntry[]): SearchIndex {
  const keys = new Map<string, number[]>();
  const sentences: { text: string; entry: number }[] = [];
  const signals = new Map<string, number[]>();
  const paths = emptyTree();
  const places: { path: string; entry: number }[] = [];
  for (const [entry, { kind, keys: own, detail }] of entries.entries()) {
    for (const key of own) {
      const text = sentenceOf(key);
      const known = keys.get(text);
      if (known === undefined) keys.set(text, [entry]);
      else if (known.at(-1) !== entry) known.push(entry);
      if (kind === 'Term' && text.startsWith('/')) places.push({ path: text, entry });
      if (kind === 'Error' && text.includes(' ')) sentences.push({ text, entry });
    }
    for (const signal of kind === 'Error' ? [...codesOf(detail), ...statusesOf(detail)] : []) {
      const name = signal.toLowerCase();
      signals.set(name, [...(signals.get(name) ?? []), entry]);
    }
    const [, path] = pathOfCall.exec(kind === 'Operation' ? detail : '') ?? [];
    if (path !== undefined) addPath(paths, path, entry);
  }
  const errorReader = entries.findIndex(({ path }) => path === errorReaderPath);
  return {
    entries,
    vocabulary: vocabularyOf(postingsOf(entries), entries.length),
    keys,
    sentences: sentences.toSorted((one, other) => other.text.length - one.text.length),
    signals,
    errorReader: errorReader === -1 ? undefined : errorReader,
    paths,
    places: places.toSorted((one, other) => other.path.length - one.path.length),
    scopes: [...entries.keys()].filter((entry) => entries[entry]?.kind === 'Scope'),
    scores: {
      brevity: Float32Array.from(entries, ({ title }) => 1 + 4 / (12 + title.length)),
      total: new Float32Array(entries.length),
      best: new Float32Array(entries.length),
      matched: new Uint8Array(entries.length),
      touched: new Uint32Array(entries.length),
    },
  };
}

function* postingsOf(entries: readonly SearchEntry[]): Generator<Posting> {
  const tokensOf = tokenizer();
  for (const [entry, { keys, title, detail, words }] of entries.entries()) {
    for (const key of keys) for (const word of tokensOf(key)) yield [word, entry, weights.key];
    for (const word of tokensOf(title)) yield [word, entry, weights.title];
    for (const word of tokensOf(detail)) yield [word, entry, weights.detail];
    for (const word of tokensOf(words)) yield [word, entry, weights.words];
  }
}

/** A key or a sentence as it is compared. */
const sentenceOf = (text: string): string =>
  isPlain.test(text) ? text.toLowerCase() : plainWords(text).replace(/[.:;,]+$/, '');

/** Nothing has to be removed: true of most ids. */
const isPlain = /^\w[\w/.-]*\w$/;

const pathOfCall = /^[A-Z]+ (\/\S*)$/;

/** A call as people paste it: `GET /api/v1/users`, a full address, a line of curl. */
const call =
  /^(?:curl\b[^]{0,2000}?\s)?(?:-X\s*)?(?:(GET|POST|PUT|PATCH|DELETE|OPTIONS)\s+)?["']?(?:https?:\/\/[^/\s"']+)?(\/[^\s"'?#]*)/i;

/** The same within a line that says more. */
const callWithin =
  /(?:\b(GET|POST|PUT|PATCH|DELETE|OPTIONS)\s+)?["']?(?:https?:\/\/[^/\s"']+)?(\/(?:api|oauth2|governance|idp|integrations|privileged-access)\/[^\s"'?#),;]*)/i;

/**
 * Finds what a text means: first what it names exactly, then the error whose words it contains and
 * the operation that it calls, then whatever has its words. A status line or a code that several
 * errors share leads to the page into which you paste the whole text, and to each of these errors.
 * The last word may be unfinished, and words of four letters or more may be mistyped. It accepts
 * any text.
 */
export function searchFor(index: SearchIndex, text: string, most = 12): SearchResult {
  const query = text.slice(0, longestQuery).trim();
  if (query === '' || most < 1) return { hits: [], total: 0, isUnknownPath: false };
  const said = sent(index, query);
  const signalled = said.length > 0 ? [] : signalledIn(index, query);
  if (signalled.length > 0) {
    const called = calledIn(index, callWithin.exec(query), 0) ?? [];
    const hits = [...new Set([...signalled, ...named(index, query), ...called])];
    return resultOf(index, hits, hits.length, most);
  }
  const first = [...new Set([...named(index, query), ...said, ...begunScopes(index, query)])];
  const called = calledIn(index, call.exec(query), most);
  // An exception that says nothing of Okta's is none of the words in it.
  if (first.length === 0 && called === undefined && exception.test(query)) {
    if (index.errorReader !== undefined) first.push(index.errorReader);
  }
  const certain = [...new Set([...first, ...(called ?? [])])];
  const isPath = called !== undefined;
  const others = isPath ? nothing : byWords(index, query, most + certain.length);
  // Nothing has all words of the query: then what is named in it says more than most of its words.
  const [best, ...rest] = others.best;
  const { before, after } = others.isWhole
    ? { before: [], after: [] }
    : namedWithin(index, query, best === undefined ? undefined : index.entries[best]);
  const found = [...before, ...(best === undefined ? [] : [best]), ...after, ...rest];
  const hits = [...new Set([...certain, ...found])];
  const result = resultOf(index, hits, Math.max(hits.length, others.total), most);
  return { ...result, isUnknownPath: isPath && hits.length === 0 };
}

/** How programs print what went wrong. */
const exception =
  /(?:^|[\s.])\w*(?:error|exception)\b\s*[:(\]]|\btraceback\b|^panic:|\broutines::/i;

const resultOf = (
  { entries }: SearchIndex,
  hits: readonly number[],
  total: number,
  most: number,
): SearchResult => ({
  hits: hits.slice(0, most).flatMap((entry) => entries[entry] ?? []),
  total,
  isUnknownPath: false,
});

/**
 * The errors with the code of a text, or else those with its status: `401 invalid_client`,
 * `HTTP/1.1 403 Forbidden`, `Request failed with status code 429`. If there is more than one, the
 * page into which you paste the whole text comes first: the code or the status does not say which
 * it is.
 */
function signalledIn(index: SearchIndex, query: string): readonly number[] {
  const { signals, errorReader, entries } = index;
  const words = plainWords(query);
  const codes = codeWordsIn(words).filter((code) => isCodeOfOkta.test(code) || signals.has(code));
  const statuses = statusesIn(words);
  if (codes.length === 0 && statuses.length === 0) return [];
  const withStatus = statuses.flatMap((status) => signals.get(status) ?? []);
  const withCode = codes.flatMap((code) => signals.get(code) ?? []);
  const both = withCode.filter((entry) => withStatus.includes(entry));
  // A code that no error has says more than the status beside it.
  const meant = codes.length === 0 ? [...withStatus].toSorted(byAlikes) : [...both, ...withCode];
  const errors = [...new Set(meant)];
  const reader = errorReader === undefined ? [] : [errorReader];
  const isTold = errors.length === 1 || both.length === 1;
  return isTold ? [...errors, ...reader] : [...reader, ...errors];

  /** Those whose code few others have come first: `E0000006` before `invalid_client`. */
  function byAlikes(one: number, other: number): number {
    return alikes(one) - alikes(other);
  }
  function alikes(entry: number): number {
    const [code = ''] = codesOf(entries[entry]?.detail ?? '');
    return signals.get(code.toLowerCase())?.length ?? entries.length;
  }
}

const isCodeOfOkta = /^e\d{7}$/;

/**
 * What a query names exactly; for an SDK's call, `client.listGroups(…)`, the operation that it
 * calls.
 */
function named({ keys, entries }: SearchIndex, query: string): readonly number[] {
  const [, called = ''] = callOfSdk.exec(query) ?? [];
  const found =
    keys.get(sentenceOf(terraformName.test(query) ? 'terraform' : query)) ??
    keys.get(called.replaceAll('_', '').toLowerCase()) ??
    [];
  return found.toSorted((one, other) => rankOf(entries[one]) - rankOf(entries[other]));
}

/** A resource of the Terraform provider is in no specification. */
const terraformName = /^(?:(?:resource|data)\s+)?["']?okta_[a-z_]{2,60}/;

const callOfSdk = /^(?:await\s+)?\w{1,40}\.(\w{4,80})(?:\(.*)?$/;

const rankOf = (entry: SearchEntry | undefined): number =>
  entry === undefined ? searchKinds.length : searchKinds.indexOf(entry.kind);

/**
 * The terms and tools that a sentence names: “can an AI agent call Okta on its own”. Of single words
 * only abbreviations and names of tools count, because other words mean much besides.
 *
 * @returns names that the entry with most of its words lacks, which come before it, and the others
 */
function namedWithin(
  { keys, entries }: SearchIndex,
  query: string,
  best: SearchEntry | undefined,
): { readonly before: readonly number[]; readonly after: readonly number[] } {
  const pieces = query.split(/[^\p{L}\p{N}.#_-]+/u).filter((piece) => piece !== '');
  const before: number[] = [];
  const after: number[] = [];
  if (pieces.length < 3 || pieces.length > mostPieces) return { before, after };
  // A card of the workshop is no answer.
  const said = best === undefined || best.kind === 'Card' ? '' : textOf(best);
  for (const length of [3, 2, 1]) {
    for (let from = 0; from + length <= pieces.length; from += 1) {
      const name = pieces.slice(from, from + length).join(' ');
      const isClear = length > 1 || /\p{Lu}.*\p{Lu}/u.test(name);
      const meant = keys.get(sentenceOf(name)) ?? [];
      const ofKind = (kind: SearchEntry['kind']) =>
        meant.filter((entry) => entries[entry]?.kind === kind);
      const found = [...(isClear ? ofKind('Term') : []), ...ofKind('Tool')];
      (said.includes(name.toLowerCase()) ? after : before).push(...found);
    }
  }
  return { before, after };
}

const textOf = ({ title, detail, keys, words }: SearchEntry): string =>
  [title, detail, ...keys, words].join(' ').toLowerCase();

/** A longer text is a log, not a sentence. */
const mostPieces = 40;

/** The errors whose words are in a text, the longest first. */
function sent({ sentences }: SearchIndex, query: string): readonly number[] {
  if (!query.includes(' ')) return [];
  let rest = plainWords(query);
  const found: number[] = [];
  for (const { text, entry } of sentences) {
    if (!rest.includes(text)) continue;
    found.push(entry);
    // Words that belong to a longer sentence are not compared with a shorter one.
    rest = rest.replaceAll(text, ' ');
  }
  return found;
}

/** The scopes that a query begins to write, or names within a sentence. */
function begunScopes({ scopes, entries, keys }: SearchIndex, query: string): readonly number[] {
  const begun = query.toLowerCase();
  if (begun.includes(' ')) {
    return (begun.match(/\b(?:okta|ssf)\.[a-z.]*[a-z]/g) ?? []).flatMap((scope) =>
      (keys.get(scope) ?? []).filter((entry) => entries[entry]?.kind === 'Scope'),
    );
  }
  return /^okta\.[\w.]+$/.test(begun)
    ? scopes.filter((entry) => entries[entry]?.title.toLowerCase().startsWith(begun))
    : [];
}

/**
 * The operations that a query calls; undefined if it is not a call.
 *
 * @param most how many entries with longer paths to return
 */
function calledIn(
  { paths, places, entries }: SearchIndex,
  matched: RegExpExecArray | null,
  most: number,
): readonly number[] | undefined {
  const [, method, path = ''] = matched ?? [];
  if (path.length < 2) return undefined;
  const { whole, beginnings } = findPath(paths, path, most);
  const isMethod = (entry: number): boolean =>
    method === undefined ||
    (entries[entry]?.detail.startsWith(`${method.toUpperCase()} `) ?? false);
  const isRead = (entry: number): number =>
    Number(!(entries[entry]?.detail.startsWith('GET ') ?? false));
  if (whole.length === 0) {
    const place = places.find((each) => path.toLowerCase().startsWith(each.path));
    if (place !== undefined) return [place.entry];
  }
  // Without a method, the person most likely wants to read.
  const exact = whole
    .filter(isMethod)
    .map((entry) => ({ entry, isRead: isRead(entry) }))
    .toSorted((one, other) => one.isRead - other.isRead)
    .map(({ entry }) => entry);
  return [...exact, ...beginnings.filter(isMethod)];
}

interface Found {
  readonly best: readonly number[];
  readonly total: number;
  /** Whether the best have all words of the query. */
  readonly isWhole: boolean;
}

const nothing: Found = { best: [], total: 0, isWhole: true };

function byWords({ vocabulary, scores }: SearchIndex, query: string, most: number): Found {
  const typed = tellingWords(typedWords(query));
  const isLong = typed.length > mostWords;
  const words = isLong ? rarest(vocabulary, typed) : typed;
  let found = 0;
  for (const [position, word] of words.entries()) {
    const isLast = !isLong && position === words.length - 1;
    found = addWord(vocabulary, scores, found, candidatesOf(vocabulary, word, isLast));
  }
  return ranked(scores, found, words.length, isLong, most);
}

/**
 * Adds the best meaning of a word to the score of each entry; returns how many entries have one.
 */
function addWord(
  { starts, entries, weights: counts, rarities, lengths }: Vocabulary,
  { total, best, matched, touched }: Scores,
  before: number,
  { words, begun }: Candidates,
): number {
  let found = before;
  const add = (word: number, quality: number): void => {
    const worth = quality * (rarities[word] ?? 0);
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const entry = entries[at] ?? 0;
      const score = (counts[at] ?? 0) * worth;
      if (score <= (best[entry] ?? 0)) continue;
      if (best[entry] === 0 && matched[entry] === 0) touched[found++] = entry;
      best[entry] = score;
    }
  };
  for (const [word, quality] of words) add(word, quality);
  for (let word = begun.from; word < begun.to; word += 1) {
    // The less of the word is missing, the more likely it is meant.
    add(word, qualities.prefix * (0.5 + (0.5 * begun.length) / (lengths[word] ?? 1)));
  }
  for (let at = 0; at < found; at += 1) {
    const entry = touched[at] ?? 0;
    const score = best[entry] ?? 0;
    if (score === 0) continue;
    total[entry] = (total[entry] ?? 0) + score;
    matched[entry] = (matched[entry] ?? 0) + 1;
    best[entry] = 0;
  }
  return found;
}

/** Puts the best first, and clears the scores for the next search. */
function ranked(
  { total, matched, touched, brevity }: Scores,
  found: number,
  words: number,
  isLong: boolean,
  most: number,
): Found {
  let complete = 0;
  for (let at = 0; at < found; at += 1)
    complete = Math.max(complete, matched[touched[at] ?? 0] ?? 0);
  // In a long text, a few words may be what counts; for a short one, the entries that have most of
  // its words.
  const least = isLong ? Math.max(2, Math.ceil(complete / 2)) : complete;
  const top = bestOf(most);
  let fitting = 0;
  for (let at = 0; at < found; at += 1) {
    const entry = touched[at] ?? 0;
    const count = matched[entry] ?? 0;
    if (count >= least) {
      fitting += 1;
      top.add(entry, ((total[entry] ?? 0) * (brevity[entry] ?? 1) * count) / words);
    }
    total[entry] = 0;
    matched[entry] = 0;
  }
  return { best: top.list(), total: fitting, isWhole: complete === words };
}

/** The words that are in the fewest entries, and in some. */
function rarest(vocabulary: Vocabulary, typed: readonly TypedWord[]): readonly TypedWord[] {
  const known = new Map<string, { readonly word: TypedWord; readonly frequency: number }>();
  for (const word of typed) {
    const at = wordAt(vocabulary, word.word);
    if (at !== undefined) known.set(word.word, { word, frequency: frequencyOf(vocabulary, at) });
  }
  return [...known.values()]
    .toSorted((one, other) => one.frequency - other.frequency)
    .slice(0, mostWords)
    .map(({ word }) => word);
}

/** The words of the vocabulary that a typed word may mean. */
interface Candidates {
  /** With how well each fits. */
  readonly words: ReadonlyMap<number, number>;
  /** The words that begin with it: from the first number to before the second. */
  readonly begun: { readonly from: number; readonly to: number; readonly length: number };
}

function candidatesOf(
  vocabulary: Vocabulary,
  { word, letters }: TypedWord,
  isLast: boolean,
): Candidates {
  const words = new Map<number, number>();
  const take = (position: number | undefined, quality: number): void => {
    if (position !== undefined && !words.has(position)) words.set(position, quality);
  };
  take(wordAt(vocabulary, word), qualities.exact);
  take(wordAt(vocabulary, letters), qualities.exact);
  for (const meaning of meaningsOf(word)) take(wordAt(vocabulary, meaning), qualities.meaning);
  // With one digit changed, a code of Okta’s belongs to another error.
  if (/^e\d{7}$/.test(letters)) return { words, begun: { from: 0, to: 0, length: letters.length } };
  const [from, to] =
    isLast || words.size === 0 ? beginningWith(vocabulary, letters) : ([0, 0] as const);
  if (from === to && letters.length >= 4) {
    for (let wrong = 1; words.size === 0 && wrong <= (letters.length >= 8 ? 2 : 1); wrong += 1) {
      for (const position of nearly(vocabulary, letters, wrong)) take(position, qualities.mistyped);
    }
  }
  return { words, begun: { from, to, length: letters.length } };
}
