import { Composer, CST, type Document, isNode, Lexer, Parser, stringify } from 'yaml';

import { finished, portion, type SlicedWork } from '#browser/slices.ts';

import { type CardRecord, checkingCards } from './cardRecord.ts';
import { mostProblems, type Path } from './shape.ts';

/** The longest file that is read, in characters. */
export const longestFile = 200_000;

/** The longest card within it, and so the longest text: more than its texts together may have. */
const longestCard = 20_000;

/** How deep lists and records may be nested, the text itself and a word counted too. */
const deepest = 12;

/** The most entries of one list or record; no part of a card has as many. */
const mostEntries = 100;

/** The most signs, such as comments, between two entries. */
const mostLooseSigns = 1000;

/** How many signs and words of YAML are read between two pauses: some milliseconds. */
const signsAtOnce = 700;

/** How many cards are put together between two pauses. */
const cardsAtOnce = 2;

/** Something to fix in a text, and where. */
export interface TextProblem {
  /** Counted from 1. */
  readonly line: number;
  /** For example `cards[0].twist.answers[1]`; empty for the text as a whole. */
  readonly where: string;
  readonly text: string;
}

export interface CardText {
  readonly records: readonly CardRecord[];
  /** At most {@link mostProblems}, in the order of the text. */
  readonly problems: readonly TextProblem[];
}

/** Reads cards from YAML at once; see {@link readingCards}. */
export const readCardYaml = (text: string): CardText => finished(readingCards(text));

/**
 * Reads cards from YAML (and so from JSON), a few tokens or cards at a time. Never throws, whatever
 * the input is.
 */
export function* readingCards(text: string): SlicedWork<CardText> {
  if (text.length > longestFile) {
    return withFaults(text, [
      {
        at: 0,
        text: `This has ${text.length} characters, but the guide reads up to ${longestFile}. Split it into several files.`,
      },
    ]);
  }
  const signs = yield* portion(parsing(text), 0, 0.3);
  if ('fault' in signs) return withFaults(text, [signs.fault]);
  const apart = cardsApart(signs.tokens, text.length);
  const faults = [...apart.faults];
  const file = composed(signs.tokens, text.length);
  const cards: (Document | undefined)[] = [];
  for (const [index, token] of apart.cards.entries()) {
    if (token === undefined) continue;
    if (index > 0 && index % cardsAtOnce === 0) yield 0.3 + (0.3 * index) / apart.cards.length;
    const { offset } = token;
    cards[index] = composed([{ type: 'document', offset, start: [], value: token }], offset);
  }
  for (const { errors, warnings } of [file, ...cards.filter((each) => each !== undefined)]) {
    for (const { pos, message } of [...errors, ...warnings]) {
      faults.push({ at: pos[0], text: notYaml(message) });
    }
  }
  if (faults.length > 0) return withFaults(text, faults);
  const data = dataOf(file, cards);
  if (data === undefined) {
    return withFaults(text, [
      {
        at: 0,
        text: 'Anchors and aliases (& and *) are not supported. Write the text out in full.',
      },
    ]);
  }
  const { records, problems } = yield* portion(checkingCards(data), 0.6, 1);
  return {
    records,
    problems: problems.map(({ path, text: told }) => ({
      line: lineAt(text, offsetOf(path)),
      where: pathText(path),
      text: told,
    })),
  };

  /** Where the thing that a path names begins, or the nearest thing around it that exists. */
  function offsetOf(path: Path): number {
    const [list, index, ...within] = path;
    const card = list === 'cards' && typeof index === 'number' ? cards[index] : undefined;
    return card === undefined ? beginOf(file, path) : beginOf(card, within);
  }
}

/** Something to fix, with its place in the text. */
interface Fault {
  readonly at: number;
  readonly text: string;
}

const withFaults = (text: string, faults: readonly Fault[]): CardText => ({
  records: [],
  problems: faults
    .toSorted((one, other) => one.at - other.at)
    .slice(0, mostProblems)
    .map((fault) => ({ line: lineAt(text, fault.at), where: '', text: fault.text })),
});

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

const notYaml = (message: string): string =>
  `This is not YAML: ${message.slice(0, 200).replace(/\.?$/, '.')} Check the hyphens, the colons and the spaces at the start of each line.`;

/**
 * Reads the signs of YAML. What is nested too deep, or in too long a list, is refused where it begins to
 * be so, before anything is made of it.
 */
