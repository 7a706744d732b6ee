import { type Breakage, breakages } from '#org/exchange/breakages.ts';
import type { ExchangePlan } from '#org/exchange/plan.ts';
import { brokenChoice, type LabChoice } from '#share/labLink.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { causeWords } from './labWords.ts';

interface LabBreakagesProps {
  readonly plan: ExchangePlan;
  readonly breakage: Breakage | undefined;
  readonly onChoose: (choice: LabChoice) => void;
}

const causes = Object.entries(causeWords).map(([cause, heading]) => ({
  heading,
  those: breakages.filter(({ causedBy }) => causedBy === cause),
}));

/** A button for each error that a request can bring about, and the smallest change that fixes it. */
export function LabBreakages({ plan, breakage, onChoose }: LabBreakagesProps) {
  return (
    <section className="stack" aria-labelledby="lab-break">
      <h2 id="lab-break">Break one thing</h2>
      <div role="status">
        {breakage === undefined ? null : (
          <div className="notice stack" data-tone="act">
            <p>
              To fix it: <TextWithCode text={breakage.mend} />
            </p>
            <button type="button" className="button" onClick={() => onChoose({ plan })}>
              Fix it
            </button>
          </div>
        )}
      </div>
      {causes.map(({ heading, those }) => (
        <details key={heading} open={those.some(({ id }) => id === breakage?.id) || undefined}>
          <summary>
            {heading} <span className="quiet">({those.length})</span>
          </summary>
          <div className="lab-controls">
            {those.map((each) => (
              <button
                key={each.id}
                type="button"
                className="button"
                aria-pressed={each.id === breakage?.id}
                onClick={() => onChoose(brokenChoice(each))}
              >
                <span>
                  <TextWithCode text={each.label} />
                </span>
              </button>
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}
