import { useRef } from 'react';

import type { TickedSteps } from '#record/leavingToken/tickedSteps.ts';

/** What is ticked in the plans, and how that is changed. */
export interface PlanTicks {
  readonly ticked: TickedSteps;
  /** Called with the key of a plan and the id of its step. */
  readonly onTick: (plan: string, step: string, isTicked: boolean) => void;
  readonly onForget: () => void;
}

/** Says that ticks are kept on this device, and lets a person forget them. */
export function KeptTicks({ ticks: { ticked, onForget } }: { readonly ticks: PlanTicks }) {
  const told = useRef<HTMLParagraphElement>(null);
  return (
    <div className="stack [--gap:0.5rem]">
      {/* The button disappears with what it deletes, so the focus moves here. */}
      <p ref={told} role="status" tabIndex={-1} className="quiet">
        {ticked.size === 0
          ? 'No ticks are kept on this device.'
          : 'The boxes that you ticked are kept on this device, without the names of your tokens.'}
      </p>
      {ticked.size > 0 && (
        <p>
          <button
            type="button"
            className="button"
            data-rank="quiet"
            onClick={() => {
              onForget();
              told.current?.focus();
            }}
          >
            Forget the ticks
          </button>
        </p>
      )}
    </div>
  );
}
