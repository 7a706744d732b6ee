import { type Breakage, breakages } from '#org/exchange/breakages.ts';
import { brokenPlan, mendOf, obstacleTo } from '#org/exchange/breaking.ts';
import type { ExchangePlan } from '#org/exchange/plan.ts';
import { brokenWithin, type LabChoice } from '#share/labLink.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { causeWords, methodLabels } from './labWords.ts';

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
              To fix it: <TextWithCode text={mendOf(breakage, plan)} />
            </p>
            <button type="button" className="button" onClick={() => onChoose({ plan })}>
              Fix it
            </button>
          </div>
        )}
      </div>
      <p className="quiet">
        Each button breaks the exchange above. If the exchange has to change first, the button says
        how in brackets.
      </p>
      {causes.map(({ heading, those }) => (
        <details key={heading} open={those.some(({ id }) => id === breakage?.id) || undefined}>
          <summary>
            {heading} <span className="quiet">({those.length})</span>
          </summary>
          <div className="lab-controls">
            {those.map((each) => {
              const change = changeFor(each, plan);
              return (
                <button
                  key={each.id}
                  type="button"
                  className="button"
                  aria-pressed={each.id === breakage?.id}
                  onClick={() => onChoose(brokenWithin(plan, each))}
                >
                  <span>
                    <TextWithCode text={each.label} />
                    {change === undefined ? null : <span className="quiet"> ({change})</span>}
                  </span>
                </button>
              );
            })}
          </div>
        </details>
      ))}
    </section>
  );
}

/** How the exchange changes before a thing can go wrong in it; undefined where it need not. */
function changeFor(breakage: Breakage, plan: ExchangePlan): string | undefined {
  const { method, dpop } = brokenPlan(breakage, plan);
  switch (obstacleTo(breakage, plan)) {
    case undefined:
      return undefined;
    case 'method':
      return dpop ? `${methodLabels[method]}, with DPoP` : methodLabels[method];
    case 'dpop':
      return 'with DPoP';
    case 'bearer':
      return 'without DPoP';
    case 'scopes':
      return 'another operation';
  }
}
