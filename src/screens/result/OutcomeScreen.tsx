import type { ReactNode } from 'react';

import type { OutcomeWalk } from '#guide/nodeKind.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { DiagramPanel } from '../diagram/DiagramPanel.tsx';
import type { DiagramServices } from '../diagram/diagramServices.ts';
import { PageContents } from '../PageContents.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import type { RequestInputs } from '../snippets/requestInputs.ts';
import { SnippetPanel } from '../snippets/SnippetPanel.tsx';
import { outcomeSections } from './outcomeSections.ts';

/** The parts of a result that need no script, ready to be drawn. */
export interface OutcomeProse {
  readonly verdict: ReactNode;
  readonly snippets: ReactNode;
  /** Why this method, and what to do next. */
  readonly reasons: ReactNode;
  /** Why none of the others. */
  readonly others: ReactNode;
  /** What would change the answer. */
  readonly change: ReactNode;
  readonly picture: ReactNode;
  /** The whole decision with the path on it. */
  readonly map: ReactNode;
  readonly record: ReactNode;
  /** Where the handbook says the rest, and the sources of what the result says itself. */
  readonly handbook: ReactNode;
}

interface OutcomeScreenProps {
  readonly walk: OutcomeWalk;
  readonly notice: ReactNode;
  /** What comes with the values of the address: nothing above it moves. */
  readonly fromAddress: ReactNode;
  /** Absent while a prerendered page is hydrated: its words are in the page already. */
  readonly prose: OutcomeProse | undefined;
  readonly inputs: RequestInputs;
  readonly diagram: DiagramServices;
}

/**
 * A result: the verdict, the request, and what else follows from the answers and the values. What
 * holds for the method whatever was answered is in its handbook.
 */
export function OutcomeScreen({
  walk,
  notice,
  fromAddress,
  prose,
  inputs,
  diagram,
}: OutcomeScreenProps) {
  const addresses = useAddresses();
  return (
    <div className="result" data-node={walk.node}>
      <PageContents sections={outcomeSections} />
      <article>
        {notice}
        <StaticMarkup>{prose?.verdict}</StaticMarkup>
        <div className="from-address">
          {fromAddress}
          {inputs.live?.operations?.evidence(walk)}
        </div>
        <ResultSection anchor="request" title={outcomeSections.request}>
          <SnippetPanel method={walk.node} prerendered={prose?.snippets} inputs={inputs} />
        </ResultSection>
        <div className="paired">
          <div>
            <StaticMarkup>{prose?.reasons}</StaticMarkup>
            <StaticMarkup>{prose?.others}</StaticMarkup>
          </div>
          <div>
            <StaticMarkup>{prose?.change}</StaticMarkup>
            <ResultSection anchor="picture" title={outcomeSections.picture}>
              <DiagramPanel
                picture={prose?.picture}
                pathSvgUrl={addresses.beside(walk.answers, 'path.svg')}
                services={diagram}
              />
            </ResultSection>
            {inputs.live?.record(walk) ?? <StaticMarkup>{prose?.record}</StaticMarkup>}
            <StaticMarkup>{prose?.handbook}</StaticMarkup>
          </div>
        </div>
        <StaticMarkup>{prose?.map}</StaticMarkup>
      </article>
    </div>
  );
}
