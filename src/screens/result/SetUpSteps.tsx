import type { SetUpStep } from '#guide/claim.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, CitedList, Standing } from '../Cited.tsx';

/** The set-up as a checklist: what, where, who. */
export function SetUpSteps({ steps }: { readonly steps: readonly SetUpStep[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.action}>
          <div className="stack [--gap:0.3rem]">
            <p>
              <strong>
                <TextWithCode text={step.action} />
              </strong>{' '}
              <Standing of={step.basis.map(({ status }) => status)} />
              <Citations sources={step.basis.flatMap(({ sources }) => sources)} />
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