function* parsing(
  text: string,
): SlicedWork<{ readonly tokens: readonly CST.Token[] } | { readonly fault: Fault }> {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const fault = (told: string) => ({ fault: { at: parser.offset, text: told } });
  let signs = 0;
  let documents = 0;
  try {
    for (const sign of new Lexer().lex(text)) {
      if (sign.length > longestCard) {
        return fault(
          `A text of ${sign.length} characters begins here, and a card can have up to ${longestCard}. Shorten it, or look for a quotation mark that is not closed.`,
        );
      }
      for (const token of parser.next(sign)) {
        tokens.push(token);
        if (token.type === 'document') documents += 1;
        // What comes after it would be taken for something else.
        if (token.type === 'error') return fault(notYaml(token.message));
      }
      if (parser.stack.length > deepest) {
        return fault(
          'Lists or records are nested deeper here than on any card. Check the brackets, the hyphens and the spaces at the start of each line.',
        );
      }
      const top = parser.stack.at(-1);
      if (top !== undefined && CST.isCollection(top) && top.items.length > mostEntries) {
        return fault(
          `This list or record has more than ${mostEntries} entries, which is more than any part of a card has. Nothing was read: split it into several files.`,
        );
      }
      if (top !== undefined && looseSigns(top) > mostLooseSigns) {
        return fault(
          'There are too many comments, empty lines or symbols in a row here. Remove some.',
        );
      }
      if (documents > 1) {
        return fault('A second YAML document begins here. Put it into a file of its own.');
      }
      signs += 1;
      if (signs % signsAtOnce === 0) yield parser.offset / text.length;
    }
    tokens.push(...parser.end());
  } catch {
    return fault(
      'The text cannot be read from here on. Check the hyphens, the colons and the brackets.',
    );
  }
  return { tokens };
}

/** How many signs wait before or after an entry, such as comments, and what does not belong there. */
function looseSigns(token: CST.Token): number {
  const last = CST.isCollection(token) ? token.items.at(-1) : undefined;
  return Math.max(
    last?.start.length ?? 0,
    last?.sep?.length ?? 0,
    'start' in token && Array.isArray(token.start) ? token.start.length : 0,
    'end' in token && Array.isArray(token.end) ? token.end.length : 0,
    'props' in token ? token.props.length : 0,
  );
}

/**
 * Takes the cards out of the text, so that each is put together by itself, and leaves an empty entry
 * in its place. Whatever else contains more is emptied too: it is refused by its name alone.
 */
function cardsApart(tokens: readonly CST.Token[], end: number): CardsApart {
  const document = tokens.find((token) => token.type === 'document');
  const root = document?.value;
  const cards: (CST.Token | undefined)[] = [];
  const faults: Fault[] = [];
  for (const entry of CST.isCollection(root) ? root.items : []) {
    if (CST.isCollection(entry.key)) entry.key = emptied(entry.key);
    if (!CST.isCollection(entry.value)) continue;
    if (isKeyOfCards(entry) && isList(entry.value)) takeCards(entry.value);
    else entry.value = emptied(entry.value);
  }
  return { cards, faults };

  function takeCards({ items }: CST.BlockSequence | CST.FlowCollection): void {
    for (const [index, item] of items.entries()) {
      if (!CST.isCollection(item.value)) continue;
      const begin = item.value.offset;
      const length = (items[index + 1]?.start[0]?.offset ?? end) - begin;
      if (length <= longestCard) cards[index] = item.value;
      else {
        faults.push({
          at: begin,
          text: `This card has ${length} characters, and a card can have up to ${longestCard}. Shorten it.`,
        });
      }
      item.value = emptied(item.value);
    }
  }
}

interface CardsApart {
  /** By their place in the list; undefined for an entry that is not a record. */
  readonly cards: readonly (CST.Token | undefined)[];
  readonly faults: readonly Fault[];
}

const emptied = ({ offset, indent }: Collection): CST.Token => ({
  type: 'scalar',
  offset,
  indent,
  source: 'null',
});

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

const isList = (token: Collection): token is CST.BlockSequence | CST.FlowCollection =>
  token.type === 'block-seq' ||
  (token.type === 'flow-collection' && token.start.type === 'flow-seq-start');

const isKeyOfCards = ({ key }: CST.CollectionItem): boolean =>
  CST.isScalar(key) && CST.resolveAsScalar(key, true, leftToComposer)?.value === 'cards';

/** Reports a problem with a key once, when the text is put together; without this, it is thrown. */
const leftToComposer = (): void => {};

/** Turns signs into what they stand for. */
function composed(tokens: readonly CST.Token[], end: number): Document {
  // Keys are texts: anything else would be reported in the console.
  const composer = new Composer({ schema: 'core', stringKeys: true, logLevel: 'error' });
  const [document] = composer.compose(tokens, true, end);
  if (document === undefined) throw new Error('A composer that is forced to gives a document.');
  return document;
}

/** The data of a file whose cards were put together by themselves; undefined if there are aliases. */
function dataOf(file: Document, cards: readonly (Document | undefined)[]): unknown {
  // Aliases would let a short text expand to an endless one.
  const options = { maxAliasCount: 0 };
  try {
    const data: unknown = file.toJS(options);
    if (typeof data !== 'object' || data === null || !('cards' in data)) return data ?? null;
    if (!Array.isArray(data.cards)) return data;
    return {
      ...data,
      cards: data.cards.map((each: unknown, index) => cards[index]?.toJS(options) ?? each),
    };
  } catch {
    return undefined;
  }
}

/** Where the thing that a path names begins in a document, or the nearest thing around it that exists. */
function beginOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

const pathText = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

/** Writes cards as YAML, to be read and edited by people. */
export function cardYaml(records: readonly CardRecord[]): string {
  return stringify({ cards: records }, { lineWidth: 92, aliasDuplicateObjects: false });
}
