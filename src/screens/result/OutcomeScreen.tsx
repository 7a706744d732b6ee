import type { ReactNode } from 'react';

import type { OutcomeWalk } from '#guide/nodeKind.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { DiagramPanel } from '../diagram/DiagramPanel.tsx';
import type { DiagramServices } from '../diagram/diagramServices.ts';
import { outcomeSections } from './outcomeSections.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import type { RequestInputs } from '../snippets/requestInputs.ts';
import { SnippetPanel } from '../snippets/SnippetPanel.tsx';

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
  /** Absent while a prerendered page is hydrated: its words are in the page already. */
  readonly prose: OutcomeProse | undefined;
  readonly inputs: RequestInputs;
  readonly diagram: DiagramServices;
}

/** A result: the verdict first, then what follows from it. */
export function OutcomeScreen({ walk, notice, prose, inputs, diagram }: OutcomeScreenProps) {
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
        {inputs.live?.operations?.evidence(walk)}
        <StaticMarkup>{prose?.lead}</StaticMarkup>
        <ResultSection anchor="request" title={outcomeSections.request}>
          <SnippetPanel method={walk.node} prerendered={prose?.snippets} inputs={inputs} />
        </ResultSection>
        <ResultSection anchor="picture" title={outcomeSections.picture}>
          <DiagramPanel
            picture={prose?.picture}
            pathSvgUrl={addresses.beside(walk.answers, 'path.svg')}
            services={diagram}
          />
        </ResultSection>
        <StaticMarkup>{prose?.rest}</StaticMarkup>
        {inputs.live?.operations?.record(walk) ?? <StaticMarkup>{prose?.record}</StaticMarkup>}
        <StaticMarkup>{prose?.sources}</StaticMarkup>
      </article>
    </div>
  );
}
