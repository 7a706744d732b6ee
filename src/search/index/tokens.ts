import { comparable, withoutMarks, wordsOfName } from '#catalogue/words.ts';

/**
 * Makes a function that returns a text's words in the form in which they are compared, and the
 * names in it that consist of several words. It remembers each piece, because thousands of texts
 * share a few words.
 */
export function tokenizer(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) =>
    piecesOf(text).flatMap((piece) => {
      const tokens = known.get(piece) ?? tokensOf(piece);
      known.set(piece, tokens);
      return tokens;
    });
}

/** As they are written too: a person who types “groups” more likely means several. */
const tokensOf = (piece: string): readonly string[] => [
  ...new Set(
    [piece, ...wordsOfName(piece)].flatMap((word) => [word.toLowerCase(), comparable(word)]),
  ),
];

/** A word of a query. */
export interface TypedWord {
  /** As it is compared. */
  readonly word: string;
  /** As it was typed, in lower case. */
  readonly letters: string;
}

/** The words of a query. Capitals split a pasted id, but not a word that was typed in haste. */
export function typedWords(query: string): readonly TypedWord[] {
  return piecesOf(query)
    .flatMap((piece) => (/[a-z][A-Z][a-z]/.test(piece) ? wordsOfName(piece) : [piece]))
    .map((word) => ({ word: comparable(word), letters: word.toLowerCase() }));
}

/**
 * The words of a question without those that only make it a question: of “which scope for list
 * users”, the last two. It returns all words if nothing else would be left, or if the text is not a
 * question.
 */
export function tellingWords(words: readonly TypedWord[]): readonly TypedWord[] {
  const [first, second] = words;
  if (first === undefined || !questionWords.has(first.letters)) return words;
  const telling = words.filter(({ letters }) => !littleWords.has(letters));
  const asked = second !== undefined && askedFor.has(second.letters) ? telling.slice(1) : telling;
  return [asked, telling].find((some) => some.length > 0) ?? words;
}

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const questionWords = wordsIn('can do does how should what when where which who why');
/** What every operation has: a question for it is about the operation. */
const askedFor = wordsIn('permission permissions scope scopes');
const littleWords = wordsIn(
  'a an are can do does for how i in is it mean means my need needed needs of our should the there this to we what when where which who why with you your',
);

const piecesOf = (text: string): readonly string[] =>
  (isAscii.test(text) ? text : withoutMarks(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '' && piece.length <= longestWord);

const isAscii = /^[ -~\s]*$/;

/** Longer ones are not words. */
const longestWord = 64;
