import type { ReactNode } from 'react';

import { optionOf, questionOf } from '#guide/answerWords.ts';
import { resultName } from '#guide/resultName.ts';
import { MethodMark } from '#screens/MethodMark.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { reasonChoices } from '../prediction.ts';
import { reasonLetter } from '../room/phone.ts';
import { RoomInvitation } from '../room/RoomInvitation.tsx';
import type { RoomOnScreen } from '../room/roomOnScreen.ts';
import { Certainty, SplitChart } from '../room/SplitChart.tsx';
import { isOwn } from '../ownCards/cardRecord.ts';
import { type KeyedScenario, type ResultId, resultIds, type Scenario } from '../scenario.ts';
import type { AudienceView } from './audienceView.ts';
import { timeLeftText } from './clock.ts';
import { letterSizeFor } from './letterSize.ts';
import { shownCard, type Stage } from './presentation.ts';

interface SlideProps extends AudienceView {
  /** `h3` if the slide is in a page with headings of its own. */
  readonly level?: 'h1' | 'h3';
}

/** What the screen shows: large, and without buttons. */
export function Slide({ presentation, room, secondsLeft, level: Heading = 'h1' }: SlideProps) {
  const scenario = shownCard(presentation);
  if (presentation.isBlack) return <Heading className="sr-only">The screen is black</Heading>;
  if (scenario === undefined) {
    return (
      <>
        <Heading>That was the last card</Heading>
        <Words texts={[]}>
          <p>Which one fact will you ask for next time? Write it down.</p>
        </Words>
      </>
    );
  }
  return (
    <>
      <div className="slide-head">
        <p className="slide-place">
          Card {presentation.card + 1} of {presentation.deck.length}
          {secondsLeft !== undefined && (
            <span className="slide-time" role="timer" aria-label="Time left" aria-live="off">
              {timeLeftText(secondsLeft)}
            </span>
          )}
        </p>
        <Heading>{scenario.title}</Heading>
      </div>
      <SlideBody scenario={scenario} stage={presentation.stage} room={room} />
    </>
  );
}

interface WordsProps {
  /** The texts among them, as long as they are drawn. */
  readonly texts: readonly string[];
  readonly children: ReactNode;
}

/** Words that have the slide to themselves, in the largest size that fits. */
function Words({ texts, children }: WordsProps) {
  return <div data-size={letterSizeFor(texts)}>{children}</div>;
}

interface SlideBodyProps {
  readonly scenario: Scenario;
  readonly stage: Stage;
  readonly room: RoomOnScreen | undefined;
}

function SlideBody({ scenario, stage, room }: SlideBodyProps) {
  if (stage === 'story') {
    return (
      <Words texts={[scenario.story]}>
        <p>
          <TextWithCode text={scenario.story} />
        </p>
      </Words>
    );
  }
  if (stage === 'facts') {
    return (
      <Words texts={scenario.facts.flatMap(({ ask, told }) => [ask, told])}>
        <dl>
          {scenario.facts.map(({ ask, told }) => (
            <div key={ask}>
              <dt>{ask}</dt>
              <dd>
                <TextWithCode text={told} />
              </dd>
            </div>
          ))}
        </dl>
      </Words>
    );
  }
  if (scenario.kind === 'discussion') {
    return (
      <Words texts={scenario.points.map(({ text }) => text)}>
        <DiscussionPoints points={scenario.points} />
      </Words>
    );
  }
  switch (stage) {
    case 'question':
      return (
        <Choices
          ask="Which method, and why?"
          {...(needsReasons(scenario, room)
            ? { reasons: reasonsOf(scenario) }
            : { about: scenario.story })}
          room={room}
        />
      );
    case 'split':
      return (
        <>
          <p className="slide-ask">
            <strong>Talk to somebody who chose differently.</strong> Which reason holds up?
          </p>
          {room?.split !== undefined && (
            <SplitChart scenario={scenario} question="card" split={room.split} isRevealed={false} />
          )}
        </>
      );
    case 'again':
      return <Choices ask="Which method now?" reasons={reasonsOf(scenario)} room={room} />;
    case 'key':
      return isAny(room?.split?.results) ? (
        <>
          <div className="slide-reveal">
            <Method result={scenario.result} />
            {room?.split !== undefined && <Certainty split={room.after ?? room.split} />}
          </div>
          {/* If people gave reasons, the guide's is in short among them. */}
          {!isAny(room?.split?.reasons) && (
            <p className="slide-brief">
              <TextWithCode text={scenario.reason.text} />
            </p>
          )}
          {room?.split !== undefined && (
            <SplitChart
              scenario={scenario}
              question="card"
              split={room.split}
              after={room.after}
              isRevealed
            />
          )}
        </>
      ) : (
        <UncountedKey scenario={scenario} />
      );
    case 'twist':
      return (
        <Choices
          ask="Which method now?"
          intro="One fact changes."
          about={scenario.twist.change}
          room={room}
        />
      );
    case 'twistKey': {
      const { result, reason } = scenario.twist;
      return (
        <Words texts={[resultName(result), reason.text]}>
          <Method result={result} />
          <p>
            <TextWithCode text={reason.text} />
          </p>
          {room?.split !== undefined && (
            <SplitChart scenario={scenario} question="twist" split={room.split} isRevealed />
          )}
        </Words>
      );
    }
    default:
      return null;
  }
}

