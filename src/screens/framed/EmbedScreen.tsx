import type { ReactNode } from 'react';

import { isAtOutcome } from '#guide/nodeKind.ts';
import type { Walk } from '#guide/replay.ts';

import { OpenFieldsButton } from './OpenFieldsButton.tsx';
import { embedPlaces } from './embedPlaces.ts';
import { FramedRecord } from './FramedRecord.tsx';
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
 * A state of the guide, short enough for somebody else's page: a result keeps its verdict, the request,
 * the reasons, the picture, the record and the sources. The rest is one link away.
 */
export function EmbedScreen({ walk, words }: EmbedScreenProps) {
  if (words?.outcome !== undefined) return <FramedOutcome walk={walk} prose={words.outcome} />;
  if (words?.exit === undefined) return words?.question;
  const { lead, picture, sources } = words.exit;
  return (
    <div className="result" data-node={walk.node}>
      <article>
        {lead}
        <ResultSection anchor="picture" title={outcomeSections.picture}>
          {picture}
        </ResultSection>
        {sources}
      </article>
    </div>
  );
}

function FramedOutcome({ walk, prose }: { readonly walk: Walk; readonly prose: OutcomeProse }) {
  return (
    <div className="result" data-node={walk.node}>
      <article>
        {prose.verdict}
        <div id={embedPlaces.evidence} />
        <ResultSection anchor="request" title={outcomeSections.request}>
          <div id={embedPlaces.request} className="stack">
            <OpenFieldsButton label="Fill in your own values and operations" />
            {prose.snippets}
          </div>
        </ResultSection>
        {prose.reasons}
        <ResultSection anchor="picture" title={outcomeSections.picture}>
          {prose.picture}
          {prose.map}
        </ResultSection>
        <div id={embedPlaces.record}>{isAtOutcome(walk) && <FramedRecord walk={walk} />}</div>
        <RestInFull walk={walk} />
        {prose.handbook}
      </article>
    </div>
  );
}

function RestInFull({ walk }: { readonly walk: Walk }) {
  const addresses = useAddresses();
  return (
    <ResultSection anchor="in-full" title="More in the full guide">
      <ul className="list-disc ps-5">
        {(['others', 'change'] as const).map((anchor) => (
          <li key={anchor}>
            <a href={addresses.fullSection(walk.answers, anchor)}>{outcomeSections[anchor]}</a>
          </li>
        ))}
      </ul>
    </ResultSection>
  );
}
