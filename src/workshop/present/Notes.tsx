import { shallowEqual } from '@xstate/react';
import type { ReactNode } from 'react';

import { resultName } from '#guide/resultName.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { reasonChoices } from '../prediction.ts';
import { reasonLetter } from '../room/phone.ts';
import { splitOf } from '../room/room.ts';
import type { DiscussionScenario, KeyedScenario, ResultId } from '../scenario.ts';
import { type Presentation, shownCard, type Stage } from './presentation.ts';
import { useOfPresentation } from './presentationActor.ts';

/** What the presenter needs at this step of a card; its key is covered until it is revealed. */
export function Notes({ presentation }: { readonly presentation: Presentation }) {
  const scenario = shownCard(presentation);
  if (scenario === undefined) {
    return (
      <p>
        That was the last card. Have everyone write down the one fact that they will ask for next
        time. The report says what the room believed before and after.
      </p>
    );
  }
  // A key that was uncovered is covered again at the next card.
  return scenario.kind === 'discussion' ? (
    <DiscussionNotes scenario={scenario} />
  ) : (
    <KeyedNotes key={scenario.id} scenario={scenario} stage={presentation.stage} />
  );
}

function DiscussionNotes({ scenario }: { readonly scenario: DiscussionScenario }) {
  return (
    <div className="stack">
      <p>
        <TextWithCode text={scenario.whyNoKey.text} />
      </p>
      <DiscussionPoints points={scenario.points} />
    </div>
  );
}

interface KeyedNotesProps {
  readonly scenario: KeyedScenario;
  readonly stage: Stage;
}

function KeyedNotes({ scenario, stage }: KeyedNotesProps) {
  const { twist } = scenario;
  switch (stage) {
    case 'split':
      return (
        <div className="stack">
          <p>
            The room sees what it chose, but not what is right. Give pairs two minutes: “Convince
            somebody who chose differently.” Then ask for reasons, the rarest first.
          </p>
          <CoveredKeyOfCard scenario={scenario} />
        </div>
      );
    case 'again':
      return (
        <div className="stack">
          <p>Everyone votes again, even those who keep their choice.</p>
          <CoveredKeyOfCard scenario={scenario} />
        </div>
      );
    case 'key':
      return (
        <div className="stack">
          <KeyOfCard scenario={scenario} />
        </div>
      );
    case 'twist':
      return (
        <div className="stack">
          <p>Ask only those who change their method to say why.</p>
          <CoveredKey>
            <Key result={twist.result} reason={twist.reason.text} />
          </CoveredKey>
        </div>
      );
    case 'twistKey':
      return <Key result={twist.result} reason={twist.reason.text} />;
    default:
      return (
        <div className="stack">
          <p>
            If nobody speaks, ask: <TextWithCode text={scenario.hint} />
          </p>
          <CoveredKeyOfCard scenario={scenario} />
        </div>
      );
  }
}

interface KeyOfCardProps {
  readonly scenario: KeyedScenario;
}

function CoveredKeyOfCard({ scenario }: KeyOfCardProps) {
  return (
    <CoveredKey>
      <KeyOfCard scenario={scenario} />
    </CoveredKey>
  );
}

function KeyOfCard({ scenario }: KeyOfCardProps) {
  return (
    <>
      <Key result={scenario.result} reason={scenario.reason.text} />
      <Beliefs scenario={scenario} />
    </>
  );
}

function Key({ result, reason }: { readonly result: ResultId; readonly reason: string }) {
  return (
    <p>
      <strong>{resultName(result)}.</strong> <TextWithCode text={reason} />
    </p>
  );
}

/** A key, covered from anybody who looks over the presenter's shoulder. */
function CoveredKey({ children }: { readonly children: ReactNode }) {
  return (
    <details>
      <summary className="py-2 font-semibold">The key, before the room sees it</summary>
      <div className="stack">{children}</div>
    </details>
  );
}

/** The beliefs behind wrong choices, those that the room chose most first: there is no time for all. */
function Beliefs({ scenario }: KeyOfCardProps) {
  const reasons = useOfPresentation(
    ({ context: { room } }) => room && splitOf(room, scenario, 'card').reasons,
    shallowEqual,
  );
  const beliefs = reasonChoices(scenario)
    .flatMap(({ belief }, place) =>
      belief === undefined
        ? []
        : [{ ...belief, letter: reasonLetter(place), times: reasons?.[place] ?? 0 }],
    )
    .toSorted((one, other) => other.times - one.times);
  return (
    <>
      <h3>What people may believe</h3>
      <ul className="list-disc ps-5">
        {beliefs.map(({ letter, belief, truth }) => (
          <li key={letter}>
            <strong>{letter}.</strong> “{belief}” <TextWithCode text={truth.text} />
          </li>
        ))}
      </ul>
    </>
  );
}
