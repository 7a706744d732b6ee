import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { Scenario } from '../scenario.ts';

/** Cards to cut out: the stories, without their keys. */
export function CutOutCards({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  return (
    <ul className="cut-out">
      {scenarios.map((scenario) => (
        <li key={scenario.id}>
          <CardFace scenario={scenario} />
        </li>
      ))}
    </ul>
  );
}

function CardFace({ scenario }: { readonly scenario: Scenario }) {
  return (
    <div className="stack [--gap:0.4rem]">
      <h3>{scenario.title}</h3>
      <p>
        <TextWithCode text={scenario.story} />
      </p>
      <p className="quiet">Ask: {scenario.facts.map(({ ask }) => ask).join(' ')}</p>
    </div>
  );
}
