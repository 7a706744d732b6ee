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
import { shownCard, type Stage } from './presentation.ts';

interface SlideProps extends AudienceView {
  /** `h3` where the slide stands in a page with headings of its own. */
  readonly level?: 'h1' | 'h3';
}

/** What is on the screen: large, and with nothing to press. */
export function Slide({ presentation, room, secondsLeft, level: Heading = 'h1' }: SlideProps) {
  const scenario = shownCard(presentation);
  if (presentation.isBlack) return <Heading className="sr-only">The screen is black</Heading>;
  if (scenario === undefined) {
    return (
      <>
        <Heading>That was the last card</Heading>
        <p>Which one fact will you ask for next time? Write it down.</p>
      </>
    );
  }
  return (
    <>
      <p className="slide-place">
        Card {presentation.card + 1} of {presentation.deck.length}
        {secondsLeft !== undefined && (
          <span className="slide-time" role="timer" aria-label="Time left" aria-live="off">
            {timeLeftText(secondsLeft)}
          </span>
        )}
      </p>
      <Heading>{scenario.title}</Heading>
      <SlideBody scenario={scenario} stage={presentation.stage} room={room} />
    </>
  );
}

interface SlideBodyProps {
  readonly scenario: Scenario;
  readonly stage: Stage;
  readonly room: RoomOnScreen | undefined;
}

function SlideBody({ scenario, stage, room }: SlideBodyProps) {
  if (stage === 'story') {
    return (
      <p>
        <TextWithCode text={scenario.story} />
      </p>
    );
  }
  if (stage === 'facts') {
    return (
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
    );
  }
  if (scenario.kind === 'discussion') {
    return <DiscussionPoints points={scenario.points} />;
  }
  switch (stage) {
    case 'question':
      return (
        <Choices
          ask="Which method, and why?"
          {...(needsReasons(scenario, room)
            ? { reasons: reasonsOf(scenario) }
            : { story: scenario.story })}
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
      return (
        <>
          <div className="slide-reveal">
            <Method result={scenario.result} />
            {room?.split !== undefined && <Certainty split={room.after ?? room.split} />}
          </div>
          {/* Where people gave reasons, the guide's stands in short among them. */}
          {!isAny(room?.split?.reasons) && (
            <p className={isAny(room?.split?.results) ? 'slide-brief' : undefined}>
              <TextWithCode text={scenario.reason.text} />
            </p>
          )}
          {!isAny(room?.split?.results) && (
            <ul>
              {scenario.answers.map((answer) => (
                <li key={answer}>
                  {questionOf(answer).short} <strong>{optionOf(answer).label}</strong>
                </li>
              ))}
            </ul>
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
      );
    case 'twist':
      return (
        <>
          <p className="slide-ask">
            <strong>One fact changes.</strong> <TextWithCode text={scenario.twist.change} />
          </p>
          <Choices ask="Which method now?" room={room} />
        </>
      );
    case 'twistKey':
      return (
        <>
          <Method result={scenario.twist.result} />
          <p>
            <TextWithCode text={scenario.twist.reason.text} />
          </p>
          {room?.split !== undefined && (
            <SplitChart scenario={scenario} question="twist" split={room.split} isRevealed />
          )}
        </>
      );
    default:
      return null;
  }
}

const isAny = (counts: readonly number[] | undefined): boolean =>
  counts?.some((count) => count > 0) === true;

/** A phone shows the reasons of the guide's cards itself; those of a teacher's card stand on the screen only. */
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
  /** What the question is about, where there is room for it. */
  readonly story?: string;
  readonly reasons?: readonly string[];
  readonly room: RoomOnScreen | undefined;
}

/** What hands are raised for, or phones answer. */
function Choices({ ask, story, reasons, room }: ChoicesProps) {
  return (
    <>
      {room?.invitation !== undefined && <RoomInvitation {...room} invitation={room.invitation} />}
      {story !== undefined && (
        <p className="slide-story">
          <TextWithCode text={story} />
        </p>
      )}
      <p className="slide-ask">
        <strong>{ask}</strong>
      </p>
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
