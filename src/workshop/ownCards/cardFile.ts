import type { SlicedWork } from '#browser/slices.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';

import { type CardRecord, checkCards, mostCards } from './cardRecord.ts';
import { cardYaml, type CardText, longestFile, readingCards } from './cardYaml.ts';
import type { ShapeProblem } from './shape.ts';

/** The text of a card file, and what it says. */
export interface CardFile extends CardText {
  readonly text: string;
  /**
   * What a device may keep: the text, or, if that contains a secret, the cards that contain none; undefined if no card
   * can be recognised in it.
   */
  readonly kept: string | undefined;
}

/** Reads a text as a file of cards, in parts. */
export function* readingFile(text: string): SlicedWork<CardFile> {
  const read = yield* readingCards(text);
  if (!(yield* holdsSecret(text))) return { text, ...read, kept: text };
  const rest = read.records.length === 0 ? undefined : cardYaml(read.records);
  const isClean = rest !== undefined && !(yield* holdsSecret(rest));
  return { text, ...read, kept: isClean ? rest : undefined };
}

/** How much is judged at once, and how far a part reaches back, so that no secret falls between two. */
const part = { length: 8000, back: 2000 };

function* holdsSecret(text: string): SlicedWork<boolean> {
  const step = part.length - part.back;
  for (let start = 0; start === 0 || start + part.back < text.length; start += step) {
    if (start > 0) yield 1;
    if (certainSecretLike(text.slice(start, start + part.length)) !== undefined) return true;
  }
  return false;
}

/** Cards that are known to be right, as a file. */
function fileOf(records: readonly CardRecord[]): CardFile {
  const text = cardYaml(records);
  return { text, kept: text, records, problems: [] };
}

/** The cards that can be practised and shared: none while anything in the file needs fixing. */
export const usableCards = ({ records, problems }: CardFile): readonly CardRecord[] =>
  problems.length > 0 ? [] : records;

/** The result of submitting a card with the form. */
export type Submission =
  | { readonly kind: 'taken'; readonly file: CardFile }
  | { readonly kind: 'faulty'; readonly problems: readonly ShapeProblem[] }
  /** The text has faults: writing it again would lose what cannot be read. */
  | { readonly kind: 'unreadableFile' }
  /** The text is not read to its end. */
  | { readonly kind: 'unreadFile' }
  /** The file would be longer than what is read of one. */
  | { readonly kind: 'full' }
  /** Another card has its name. */
  | { readonly kind: 'nameTaken' };

/**
 * Puts a card into a file, if possible.
 *
 * @param text what is in the field, which may be another text than the one that was read last
 * @param edited the card whose place it takes; undefined for a new one
 */
export function submission(
  text: string,
  file: CardFile,
  card: CardRecord,
  edited: CardRecord | undefined,
): Submission {
  const { problems } = checkCards({ cards: [card] });
  if (problems.length > 0) return { kind: 'faulty', problems };
  if (text !== file.text) return { kind: 'unreadFile' };
  if (file.problems.length > 0) return { kind: 'unreadableFile' };
  const replaced = edited?.id ?? card.id;
  const others = file.records.filter(({ id }) => id !== replaced);
  if (others.some(({ id }) => id === card.id)) return { kind: 'nameTaken' };
  const place = file.records.findIndex(({ id }) => id === replaced);
  const records = others.toSpliced(place === -1 ? others.length : place, 0, card);
  const became = fileOf(records);
  return records.length > mostCards || became.text.length > longestFile
    ? { kind: 'full' }
    : { kind: 'taken', file: became };
}

/** The file without a card. */
export const withoutCard = ({ records }: CardFile, gone: string): CardFile =>
  fileOf(records.filter(({ id }) => id !== gone));
