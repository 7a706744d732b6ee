import { diffLines } from 'diff';

interface SnippetDifferenceProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Equal lines that are shown before and after a change. */
const context = 3;

/**
 * What changes from one program to another, line by line: taken out, put in, kept. Both programs are shown
 * in full beside it.
 */
export function SnippetDifference({ label, before, after }: SnippetDifferenceProps) {
  const parts = diffLines(before, after);
  return (
    <pre className="code" tabIndex={0} aria-label={label}>
      <code>
        {parts.map(({ value, added, removed }, place) => {
          // Pieces of a text have no identity of their own.
          // oxlint-disable react/no-array-index-key
          if (added) return <ins key={place}>{marked(value, '+ ')}</ins>;
          if (removed) return <del key={place}>{marked(value, '- ')}</del>;
          const kept = nearChanges(value, place === 0, place === parts.length - 1);
          return <span key={place}>{marked(kept, '  ')}</span>;
          // oxlint-enable react/no-array-index-key
        })}
      </code>
    </pre>
  );
}

const marked = (lines: string, mark: string): string => lines.replaceAll(/^(?=.|\n)/gm, mark);

/** Of lines that both programs have: those next to a change, and how many are left out. */
function nearChanges(text: string, isFirst: boolean, isLast: boolean): string {
  const lines = text.split(/(?<=\n)/);
  const head = isFirst ? 0 : context;
  const tail = isLast ? 0 : context;
  const leftOut = lines.length - head - tail;
  // A note about a single line would take up as much room as the line itself.
  if (leftOut < 2) return text;
  return [
    ...lines.slice(0, head),
    `… ${leftOut} unchanged lines …\n`,
    ...(tail === 0 ? [] : lines.slice(-tail)),
  ].join('');
}
