import { scenarioOf } from '../scenarios/scenarios.ts';
import { plans, whenStuck } from './plans.ts';

/** The teacher's plans, and what to say when a room gets stuck. */
export function Plans() {
  return (
    <>
      {plans.map(({ minutes, aim, before, steps }) => (
        <section key={minutes} aria-labelledby={`plan-${minutes}`} className="stack new-sheet">
          <h2 id={`plan-${minutes}`}>{minutes} minutes</h2>
          <p>{aim}</p>
          <h3>Before</h3>
          <ul className="list-disc ps-5">
            {before.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <h3>Minute by minute</h3>
          <ol className="stack">
            {steps.map((step, index) => {
              const begins = steps.slice(0, index).reduce((sum, each) => sum + each.minutes, 0);
              return (
                <li key={step.title} className="stack max-w-none [--gap:0.4rem]">
                  <h4>
                    {begins} to {begins + step.minutes}: {step.title}
                  </h4>
                  <ul className="list-disc ps-5">
                    {step.actions.map((action) => (
                      <li key={action}>{action}</li>
                    ))}
                  </ul>
                  {step.cards.length > 0 && (
                    <p>Cards: {step.cards.map((id) => scenarioOf(id)?.title ?? '').join('; ')}</p>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      <section aria-labelledby="stuck" className="stack new-sheet">
        <h2 id="stuck">If the lesson stalls</h2>
        <dl className="stack">
          {whenStuck.map(({ happens, say }) => (
            <div key={happens}>
              <dt className="font-semibold">{happens}</dt>
              <dd>{say}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
