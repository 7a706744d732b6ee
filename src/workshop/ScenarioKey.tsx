import { optionOf, questionOf } from '#guide/answerWords.ts';
import { resultName } from '#guide/resultName.ts';
import { Cited, CitedList } from '#screens/Cited.tsx';
import { MethodMark } from '#screens/MethodMark.tsx';
import { StateLink } from '#screens/StateLink.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { KeyedScenario, Scenario } from './scenario.ts';
import { Explanation } from './Explanation.tsx';

/** What the guide says about a card: the result, the path to it, and the reason. */
export function ScenarioKey({ scenario }: { readonly scenario: Scenario }) {
  if (scenario.kind === 'discussion') {
    return (
      <div className="stack">
        <p>
          This card has no key. <Cited of={scenario.whyNoKey} />
        </p>
        <CitedList of={scenario.points} />
      </div>
    );
  }
  return (
    <div className="stack">
      <p>
        <MethodMark node={scenario.result} name={resultName(scenario.result)} />
      </p>
      <p>
        <Explanation words={scenario.reason} />
      </p>
      <ul className="list-disc ps-5">
        {scenario.answers.map((answer) => (
          <li key={answer}>
            {questionOf(answer).short} <strong>{optionOf(answer).label}</strong>
          </li>
        ))}
      </ul>
      <p>
        <StateLink answers={scenario.answers}>
          See “{resultName(scenario.result)}” in the guide
        </StateLink>
      </p>
    </div>
  );
}

/** What the twist of a card changes, and what the guide says then. */
export function TwistKey({ twist }: Pick<KeyedScenario, 'twist'>) {
  return (
    <div className="stack">
      <p>
        <MethodMark node={twist.result} name={resultName(twist.result)} />
      </p>
      <p>
        <Explanation words={twist.reason} />
      </p>
    </div>
  );
}

/** The change itself. */
export function TwistChange({ twist }: Pick<KeyedScenario, 'twist'>) {
  return (
    <p>
      <strong>One fact changes.</strong> <TextWithCode text={twist.change} />
    </p>
  );
}
