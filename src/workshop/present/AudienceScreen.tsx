import { useActorRef, useSelector } from '@xstate/react';

import type { audienceMachine } from './audienceMachine.ts';
import { Slide } from './Slide.tsx';

interface AudienceScreenProps {
  /** What follows the presenter's window. */
  readonly machine: typeof audienceMachine;
}

/** The audience's screen: it follows the presenter's window and changes nothing. */
export function AudienceScreen({ machine }: AudienceScreenProps) {
  const view = useSelector(useActorRef(machine), ({ context }) => context.view);
  return (
    <div
      className="slide"
      data-black={view?.presentation.isBlack === true ? '' : undefined}
      aria-live="polite"
    >
      {view === undefined ? <Waiting /> : <Slide {...view} />}
    </div>
  );
}

/** What stands there before the presenter's window has spoken. */
export function Waiting() {
  return (
    <>
      <h1>In a moment it begins</h1>
      <p>This screen follows the presenter’s window in the same browser.</p>
    </>
  );
}
