import { LineCounter, parseDocument, stringify } from 'yaml';

import { type CardRecord, checkCards } from './cardRecord.ts';
import type { Path } from './shape.ts';

/** The longest file that is read, in characters. */
const longest = 200_000;

/** Something to mend in a text, where it stands. */
export interface TextProblem {
  /** Counted from 1. */
  readonly line: number;
  /** For example `cards[0].twist.answers[1]`; empty for the text as a whole. */
  readonly where: string;
  readonly text: string;
}

export interface CardText {
  readonly records: readonly CardRecord[];
  readonly problems: readonly TextProblem[];
}

/** Reads cards from YAML, which JSON is too. Whatever comes in, nothing is thrown. */
export function readCardYaml(text: string): CardText {
  if (text.length > longest) {
    return only(
      `This has ${text.length} characters; ${longest} are read. Cut it into several files.`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const broken = [...document.errors, ...document.warnings].map(({ pos: [at], message }) => ({
    line: lines.linePos(at).line,
    where: '',
    text: `This is not YAML: ${message.replace(/\.?$/, '.')} Mind hyphens, colons and the spaces before a line.`,
  }));
  if (broken.length > 0) return { records: [], problems: broken };
  let data: unknown;
  try {
    // Aliases would let a short text unfold to an endless one.
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    return only('Anchors and aliases (& and *) are not read. Write the text out.');
  }
  const { records, problems } = checkCards(data);
  return {
    records,
    problems: problems.map(({ path, text: told }) => ({
      line: lines.linePos(offsetOf(path)).line,
      where: pathText(path),
      text: told,
    })),
  };

  /** Where what a path names begins, or the nearest thing around it that is there. */
  function offsetOf(path: Path): number {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (
        typeof node === 'object' &&
        node !== null &&
        'range' in node &&
        Array.isArray(node.range)
      ) {
        const [begin] = node.range as readonly unknown[];
        if (typeof begin === 'number') return begin;
      }
    }
    return 0;
  }
}

const only = (text: string): CardText => ({
  records: [],
  problems: [{ line: 1, where: '', text }],
});

const pathText = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

/** Writes cards as YAML, to be read and edited by people. */
export function cardYaml(records: readonly CardRecord[]): string {
  return stringify({ cards: records }, { lineWidth: 92, aliasDuplicateObjects: false });
}
