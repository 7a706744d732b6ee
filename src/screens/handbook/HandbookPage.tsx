import type { ReactNode } from 'react';

import { sourcesOf } from '#guide/citations.ts';
import type { Source } from '#guide/claim.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';

import { PageSourcesProvider } from '../Cited.tsx';
import { TermsUsed } from '../glossary/TermsUsed.tsx';
import { MethodMark } from '../MethodMark.tsx';
import { PageContents } from '../PageContents.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses, useIsFramed } from '../site.tsx';
import { SourceList } from '../SourceList.tsx';
import { StateLink } from '../StateLink.tsx';
import { type HandbookPart, handbookPartsOf, handbookPath } from './handbookPaths.ts';
import { partWords } from './handbookWords.ts';

/** A section of a page of the handbook. */
export interface HandbookSection {
  /** Never changes: other pages lead to it. */
  readonly anchor: string;
  readonly title: string;
  readonly body: ReactNode;
}

interface HandbookPageProps {
  readonly method: OutcomeId;
  readonly part: HandbookPart;
  readonly heading: string;
  /** What comes between the heading and the sections. */
  readonly lead?: ReactNode;
  readonly sections: readonly HandbookSection[];
  /** What the page cites, in its order. */
  readonly cites: unknown;
}

/** A heading whose lines are balanced would otherwise break within “set-up”. */
function unbroken(heading: string): ReactNode {
  return heading.split(/(\w+-\w+)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="beside">
        {part}
      </span>
    ),
  );
}

/**
 * A page of a method's handbook: what holds for the method whatever was answered. It leads to the
 * method's other pages, and to the questions that choose between the methods.
 */
export function HandbookPage({ method, part, heading, lead, sections, cites }: HandbookPageProps) {
  const sources = sourcesOf(cites);
  const isFramed = useIsFramed();
  const all: readonly HandbookSection[] =
    sources.length === 0
      ? sections
      : [...sections, { anchor: 'sources', title: 'Sources', body: <Sources of={sources} /> }];
  return (
    <PageSourcesProvider value={sources}>
      <div className="result" data-node={method}>
        {/* A frame is as high as its content, so that nothing in it stays in sight. */}
        {!isFramed && (
          <PageContents
            sections={Object.fromEntries(all.map(({ anchor, title }) => [anchor, title]))}
          />
        )}
        <article>
          <header className="stack [--gap:1rem]">
            <p>
              <MethodMark node={method} name={outcomes[method].name} />
            </p>
            <h1 tabIndex={-1}>{unbroken(heading)}</h1>
            <MethodPages method={method} part={part} />
            {lead}
          </header>
          {all.map(({ anchor, title, body }) => (
            <ResultSection key={anchor} anchor={anchor} title={title}>
              {body}
            </ResultSection>
          ))}
          <div className="pt-4">
            <TermsUsed of={cites} />
          </div>
          <p className="no-print pt-4">
            Not sure whether this is your method?{' '}
            <StateLink answers={[]}>Answer up to four questions</StateLink>.
          </p>
        </article>
      </div>
    </PageSourcesProvider>
  );
}

/** The list is long, and in a frame the marks open what it says: there it is folded. */
function Sources({ of: sources }: { readonly of: readonly Source[] }) {
  const list = <SourceList sources={sources} />;
  return useIsFramed() ? (
    <details className="prints-open">
      <summary>{sources.length} sources</summary>
      {list}
    </details>
  ) : (
    list
  );
}

/** The pages of a method's handbook; the one that is shown is marked. */
function MethodPages({ method, part }: Pick<HandbookPageProps, 'method' | 'part'>) {
  const addresses = useAddresses();
  return (
    <nav className="no-print" aria-label={`Handbook: ${outcomes[method].name}`}>
      <ul className="method-pages">
        {handbookPartsOf(method).map((each) => (
          <li key={each}>
            <a
              href={addresses.page(handbookPath(method, each))}
              aria-current={each === part ? 'page' : undefined}
            >
              {partWords[each].label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
