import { useActorRef, useSelector } from '@xstate/react';
import type { ReactNode } from 'react';

import { SaveButton } from '../SaveButton.tsx';
import type { Scenario } from '../scenario.ts';
import type { LeadershipInput, leadershipMachine } from './leadershipMachine.ts';
import { LiveWindow } from './LiveWindow.tsx';
import { PrepareWindow } from './PrepareWindow.tsx';
import { PresentationContext, useOfPresentation } from './presentationActor.ts';
import { PrintWindow } from './PrintWindow.tsx';
import { ReportWindow } from './ReportWindow.tsx';
import { SlideAlone } from './SlideAlone.tsx';

interface PresenterProps {
  /** The tab, with the effects that it needs. */
  readonly machine: typeof leadershipMachine;
  readonly input: LeadershipInput;
  /** What opens the audience's window. */
  readonly audienceOpener: ReactNode;
}

/**
 * A tab of the presenter's page: the slide, the notes, the next step, the time; the audience's screen
 * follows. If another tab is presenting, this one says so and can take over.
 */
export function Presenter({ machine, input, audienceOpener }: PresenterProps) {
  const actor = useActorRef(machine, { input });
  const context = useSelector(actor, (snapshot) => snapshot.context);
  const isFollowing = useSelector(actor, (snapshot) => snapshot.hasTag('following'));
  const isFailed = useSelector(actor, (snapshot) => snapshot.hasTag('failed'));
  const { presentation, session, leader, unkept, isTaken } = context;
  return (
    <>
      {isFollowing && (
        <OtherTabPresents isTaken={isTaken} onTake={() => actor.send({ type: 'lead.take' })} />
      )}
      {isFailed && <p role="alert">The presentation could not be read. Load the page again.</p>}
      {presentation === undefined && !isFollowing && !isFailed && (
        <p role="status">Loading the cards.</p>
      )}
      {unkept !== undefined && <OnlyHere room={unkept} />}
      {presentation !== undefined && session !== undefined && (
        <PresentationContext value={presentation}>
          <PresenterWindow
            ownCards={session.ownCards}
            problem={session.problem}
            isGuarded={leader.isGuarded}
            audienceOpener={audienceOpener}
          />
        </PresentationContext>
      )}
    </>
  );
}

interface OtherTabPresentsProps {
  /** Whether this tab presented before. */
  readonly isTaken: boolean;
  readonly onTake: () => void;
}

function OtherTabPresents({ isTaken, onTake }: OtherTabPresentsProps) {
  return (
    <section className="notice stack" data-tone="act" role="status">
      <h2>{isTaken ? 'Another tab has taken over' : 'Another tab is presenting'}</h2>
      <p>
        The audience’s screen follows another tab of this browser. If you present from this tab, it
        continues from the same place, with every answer that was counted.
      </p>
      <p>
        <button type="button" className="button" onClick={onTake}>
          Present from this tab
        </button>
      </p>
    </section>
  );
}

/** Answers that only this tab has. */
function OnlyHere({ room }: { readonly room: string }) {
  return (
    <section className="notice stack" data-tone="warn" role="status">
      <p>Only this tab has these answers: the browser could not keep them. Save them as a file.</p>
      <p>
        <SaveButton type="application/json" name="room-of-this-tab.json" text={() => room}>
          Save the answers as a file
        </SaveButton>
      </p>
    </section>
  );
}

interface PresenterWindowProps extends Pick<PresenterProps, 'audienceOpener'> {
  /** A teacher's cards, offered beside the guide's. */
  readonly ownCards: readonly Scenario[];
  /** Why the cards of a link cannot be used. */
  readonly problem: string | undefined;
  /** Whether the browser keeps other tabs from presenting at the same time. */
  readonly isGuarded: boolean;
}

function PresenterWindow({ ownCards, problem, isGuarded, audienceOpener }: PresenterWindowProps) {
  const isSlideOnly = useOfPresentation((snapshot) => snapshot.hasTag('slideOnly'));
  const isLive = useOfPresentation((snapshot) => snapshot.hasTag('live'));
  const isReported = useOfPresentation((snapshot) => snapshot.hasTag('report'));
  const isPrinted = useOfPresentation((snapshot) => snapshot.hasTag('print'));
  if (isSlideOnly) return <SlideAlone />;
  if (isPrinted) return <PrintWindow />;
  if (isReported) return <ReportWindow />;
  const warnings = <Warnings problem={problem} isGuarded={isGuarded} />;
  return isLive ? (
    <LiveWindow audienceOpener={audienceOpener}>{warnings}</LiveWindow>
  ) : (
    <PrepareWindow ownCards={ownCards} audienceOpener={audienceOpener}>
      {warnings}
    </PrepareWindow>
  );
}

/** Warnings about what this window cannot do. */
function Warnings({ problem, isGuarded }: Pick<PresenterWindowProps, 'problem' | 'isGuarded'>) {
  const isAudienceLost = useOfPresentation(({ context }) => context.isAudienceLost);
  return (
    <>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {!isGuarded && (
        <p className="notice" data-tone="warn">
          This browser does not let the page keep anything, so the page cannot tell whether another
          tab is presenting. Present from this tab only, and save the room as a file.
        </p>
      )}
      {isAudienceLost && (
        <p role="alert">
          This browser does not let this page reach the audience’s window. Show the slide in this
          window instead: in the lesson, choose “Show the slide here”.
        </p>
      )}
    </>
  );
}
