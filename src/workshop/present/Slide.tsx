import { optionOf, questionOf } from '#guide/answerWords.ts';
import { resultName } from '#guide/resultName.ts';
import { MethodMark } from '#screens/MethodMark.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { type ResultId, resultIds, type Scenario } from '../scenario.ts';
import { type Presentation, shownCard, type Stage } from './presentation.ts';

interface SlideProps {
  readonly presentation: Presentation;
  /** `h3` where the slide stands in a page with headings of its own. */
  readonly level?: 'h1' | 'h3';
}

/** What is on the screen: large, and with nothing to press. */
export function Slide({ presentation, level: Heading = 'h1' }: SlideProps) {
  const scenario = shownCard(presentation);
  if (presentation.isBlack) return <Heading className="sr-only">The screen is black</Heading>;
  if (scenario === undefined) return <Heading>That was the last card</Heading>;
  return (
    <>
      <Heading>{scenario.title}</Heading>
      <SlideBody scenario={scenario} stage={presentation.stage} />
    </>
  );
}

function SlideBody({ scenario, stage }: { scenario: Scenario; stage: Stage }) {
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
      return <Choices ask="Which method, and why?" />;
    case 'key':
      return (
        <>
          <Method result={scenario.result} />
          <p>
            <TextWithCode text={scenario.reason.text} />
          </p>
          <ul>
            {scenario.answers.map((answer) => (
              <li key={answer}>
                {questionOf(answer).short} <strong>{optionOf(answer).label}</strong>
              </li>
            ))}
          </ul>
        </>
      );
    case 'twist':
      return (
        <>
          <p>
            <strong>One fact changes.</strong> <TextWithCode text={scenario.twist.change} />
          </p>
          <Choices ask="Which method now?" />
        </>
      );
    case 'twistKey':
      return (
        <>
          <Method result={scenario.twist.result} />
          <p>
            <TextWithCode text={scenario.twist.reason.text} />
          </p>
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

/** What hands are raised for. */
function Choices({ ask }: { readonly ask: string }) {
  return (
    <>
      <p>
        <strong>{ask}</strong>
      </p>
      <ul className="slide-choices">
        {resultIds.map((id) => (
          <li key={id}>
            <MethodMark node={id} name={resultName(id)} />
          </li>
        ))}
      </ul>
    </>
  );
}
