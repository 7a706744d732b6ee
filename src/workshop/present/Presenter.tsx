import { shallowEqual, useActorRef, useSelector } from '@xstate/react';
import { createContext, type ReactNode, useContext } from 'react';
import type { ActorRefFrom } from 'xstate';

import { offerDownload } from '#browser/offerDownload.ts';
import { resultName } from '#guide/resultName.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { DiscussionPoints } from '../DiscussionPoints.tsx';
import { OfflineStatus } from '../OfflineStatus.tsx';
import { RoomControls } from '../room/RoomControls.tsx';
import type { DiscussionScenario, KeyedScenario, ResultId, Scenario } from '../scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { type AudienceView, audienceView } from './audienceView.ts';
import { decks } from './decks.ts';
import type { LeadershipInput, leadershipMachine } from './leadershipMachine.ts';
import { type Presentation, shownCard, type Stage, stagesOf } from './presentation.ts';
import {
  nextPlace,
  presentationAt,
  type presentationMachine,
  type PresentationSnapshot,
} from './presentationMachine.ts';
import { Slide } from './Slide.tsx';
import { Timer } from './Timer.tsx';

const idsOf = (cards: readonly Scenario[]): string => cards.map(({ id }) => id).join(' ');

interface PresenterProps {
  /** The tab, with the effects that it needs. */
  readonly machine: typeof leadershipMachine;
  readonly input: LeadershipInput;
  /** What opens the audience's window. */
  readonly audienceOpener: ReactNode;
}

/**
 * A tab of the presenter's page: the slide, the notes, the next step, the time; the audience's screen
 * follows. Where another tab presents, this one says so and can take over.
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

/** Answers that nothing but this tab has. */
function OnlyHere({ room }: { readonly room: string }) {
  return (
    <section className="notice stack" data-tone="warn" role="status">
      <p>Only this tab has these answers: the browser could not keep them. Save them as a file.</p>
      <p>
        <button
          type="button"
          className="button"
          onClick={() =>
            offerDownload(new Blob([room], { type: 'application/json' }), 'room-of-this-tab.json')
          }
        >
          Save the answers as a file
        </button>
      </p>
    </section>
  );
}

type PresentationActor = ActorRefFrom<typeof presentationMachine>;
const PresentationContext = createContext<PresentationActor | undefined>(undefined);

function usePresentationActor(): PresentationActor {
  const actor = useContext(PresentationContext);
  if (actor === undefined) throw new Error('Nothing is presented here.');
  return actor;
}

function useOfPresentation<Selected>(
  select: (snapshot: PresentationSnapshot) => Selected,
  isEqual?: (before: Selected, after: Selected) => boolean,
): Selected {
  return useSelector(usePresentationActor(), select, isEqual);
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
  if (isSlideOnly) return <SlideAlone />;
  const warnings = <Warnings problem={problem} isGuarded={isGuarded} />;
  return isLive ? (
    <LiveWindow audienceOpener={audienceOpener}>{warnings}</LiveWindow>
  ) : (
    <div className="stack [--gap:2rem]">
      {warnings}
      <DeckChooser ownCards={ownCards} audienceOpener={audienceOpener} />
      <TeachersRoom />
      <OfflineStatus />
    </div>
  );
}

/** What keeps this window from doing all of its work. */
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

interface LiveWindowProps extends Pick<PresenterProps, 'audienceOpener'> {
  /** Warnings, if there are any. */
  readonly children: ReactNode;
}

/**
 * The lesson while it is given, on one screen: slide, next step, notes, room and time. What is pressed
 * stands at the foot, where nothing moves it.
 */
function LiveWindow({ audienceOpener, children }: LiveWindowProps) {
  const actor = usePresentationActor();
  const { deck, card } = usePresentation();
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
        <p>
          <strong>{card < deck.length ? `Card ${card + 1} of ${deck.length}` : 'The end'}</strong>
        </p>
        <StepTimer />
        <div className="live-windows">
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
      <div className="live-controls">
        <Controls />
        <NextStep />
      </div>
      <div className="live-side">
        <section
          aria-labelledby="notes"
          className="live-notes stack [--gap:0.6rem]"
          // It scrolls where a note is long, which the keyboard must reach.
          tabIndex={0}
        >
          <h2 id="notes">Only you see this</h2>
          <Notes />
        </section>
        <div className="live-room">
          <TeachersRoom />
        </div>
      </div>
    </dialog>
  );
}

