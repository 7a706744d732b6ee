import type { Source } from '#guide/claim.ts';

import { sourceDateWords } from './sourceDate.ts';

/** The sources of a page. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ol className="stack list-decimal ps-7 text-small [--gap:0.4rem]">
      {sources.map((source, index) => (
        <li key={source.id} id={`source-${index + 1}`}>
          <a href={source.url}>{source.title}</a>
          {`, ${sourceDateWords(source)} ${source.date}`}
        </li>
      ))}
    </ol>
  );
}
