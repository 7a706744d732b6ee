import { ResultSection } from '#screens/ResultSection.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { levelWords } from './levelWords.ts';
import { levels, type Scenario } from './scenario.ts';
import { ScenarioKey, TwistChange, TwistKey } from './ScenarioKey.tsx';
import { scenarios } from './scenarios/scenarios.ts';

/** Every card, its key folded away. */
export function CardsToRead() {
  return (
    <ResultSection anchor="cards" title={`Read all ${scenarios.length} cards`}>
      <p>Open a card to read its story. The key inside stays hidden until you open it too.</p>
      {levels.map((level) => (
        <section key={level} aria-labelledby={`level-${level}`} className="stack">
          <h3 id={`level-${level}`}>
            {levelWords[level].label}: {levelWords[level].means}
          </h3>
          <div>
            {scenarios
              .filter((scenario) => scenario.level === level)
              .map((scenario) => (
                <CardToRead key={scenario.id} scenario={scenario} />
              ))}
          </div>
        </section>
      ))}
    </ResultSection>
  );
}

function CardToRead({ scenario }: { readonly scenario: Scenario }) {
  return (
    <details className="prints-open">
      <summary className="py-2 font-semibold">{scenario.title}</summary>
      <div className="stack ps-5">
        <p>
          <TextWithCode text={scenario.story} />
        </p>
        <dl className="facts">
          {scenario.facts.map(({ ask, told }) => (
            <div key={ask} className="contents">
              <dt>{ask}</dt>
              <dd>
                <TextWithCode text={told} />
              </dd>
            </div>
          ))}
        </dl>
        <details>
          <summary className="py-2">
            {scenario.kind === 'keyed' ? 'The key and a twist' : 'What to discuss'}
          </summary>
          <div className="stack">
            <ScenarioKey scenario={scenario} />
            {scenario.kind === 'keyed' && (
              <>
                <TwistChange twist={scenario.twist} />
                <TwistKey twist={scenario.twist} />
              </>
            )}
          </div>
        </details>
      </div>
    </details>
  );
}
