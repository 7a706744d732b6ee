import { createContext, useContext } from 'react';

import type { Claim, ClaimStatus, Source, Statement } from '#guide/claim.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

/** The sources of the page in the order of their numbers. */
const PageSources = createContext<readonly Source[]>([]);
export const PageSourcesProvider = PageSources.Provider;

const weakestFirst: readonly ClaimStatus[] = ['unknown', 'conflict', 'inferred'];

/** The label of the weakest of these statuses, nothing where all sources agree. */
export function Standing({ of }: { readonly of: readonly ClaimStatus[] }) {
  const weakest = weakestFirst.find((status) => of.includes(status));
  if (weakest === undefined) return null;
  return <span className="standing">{claimStatusWords[weakest].label}</span>;
}

/** Numbered links to the page's sources. */
export function Citations({ sources }: { readonly sources: readonly Source[] }) {
  const all = useContext(PageSources);
  const cited = all
    .map((source, index) => ({ source, number: index + 1 }))
    .filter(({ source }) => sources.includes(source));
  return (
    <span className="cite">
      {cited.map(({ source, number }) => (
        <a
          key={source.id}
          href={`#source-${number}`}
          aria-label={`Source ${number}`}
          title={source.title}
        >
          {number}
        </a>
      ))}
    </span>
  );
}

/** A claim, a statement or a remedy with its standing and its sources. */
export function Cited({ of }: { readonly of: Claim | Statement }) {
  const claims = 'basis' in of ? of.basis : [of];
  return (
    <>
      <TextWithCode text={of.text} /> <Standing of={claims.map(({ status }) => status)} />
      <Citations sources={claims.flatMap(({ sources }) => sources)} />
    </>
  );
}

/** Several of them, a paragraph each. */
export function CitedParagraphs({ of }: { readonly of: readonly (Claim | Statement)[] }) {
  return of.map((each) => (
    <p key={each.text}>
      <Cited of={each} />
    </p>
  ));
}

/** Several of them as a list. */
export function CitedList({ of }: { readonly of: readonly (Claim | Statement)[] }) {
  return (
    <ul className="stack list-disc ps-5 [--gap:0.5rem]">
      {of.map((each) => (
        <li key={each.text}>
          <Cited of={each} />
        </li>
      ))}
    </ul>
  );
}
