import type { SetUpStep } from '#guide/claim.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, CitedList, Standing } from '../Cited.tsx';

/** Where a step is on the page of its set-up. */
export const setUpAnchor = (step: SetUpStep['id']): string => `step-${step}`;

/** The set-up as a checklist: what, where, who. */
export function SetUpSteps({ steps }: { readonly steps: readonly SetUpStep[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.id} id={setUpAnchor(step.id)} tabIndex={-1}>
          <div className="stack [--gap:0.25rem]">
            <p>
              <strong>
                <TextWithCode text={step.action} />
              </strong>
              <Standing of={step.basis.map(({ status }) => status)} />
              <Citations sources={step.basis.flatMap(({ sources }) => sources)} of={step.action} />
            </p>
            <p className="quiet">
              Where: <TextWithCode text={step.where} />
              <br />
              Who: <TextWithCode text={step.who} />
            </p>
            {step.notes.length > 0 && <CitedList of={step.notes} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
