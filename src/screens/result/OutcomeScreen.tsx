import type { ReactNode } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Walk } from '#guide/replay.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { DiagramPanel, type DiagramServices } from '../diagram/DiagramPanel.tsx';
import { outcomeSections } from './outcomeSections.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SnippetPanel, type SnippetDesk } from '../snippets/SnippetPanel.tsx';

export type OutcomeWalk = Walk & { readonly node: OutcomeId };

/** The parts of a result that need no script, ready to be drawn. */
export interface OutcomeProse {
  readonly lead: ReactNode;
  readonly picture: ReactNode;
  readonly snippets: ReactNode;
  readonly rest: ReactNode;
  readonly record: ReactNode;
  readonly sources: ReactNode;
}

interface OutcomeScreenProps {
  readonly walk: OutcomeWalk;
  readonly notice: ReactNode;
  /** Absent while a prerendered page wakes up: its words are in the page already. */
  readonly prose: OutcomeProse | undefined;
  readonly desk: SnippetDesk;
  readonly diagram: DiagramServices;
}

/** A result: the verdict first, then what follows from it. */
export function OutcomeScreen({ walk, notice, prose, desk, diagram }: OutcomeScreenProps) {
  const addresses = useAddresses();
  return (
    <div className="result" data-node={walk.node}>
      <nav className="page-contents no-print" aria-labelledby="contents">
        <h2 id="contents" className="eyebrow">
          On this page
        </h2>
        <ul>
          {Object.entries(outcomeSections).map(([anchor, title]) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <article>
        {notice}
        {desk.live?.operations?.evidence(walk)}
        <StaticMarkup>{prose?.lead}</StaticMarkup>
        <ResultSection anchor="request" title={outcomeSections.request}>
          <SnippetPanel method={walk.node} prerendered={prose?.snippets} desk={desk} />
        </ResultSection>
        <ResultSection anchor="picture" title={outcomeSections.picture}>
          <DiagramPanel
            picture={prose?.picture}
            pathSvgUrl={addresses.beside(walk.answers, 'path.svg')}
            services={diagram}
          />
        </ResultSection>
        <StaticMarkup>{prose?.rest}</StaticMarkup>
        {desk.live?.operations?.record(walk) ?? <StaticMarkup>{prose?.record}</StaticMarkup>}
        <StaticMarkup>{prose?.sources}</StaticMarkup>
      </article>
    </div>
  );
}
