import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { Scenario } from './scenario.ts';

/** The facts that a person may ask for on a card; each is shown when it is asked for. */
export function ScenarioFacts({ facts }: { readonly facts: Scenario['facts'] }) {
  return (
    <div>
      <h4>What you may ask</h4>
      {facts.map(({ ask, told }) => (
        <details key={ask} className="prints-open">
          <summary className="py-2">{ask}</summary>
          <p>
            <TextWithCode text={told} />
          </p>
        </details>
      ))}
    </div>
  );
}
