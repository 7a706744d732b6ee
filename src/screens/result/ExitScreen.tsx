import type { ReactNode } from 'react';

import type { ExitWalk } from '#guide/nodeKind.ts';
import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { DiagramPanel } from '../diagram/DiagramPanel.tsx';
import type { DiagramServices } from '../diagram/diagramServices.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';

/** The parts of an exit that need no script, ready to be drawn. */
export interface ExitProse {
  readonly lead: ReactNode;
  readonly picture: ReactNode;
  readonly sources: ReactNode;
  readonly map: ReactNode;
}

interface ExitScreenProps {
  readonly walk: ExitWalk;
  readonly notice: ReactNode;
  /** What comes with the values of the address: nothing above it moves. */
  readonly fromAddress: ReactNode;
  /** Absent while a prerendered page is hydrated: its words are in the page already. */
  readonly prose: ExitProse | undefined;
  readonly diagram: DiagramServices;
}

/** Where this is the wrong guide: why, and where to go. */
export function ExitScreen({ walk, notice, fromAddress, prose, diagram }: ExitScreenProps) {
  const addresses = useAddresses();
  return (
    <div className="result" data-node={walk.node}>
      <article>
        {notice}
        <StaticMarkup>{prose?.lead}</StaticMarkup>
        <div className="from-address">{fromAddress}</div>
        <ResultSection anchor="picture" title="Your path, drawn">
          <DiagramPanel
            picture={prose?.picture}
            pathSvgUrl={addresses.beside(walk.answers, 'path.svg')}
            services={diagram}
          />
        </ResultSection>
        <StaticMarkup>{prose?.sources}</StaticMarkup>
        <StaticMarkup>{prose?.map}</StaticMarkup>
      </article>
    </div>
  );
}