function showModally(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
  // A dialog gives the focus to its first button; the space bar is to go on.
  dialog?.querySelector<HTMLElement>('[data-rank="primary"]')?.focus();
}

function usePresentation(): Presentation {
  return useOfPresentation(presentationAt, shallowEqual);
}

/** What the audience's window is told too. */
function useAudienceView(): AudienceView {
  const presentation = usePresentation();
  const roomActor = useOfPresentation(({ children }) => children.room);
  const room = useSelector(roomActor, (snapshot) => snapshot?.context.room);
  const address = useOfPresentation(({ context }) => context.input.answerAddress);
  return audienceView(presentation, room, address);
}

/** The slide in the whole window, for a presenter with one screen only. */
function SlideAlone() {
  const actor = usePresentationActor();
  const view = useAudienceView();
  return (
    <div className="slide slide-alone" data-black={view.presentation.isBlack ? '' : undefined}>
      <Slide {...view} />
      <p className="slide-way-out">
        <button
          type="button"
          className="button"
          onClick={() => actor.send({ type: 'layout.notes' })}
        >
          Back to the notes (Esc)
        </button>
      </p>
    </div>
  );
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

function StepTimer() {
  const actor = usePresentationActor();
  const minutes = useOfPresentation(({ context }) => context.minutes);
  const seconds = useOfPresentation(({ context }) => context.seconds);
  const isRunning = useOfPresentation((snapshot) => snapshot.hasTag('timed'));
  return (
    <Timer
      minutes={minutes}
      seconds={seconds}
      isRunning={isRunning}
      onToggle={() => actor.send({ type: isRunning ? 'timer.stop' : 'timer.start' })}
      onReset={() => actor.send({ type: 'timer.reset' })}
      onMinutes={(allowed) => actor.send({ type: 'timer.allow', minutes: allowed })}
    />
  );
}

function TeachersRoom() {
  const room = useOfPresentation(({ children }) => children.room);
  const scenario = shownCard(usePresentation());
  return room !== undefined && <RoomControls actor={room} scenario={scenario} />;
}

interface DeckChooserProps {
  readonly ownCards: readonly Scenario[];
  readonly audienceOpener: ReactNode;
}

function DeckChooser({ ownCards, audienceOpener }: DeckChooserProps) {
  const actor = usePresentationActor();
  const deck = useOfPresentation(({ context }) => context.deck);
  const choose = (cards: readonly Scenario[]) => actor.send({ type: 'deck.choose', cards });
  const offered =
    ownCards.length === 0
      ? decks
      : [{ id: 'own', label: 'Your own cards', cards: ownCards }, ...decks];
  const same = offered.find(({ cards }) => idsOf(cards) === idsOf(deck));
  return (
    <section aria-labelledby="deck" className="stack">
      <h2 id="deck">The deck</h2>
      <RadioGroup
        legend="Begin with"
        options={offered.map(({ id, label }) => [id, label])}
        value={same?.id ?? ''}
        onPick={(id) => choose(offered.find((each) => each.id === id)?.cards ?? [])}
      />
      <details>
        <summary className="py-2 font-semibold">Choose card by card ({deck.length} chosen)</summary>
        <ul className="list-none md:columns-2">
          {[...ownCards, ...scenarios].map((scenario) => (
            <li key={scenario.id}>
              <label className="flex items-center gap-2 py-1">
                <input
                  type="checkbox"
                  checked={deck.includes(scenario)}
                  onChange={({ target }) =>
                    choose(
                      target.checked
                        ? [...deck, scenario]
                        : deck.filter((each) => each !== scenario),
                    )
                  }
                />
                {scenario.title}
              </label>
            </li>
          ))}
        </ul>
      </details>
      <div className="flex flex-wrap items-center gap-4">
        <button
          type="button"
          className="button"
          data-rank="primary"
          onClick={() => actor.send({ type: 'layout.live' })}
        >
          Begin the lesson
        </button>
        {audienceOpener}
      </div>
    </section>
  );
}

function Controls() {
  const actor = usePresentationActor();
  const { deck, card, isBlack } = usePresentation();
  return (
    <div className="flex flex-wrap items-center gap-3">
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
    </div>
  );
}

/** What the presenter needs at this step of a card; its key is covered until it is revealed. */
function Notes() {
  const presentation = usePresentation();
  const scenario = shownCard(presentation);
  if (scenario === undefined) return <p>The deck is over. Go back, or choose another one.</p>;
  // A key that was uncovered is covered again at the next card.
  return scenario.kind === 'discussion' ? (
    <DiscussionNotes scenario={scenario} />
  ) : (
    <KeyedNotes key={scenario.id} scenario={scenario} stage={presentation.stage} />
  );
}

function DiscussionNotes({ scenario }: { readonly scenario: DiscussionScenario }) {
  return (
    <div className="stack">
      <p>
        <TextWithCode text={scenario.whyNoKey.text} />
      </p>
      <DiscussionPoints points={scenario.points} />
    </div>
  );
}

interface KeyedNotesProps {
  readonly scenario: KeyedScenario;
  readonly stage: Stage;
}

function KeyedNotes({ scenario, stage }: KeyedNotesProps) {
  const { twist } = scenario;
  switch (stage) {
    case 'key':
      return (
        <div className="stack">
          <Key result={scenario.result} reason={scenario.reason.text} />
          <Beliefs scenario={scenario} />
        </div>
      );
    case 'twist':
      return (
        <div className="stack">
          <p>Ask only those who change their method to say why.</p>
          <CoveredKey>
            <Key result={twist.result} reason={twist.reason.text} />
          </CoveredKey>
        </div>
      );
    case 'twistKey':
      return <Key result={twist.result} reason={twist.reason.text} />;
    default:
      return (
        <div className="stack">
          <p>
            If nobody speaks, ask: <TextWithCode text={scenario.hint} />
          </p>
          <CoveredKey>
            <Key result={scenario.result} reason={scenario.reason.text} />
            <Beliefs scenario={scenario} />
          </CoveredKey>
        </div>
      );
  }
}

function Key({ result, reason }: { readonly result: ResultId; readonly reason: string }) {
  return (
    <p>
      <strong>{resultName(result)}.</strong> <TextWithCode text={reason} />
    </p>
  );
}

/** A key that somebody who looks over the presenter's shoulder does not see. */
function CoveredKey({ children }: { readonly children: ReactNode }) {
  return (
    <details>
      <summary className="py-2 font-semibold">The key, before the room sees it</summary>
      <div className="stack">{children}</div>
    </details>
  );
}

function Beliefs({ scenario }: { readonly scenario: KeyedScenario }) {
  return (
    <>
      <h3>What people may believe</h3>
      <ul className="list-disc ps-5">
        {[...new Set(Object.values(scenario.misconceptions))].map(({ belief, truth }) => (
          <li key={belief}>
            “{belief}” <TextWithCode text={truth.text} />
          </li>
        ))}
      </ul>
    </>
  );
}

const stageNames = {
  story: 'the story',
  facts: 'the facts',
  question: 'the question to the room',
  key: 'the key',
  twist: 'the twist',
  twistKey: 'the key of the twist',
  points: 'the points to discuss',
} as const;

function NextStep() {
  const { card } = usePresentation();
  const next = useOfPresentation(nextPlace, shallowEqual);
  if (next === undefined) return null;
  const scenario = shownCard(next);
  const where =
    scenario === undefined
      ? 'the end'
      : `${stageNames[next.stage]}${next.card === card ? '' : ` of “${scenario.title}”`}`;
  const left = scenario === undefined ? 0 : stagesOf(scenario).length;
  return (
    <p>
      <strong>Next:</strong> {where}
      {next.card !== card && left > 0 && ` (${left} steps)`}
    </p>
  );
}
