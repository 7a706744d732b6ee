import { editDistance } from '#catalogue/editDistance.ts';

/** The words of all entries, with the entries that have each of them. */
export interface Vocabulary {
  /** In alphabetical order. */
  readonly words: readonly string[];
  /** Where the postings of each word begin; one more than there are words. */
  readonly starts: Uint32Array;
  /** Numbers of entries. */
  readonly entries: Uint32Array;
  /** How much each posting counts. */
  readonly weights: Uint8Array;
  /** How rare each word is: the rarer, the more it tells. */
  readonly rarities: Float32Array;
  /** How long each word is. */
  readonly lengths: Uint8Array;
  /** Which letters each word has, as bits: words without common letters need no comparison. */
  readonly letters: Uint32Array;
}

/**
 * A word, the entry that has it, and its weight there. If a word occurs several times in an entry,
 * the heaviest weight counts.
 */
export type Posting = readonly [word: string, entry: number, weight: number];

/**
 * Sorts the words of all entries.
 *
 * @param total how many entries there are
 */
export function vocabularyOf(postings: Iterable<Posting>, total: number): Vocabulary {
  const byWord = new Map<string, Map<number, number>>();
  let count = 0;
  for (const [word, entry, weight] of postings) {
    let ofWord = byWord.get(word);
    if (ofWord === undefined) byWord.set(word, (ofWord = new Map()));
    const known = ofWord.get(entry);
    if (known === undefined) count += 1;
    if (known === undefined || known < weight) ofWord.set(entry, weight);
  }
  // oxlint-disable-next-line unicorn/no-array-sort -- a list of its own
  const words = [...byWord.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  const entries = new Uint32Array(count);
  const weights = new Uint8Array(count);
  let at = 0;
  for (const [position, word] of words.entries()) {
    starts[position] = at;
    for (const [entry, weight] of byWord.get(word) ?? []) {
      entries[at] = entry;
      weights[at] = weight;
      at += 1;
    }
  }
  starts[words.length] = at;
  return {
    words,
    starts,
    entries,
    weights,
    rarities: Float32Array.from(words, (word) =>
      Math.log(1 + total / (byWord.get(word)?.size ?? 1)),
    ),
    lengths: Uint8Array.from(words, ({ length }) => Math.min(length, 255)),
    letters: Uint32Array.from(words, lettersOf),
  };
}

/** The first position of a word that is not before some letters. */
function placeOf({ words }: Vocabulary, letters: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of a word; undefined if no entry has it. */
export function wordAt(vocabulary: Vocabulary, word: string): number | undefined {
  const place = placeOf(vocabulary, word);
  return vocabulary.words[place] === word ? place : undefined;
}

/**
 * The positions of the words that begin with these letters: the first, and the one after the last.
 */
export function beginningWith(vocabulary: Vocabulary, letters: string): readonly [number, number] {
  return [placeOf(vocabulary, letters), placeOf(vocabulary, `${letters}\u{FFFF}`)];
}

/** How many entries have a word. */
export const frequencyOf = ({ starts }: Vocabulary, word: number): number =>
  (starts[word + 1] ?? 0) - (starts[word] ?? 0);

/** The positions of the words with at most this many wrong letters. */
export function nearly(vocabulary: Vocabulary, word: string, most: number): readonly number[] {
  const { words, letters, lengths } = vocabulary;
  const own = lettersOf(word);
  const found: number[] = [];
  for (let position = 0; position < letters.length; position += 1) {
    if (Math.abs((lengths[position] ?? 0) - word.length) > most) continue;
    // A wrong letter removes one bit and adds one.
    if (bitsOf((letters[position] ?? 0) ^ own) > 2 * most) continue;
    if (editDistance(word, words[position] ?? '', most) <= most) found.push(position);
  }
  return found;
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let position = 0; position < word.length; position += 1) {
    bits |= 1 << (word.charCodeAt(position) & 31);
  }
  return bits >>> 0;
}

function bitsOf(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
