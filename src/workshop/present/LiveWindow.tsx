import { useSelector } from '@xstate/react';
import type { ReactNode } from 'react';

import { LiveRoom } from '../room/LiveRoom.tsx';
import { LessonClockView } from './LessonClockView.tsx';
import { stageNames } from './lessonPlan.ts';
import { Notes } from './Notes.tsx';
import { shownPlace } from './audienceView.ts';
import { type Presentation, shownCard, type Stage } from './presentation.ts';
import {
  isSameView,
  useAudienceView,
  useOfPresentation,
  usePresentation,
  usePresentationActor,
} from './presentationActor.ts';
import { nextView, presentationAt } from './presentationMachine.ts';
import { Slide } from './Slide.tsx';

interface LiveWindowProps {
  /** What opens the audience's window. */
  readonly audienceOpener: ReactNode;
  /** Warnings, if there are any. */
  readonly children: ReactNode;
}

/**
 * The lesson while it is given, on one screen: this slide and the next, the notes, the room and the time.
 * Its buttons never move.
 */
export function LiveWindow({ audienceOpener, children }: LiveWindowProps) {
  const actor = usePresentationActor();
  return (
    // Modal, so that the keyboard does not wander off behind it; Escape does not end a lesson.
    <dialog
      ref={showModally}
      className="live"
      aria-label="The lesson"
      onCancel={(event) => event.preventDefault()}
      onClose={() => actor.send({ type: 'layout.prepare' })}
    >
      <header className="live-bar">
        <PlaceInLesson />
        <div className="live-windows">
          <AudienceStatus />
          {audienceOpener}
          <button
            type="button"
            className="button"
            onClick={() => actor.send({ type: 'layout.slide' })}
          >
            Show the slide here
          </button>
          <button
            type="button"
            className="button"
            data-rank="quiet"
            onClick={() => actor.send({ type: 'layout.report' })}
          >
            Report
          </button>
          <button
            type="button"
            className="button"
            data-rank="quiet"
            onClick={() => actor.send({ type: 'layout.prepare' })}
          >
            Back to preparing
          </button>
        </div>
        {children}
      </header>
      <section aria-label="On the screen" className="live-slide">
        <SmallSlide />
      </section>
      <div className="live-side stack [--gap:0.5rem]">
        <section aria-label="Next" className="live-next">
          <NextSlide />
        </section>
        <LessonClockView />
      </div>
      <div className="live-controls">
        <Controls />
      </div>
      <section
        aria-labelledby="notes"
        className="live-notes stack [--gap:0.5rem]"
        // It scrolls if a note is long, and the keyboard must reach that.
        tabIndex={0}
      >
        <h2 id="notes">Only you see this</h2>
        <NotesOfStage />
      </section>
      <section aria-label="The room" className="live-room stack" tabIndex={0}>
        <RoomOfLesson />
      </section>
    </dialog>
  );
}

function showModally(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
  // A dialog gives the focus to its first button; the space bar must go on with the lesson.
  dialog?.querySelector<HTMLElement>('[data-rank="primary"]')?.focus();
}

function PlaceInLesson() {
  const { deck, card, stage } = usePresentation();
  return (
    <p>
      <strong>{card < deck.length ? `Card ${card + 1} of ${deck.length}` : 'The end'}</strong>
      {card < deck.length && `: ${stageNames[stage]}`}
    </p>
  );
}

/** Whether the audience's window is there, and whether it shows what it should. */
function AudienceStatus() {
  const isThere = useOfPresentation((snapshot) => snapshot.hasTag('audienceThere'));
  const shows = useOfPresentation(({ context }) => context.audienceShows);
  const place = useOfPresentation((snapshot) => shownPlace(presentationAt(snapshot)));
  const isBlack = useOfPresentation((snapshot) => snapshot.hasTag('black'));
  return (
    <p role="status" className="live-audience" data-there={isThere ? '' : undefined}>
      {audienceWords(isThere, shows === place, isBlack)}
    </p>
  );
}

function audienceWords(isThere: boolean, isUpToDate: boolean, isBlack: boolean): string {
  if (!isThere) return 'The audience’s window is not open';
  if (!isUpToDate) return 'The audience’s window is catching up';
  return isBlack ? 'The audience sees a black screen' : 'The audience sees this slide';
}

