import { useActorRef, useSelector } from '@xstate/react';

import type { audienceMachine } from './audienceMachine.ts';
import { Slide } from './Slide.tsx';

interface AudienceScreenProps {
  /** What follows the presenter's window. */
  readonly machine: typeof audienceMachine;
}

/** The audience's screen: it follows the presenter's window and changes nothing. */
export function AudienceScreen({ machine }: AudienceScreenProps) {
  const actor = useActorRef(machine);
  const view = useSelector(actor, ({ context }) => context.view);
  const isLost = useSelector(actor, (snapshot) => snapshot.hasTag('lost'));
  const isBlack = view?.presentation.isBlack === true;
  return (
    <div className="slide" data-black={isBlack ? '' : undefined} aria-live="polite">
      {view === undefined ? !isLost && <Waiting /> : <Slide {...view} />}
      {isLost && <Lost hasView={view !== undefined} />}
    </div>
  );
}

/** What the screen shows before it hears from the presenter's window. */
export function Waiting() {
  return (
    <>
      <h1>The lesson is about to begin</h1>
      <p>
        This screen follows the presenter’s window in the same browser. Press F to fill the screen.
      </p>
    </>
  );
}

interface WaitingForScriptProps {
  /** The address of this very page. */
  readonly address: string;
}

/**
 * What the screen shows if the script does not come: then only a link helps. It is out of sight for a
 * while, because the script brings larger type, and the words would move.
 */
export function WaitingForScript({ address }: WaitingForScriptProps) {
  return (
    <div className="below-island slide shell stack py-8">
      <Waiting />
      <p>
        If nothing happens, <a href={address}>load this screen again</a>.
      </p>
    </div>
  );
}

/** How to go on if the presenter's window cannot be heard. */
function Lost({ hasView }: { readonly hasView: boolean }) {
  return (
    <>
      {!hasView && <h1>This screen is not connected to the presenter’s window</h1>}
      <p className={hasView ? 'slide-lost' : undefined}>
        {hasView && 'This screen no longer follows the presenter’s window. '}
        To go on, choose “Open the audience’s window” on the presenter’s page.
      </p>
    </>
  );
}
