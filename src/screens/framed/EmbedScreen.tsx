import type { ReactNode } from 'react';

import { isAtOutcome } from '#guide/nodeKind.ts';
import type { Walk } from '#guide/replay.ts';

import { OpenFieldsButton } from './OpenFieldsButton.tsx';
import { embedPlaces } from './embedPlaces.ts';
import type { ExitProse } from '../result/ExitScreen.tsx';
import type { OutcomeProse } from '../result/OutcomeScreen.tsx';
import { outcomeSections } from '../result/outcomeSections.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';

interface EmbedScreenProps {
  readonly walk: Walk;
  readonly words:
    | {
        readonly question?: ReactNode;
        readonly outcome?: OutcomeProse;
        readonly exit?: ExitProse;
      }
    | undefined;
}

/**
 * A state of the guide, short enough for somebody else's page: a result keeps its verdict, its
 * reasons, the next steps, the request, the picture, the record and the sources. The rest is one
 * link away.
 */
export function EmbedScreen({ walk, words }: EmbedScreenProps) {
  const ended = words?.outcome ?? words?.exit;
  if (ended === undefined) return words?.question;
  return (
    <div className="result" data-node={walk.node}>
      <article>
        {words?.outcome !== undefined && <div id={embedPlaces.evidence} />}
        {ended.lead}
        {words?.outcome !== undefined && (
          <ResultSection anchor="request" title={outcomeSections.request}>
            <div id={embedPlaces.request} className="stack">
              <OpenFieldsButton label="Fill in your own values and operations" />
              {words.outcome.snippets}
            </div>
          </ResultSection>
        )}
        <ResultSection anchor="picture" title={outcomeSections.picture}>
          {ended.picture}
        </ResultSection>
        {words?.outcome !== undefined && <div id={embedPlaces.record}>{words.outcome.record}</div>}
        {isAtOutcome(walk) && <RestInFull walk={walk} />}
        {ended.sources}
      </article>
    </div>
  );
}

function RestInFull({ walk }: { readonly walk: Walk }) {
  const addresses = useAddresses();
  const left = ['set-up', 'troubles', 'others', 'change', 'layers'] as const;
  return (
    <ResultSection anchor="in-full" title="More in the full guide">
      <ul className="list-disc ps-5">
        {left.map((anchor) => (
          <li key={anchor}>
            <a href={addresses.fullSection(walk.answers, anchor)}>{outcomeSections[anchor]}</a>
          </li>
        ))}
      </ul>
    </ResultSection>
  );
}