function NotesOfStage() {
  return <Notes presentation={usePresentation()} />;
}

/** The slide within a page that has a main heading of its own. */
function SmallSlide() {
  const view = useAudienceView();
  return (
    <div
      className="slide slide-small"
      data-black={view.presentation.isBlack ? '' : undefined}
      aria-live="polite"
    >
      <div role="group" aria-label="The slide">
        <Slide {...view} level="h3" />
      </div>
    </div>
  );
}

/** Stages whose slide says what is right. */
const keyStages: ReadonlySet<Stage> = new Set(['key', 'twistKey']);

/** The next slide as a small picture, covered if it is a key, since somebody may look over the presenter's shoulder. */
function NextSlide() {
  const view = useOfPresentation(nextView, isSameView);
  const { card, stage } = usePresentation();
  const scenario = view && shownCard(view.presentation);
  const isCovered = view === undefined || keyStages.has(view.presentation.stage);
  return (
    <>
      <p>
        <strong>Next:</strong>{' '}
        {view === undefined ? 'nothing more' : nextWords(view.presentation, { card, stage })}
      </p>
      {/* Covered, it keeps its place: what is below it must not move. */}
      <div className="slide slide-small" aria-hidden="true" inert>
        {!isCovered && (
          <Slide {...view} presentation={{ ...view.presentation, isBlack: false }} level="h3" />
        )}
        {isCovered && scenario !== undefined && (
          <p className="slide-covered">Covered until you go on</p>
        )}
      </div>
    </>
  );
}

/** Names the next step in few words. */
function nextWords(next: Presentation, { card, stage }: Pick<Presentation, 'card' | 'stage'>) {
  if (shownCard(next) === undefined) return 'the end';
  if (next.card !== card) return `card ${next.card + 1}, ${stageNames[next.stage]}`;
  const isUnanswered = stage === 'question' && next.stage === 'key';
  return `${stageNames[next.stage]}${isUnanswered ? ' (no votes yet)' : ''}`;
}

function RoomOfLesson() {
  const room = useOfPresentation(({ children }) => children.room);
  const scenario = useOfPresentation((snapshot) => shownCard(presentationAt(snapshot)));
  const question = useOfPresentation(({ context }) => context.asked?.question ?? 'card');
  const plan = useOfPresentation(({ context }) => context.plan);
  const answerAddress = useOfPresentation(({ context }) => context.input.answerAddress);
  return (
    room !== undefined && (
      <LiveRoom
        actor={room}
        scenario={scenario}
        question={question}
        expected={plan.people}
        isByPhone={plan.answering === 'phones'}
        answerAddress={answerAddress}
      />
    )
  );
}

function Controls() {
  const actor = usePresentationActor();
  const { deck, card, isBlack } = usePresentation();
  return (
    <>
      <button type="button" className="button" onClick={() => actor.send({ type: 'step.back' })}>
        ← Back
      </button>
      <button
        type="button"
        className="button"
        data-rank="primary"
        onClick={() => actor.send({ type: 'step.next' })}
      >
        Next →
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={isBlack}
        onClick={() => actor.send({ type: 'screen.toggle' })}
      >
        Black screen (B)
      </button>
      <UndoButton />
      <select
        aria-label="Card"
        value={card}
        onChange={({ target }) => actor.send({ type: 'card.show', card: Number(target.value) })}
      >
        {deck.map((each, index) => (
          <option key={each.id} value={index}>
            {index + 1}. {each.title}
          </option>
        ))}
        <option value={deck.length}>The end</option>
      </select>
    </>
  );
}

/** Undoes the last count. */
function UndoButton() {
  const room = useOfPresentation(({ children }) => children.room);
  const isUndoable = useSelector(room, (snapshot) => (snapshot?.context.past.length ?? 0) > 0);
  return (
    <button
      type="button"
      className="button"
      aria-label="Undo the last count"
      // Not disabled: a key that is pressed once more would then go on with the lesson.
      aria-disabled={!isUndoable}
      onClick={() => room?.send({ type: 'answers.undo' })}
    >
      Undo
    </button>
  );
}
