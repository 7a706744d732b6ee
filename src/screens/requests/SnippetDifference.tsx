import { diffLines } from 'diff';

interface SnippetDifferenceProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What changes from one program to another, line by line: taken out, put in, kept. */
export function SnippetDifference({ label, before, after }: SnippetDifferenceProps) {
  return (
    <pre className="code" tabIndex={0} aria-label={label}>
      <code>
        {diffLines(before, after).map(({ value, added, removed }, place) => {
          const lines = (mark: string) => value.replaceAll(/^(?=.|\n)/gm, mark);
          // Pieces of a text have no identity of their own.
          // oxlint-disable react/no-array-index-key
          if (added) return <ins key={place}>{lines('+ ')}</ins>;
          if (removed) return <del key={place}>{lines('- ')}</del>;
          return <span key={place}>{lines('  ')}</span>;
          // oxlint-enable react/no-array-index-key
        })}
      </code>
    </pre>
  );
}