/** The key for a room whose answers nobody counted. */
function UncountedKey({ scenario }: { readonly scenario: KeyedScenario }) {
  const facts = scenario.answers.map((answer) => ({
    asked: questionOf(answer).short,
    answered: optionOf(answer).label,
  }));
  const texts = [
    resultName(scenario.result),
    scenario.reason.text,
    ...facts.map(({ asked, answered }) => `${asked} ${answered}`),
  ];
  return (
    <Words texts={texts}>
      <Method result={scenario.result} />
      <p>
        <TextWithCode text={scenario.reason.text} />
      </p>
      <ul>
        {facts.map(({ asked, answered }) => (
          <li key={asked}>
            {asked} <strong>{answered}</strong>
          </li>
        ))}
      </ul>
    </Words>
  );
}

const isAny = (counts: readonly number[] | undefined): boolean =>
  counts?.some((count) => count > 0) === true;

/** A phone shows the reasons of the guide's cards itself; those of a teacher's card are on the screen only. */
const needsReasons = (scenario: KeyedScenario, room: RoomOnScreen | undefined): boolean =>
  isOwn(scenario) && room?.invitation !== undefined;

const reasonsOf = (scenario: KeyedScenario): readonly string[] =>
  reasonChoices(scenario).map(({ text }) => text);

function Method({ result }: { readonly result: ResultId }) {
  return (
    <p>
      <MethodMark node={result} name={resultName(result)} />
    </p>
  );
}

interface ChoicesProps {
  readonly ask: string;
  /** What the question is about, if there is room for it. */
  readonly about?: string;
  /** What is said before that. */
  readonly intro?: string;
  readonly reasons?: readonly string[];
  readonly room: RoomOnScreen | undefined;
}

/** How many letters fit above the methods, beside the way into the room, before they are set smaller. */
const lettersAbove = 250;

/** What people raise their hands for, or answer by phone. */
function Choices({ ask, about, intro, reasons, room }: ChoicesProps) {
  return (
    <>
      {room?.invitation !== undefined && <RoomInvitation {...room} invitation={room.invitation} />}
      <div
        className="slide-lead"
        data-size={about !== undefined && about.length > lettersAbove ? 'small' : undefined}
      >
        {about !== undefined && (
          <p>
            {intro !== undefined && <strong>{intro} </strong>}
            <TextWithCode text={about} />
          </p>
        )}
        <p className="slide-ask">
          <strong>{ask}</strong>
        </p>
      </div>
      <ul className="slide-choices">
        {resultIds.map((id) => (
          <li key={id}>
            <MethodMark node={id} name={resultName(id)} />
          </li>
        ))}
      </ul>
      {reasons !== undefined && (
        <ul className="slide-reasons">
          {reasons.map((text, place) => (
            <li key={text}>
              <strong>{reasonLetter(place)}.</strong> <TextWithCode text={text} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
