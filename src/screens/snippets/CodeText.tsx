import { highlightedLines } from './highlighting.ts';

interface CodeTextProps {
  /** Exactly what is copied. */
  readonly text: string;
  /** As in `Language.syntax`. */
  readonly syntax: string;
  readonly label: string;
  readonly id: string;
}

/** A program, coloured and with numbered lines; the numbers are for the eye and no part of the text. */
export function CodeText({ text, syntax, label, id }: CodeTextProps) {
  return (
    <pre className="code" tabIndex={0} aria-label={label}>
      <code id={id} className="numbered">
        {highlightedLines(text, syntax).map((line, number) => (
          // Lines have no identity of their own.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={number} className="line">
            {line.map(({ text: piece, kind }, place) =>
              kind === undefined ? (
                piece
              ) : (
                // oxlint-disable-next-line react/no-array-index-key
                <span key={place} className={kind}>
                  {piece}
                </span>
              ),
            )}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}
