import { type CodeKind, highlightedPieces } from './highlighting.ts';

interface CodeTextProps {
  /** Exactly what is copied. */
  readonly text: string;
  /** As in `Language.syntax`. */
  readonly syntax: string;
  readonly label: string;
  readonly id: string;
}

/** One letter each: a page has thousands of them. */
const classNames: Readonly<Record<CodeKind, string>> = {
  comment: 'c',
  string: 's',
  keyword: 'k',
  number: 'n',
};

/** A program, coloured and with numbered lines; the numbers are for the eye and no part of the text. */
export function CodeText({ text, syntax, label, id }: CodeTextProps) {
  return (
    <pre className="code" tabIndex={0} aria-label={label} data-numbers={lineNumbers(text)}>
      <code id={id}>
        {highlightedPieces(text, syntax).map(({ text: piece, kind }, place) =>
          kind === undefined ? (
            piece
          ) : (
            // Pieces have no identity of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={place} className={classNames[kind]}>
              {piece}
            </span>
          ),
        )}
      </code>
    </pre>
  );
}

/** The numbers of the lines, one below the other. */
function lineNumbers(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((_, place) => place + 1).join('\n');
}
