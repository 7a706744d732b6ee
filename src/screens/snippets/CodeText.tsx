import { useLayoutEffect, useRef } from 'react';

import { type CodeKind, highlightedPieces } from './highlighting.ts';
import { firstChangedLine } from './firstChangedLine.ts';

interface CodeTextProps {
  /** Exactly what is copied. */
  readonly text: string;
  /** As in `Language.syntax`. */
  readonly syntax: string;
  readonly label: string;
  readonly id: string;
}

/** The elements of HTML that say nothing but “set apart”, shorter than a class: a page has thousands of them. */
const elements: Readonly<Partial<Record<CodeKind, 'b' | 'i' | 'u'>>> = {
  comment: 'i',
  string: 'b',
  keyword: 'u',
};

/** A program, coloured and with numbered lines; the numbers are for the eye and no part of the text. */
export function CodeText({ text, syntax, label, id }: CodeTextProps) {
  const box = useRef<HTMLPreElement>(null);
  const before = useRef(text);
  useLayoutEffect(() => {
    if (box.current !== null) showChange(box.current, before.current, text);
    before.current = text;
  }, [text]);
  return (
    <pre
      ref={box}
      className="code"
      tabIndex={0}
      aria-label={label}
      data-numbers={lineNumbers(text)}
    >
      <code id={id} className={`language-${syntax}`}>
        {highlightedPieces(text, syntax).map(({ text: piece, kind }, place) => {
          if (kind === undefined) return piece;
          const Apart = elements[kind];
          // Pieces have no identity of their own.
          return Apart === undefined ? (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={place} className="n">
              {piece}
            </span>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <Apart key={place}>{piece}</Apart>
          );
        })}
      </code>
    </pre>
  );
}

/** Scrolls a box of code, and nothing around it, to the first line that differs from the text before. */
function showChange(box: HTMLElement, before: string, after: string): void {
  const line = firstChangedLine(before, after);
  if (line === undefined) return;
  const place = (line / after.split('\n').length) * box.scrollHeight;
  const isInSight =
    place >= box.scrollTop && place < box.scrollTop + box.clientHeight - heightOfTwoLines;
  if (!isInSight) box.scrollTop = place - box.clientHeight / 3;
}

const heightOfTwoLines = 44;

/** The numbers of the lines, one below the other. */
function lineNumbers(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((_, place) => place + 1).join('\n');
}
