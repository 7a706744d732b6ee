import { optionOf, questionOf } from '#guide/answerWords.ts';
import { resultName } from '#guide/resultName.ts';
import { MethodMark } from '#screens/MethodMark.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { reasonChoices } from '../prediction.ts';
import type { RoomQuestion } from '../room/answerCode.ts';
import { reasonLetter } from '../room/phone.ts';
import { RoomInvitation } from '../room/RoomInvitation.tsx';
import type { RoomOnScreen } from '../room/roomOnScreen.ts';
import { SplitChart } from '../room/SplitChart.tsx';
import { type ResultId, resultIds, type Scenario } from '../scenario.ts';
import { type Presentation, shownCard, type Stage } from './presentation.ts';

interface SlideProps {
  readonly presentation: Presentation;
  /** What is shown of the room, where one is open. */
  readonly room?: RoomOnScreen | undefined;
  /** `h3` where the slide stands in a page with headings of its own. */
  readonly level?: 'h1' | 'h3';
}

/** What is on the screen: large, and with nothing to press. */
export function Slide({ presentation, room, level: Heading = 'h1' }: SlideProps) {
  const scenario = shownCard(presentation);
  if (presentation.isBlack) return <Heading className="sr-only">The screen is black</Heading>;
  if (scenario === undefined) return <Heading>That was the last card</Heading>;
  return (
    <>
      <p className="slide-place">
        Card {presentation.card + 1} of {presentation.deck.length}
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
          reasons={reasonChoices(scenario).map(({ text }) => text)}
          room={room}
        />
      );
    case 'key':
      return (
        <>
          <Method result={scenario.result} />
          <p className={room?.split === undefined ? undefined : 'slide-brief'}>
            <TextWithCode text={scenario.reason.text} />
          </p>
          {room?.split === undefined && (
            <ul>
              {scenario.answers.map((answer) => (
                <li key={answer}>
                  {questionOf(answer).short} <strong>{optionOf(answer).label}</strong>
                </li>
              ))}
            </ul>
          )}
          <RoomSplit scenario={scenario} question="card" room={room} />
        </>
      );
    case 'twist':
      return (
        <>
          <p className="slide-ask">
            <strong>One fact changes.</strong> <TextWithCode text={scenario.twist.change} />
          </p>
          <Choices ask="Which method now?" reasons={[]} room={room} />
        </>
      );
    case 'twistKey':
      return (
        <>
          <Method result={scenario.twist.result} />
          <p>
            <TextWithCode text={scenario.twist.reason.text} />
          </p>
          <RoomSplit scenario={scenario} question="twist" room={room} />
        </>
      );
    default:
      return null;
  }
}

function Method({ result }: { readonly result: ResultId }) {
  return (
    <p>
      <MethodMark node={result} name={resultName(result)} />
    </p>
  );
}

interface ChoicesProps {
  readonly ask: string;
  readonly reasons: readonly string[];
  readonly room: RoomOnScreen | undefined;
}

/** What hands are raised for, or phones answer. */
function Choices({ ask, reasons, room }: ChoicesProps) {
  return (
    <>
      {room !== undefined && <RoomInvitation {...room} />}
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
      {reasons.length > 0 && (
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

interface RoomSplitProps {
  readonly scenario: Scenario;
  readonly question: RoomQuestion;
  readonly room: RoomOnScreen | undefined;
}

function RoomSplit({ scenario, question, room }: RoomSplitProps) {
  if (room?.split === undefined) return null;
  return <SplitChart scenario={scenario} question={question} split={room.split} />;
}
