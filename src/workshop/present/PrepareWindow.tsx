import { useSelector } from '@xstate/react';
import type { ReactNode } from 'react';

import { CopyButton } from '#ui/CopyButton.tsx';
import { QrCode } from '#ui/QrCode.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';

import { OfflineStatus } from '../OfflineStatus.tsx';
import { openRoom, RoomControls } from '../room/RoomControls.tsx';
import { roomFragment } from '../room/roomAddress.ts';
import type { Scenario } from '../scenario.ts';
import { DeckTable } from './DeckTable.tsx';
import { usualDeck, decks } from './decks.ts';
import { LessonFiles } from './LessonFiles.tsx';
import { type LessonPlan, mostPeople, type WayToAnswer, waysToAnswer } from './lessonPlan.ts';
import { useOfPresentation, usePresentationActor } from './presentationActor.ts';
import { hasBegun, type PresentationEvent } from './presentationMachine.ts';
import { TimeLine } from './TimeLine.tsx';

interface PrepareWindowProps {
  /** A teacher's cards, offered beside the guide's. */
  readonly ownCards: readonly Scenario[];
  readonly audienceOpener: ReactNode;
  /** Warnings, if there are any. */
  readonly children: ReactNode;
}

/** The window for preparing a lesson: its cards and their time, the room, and what follows from them. */
export function PrepareWindow({ ownCards, audienceOpener, children }: PrepareWindowProps) {
  return (
    <div className="prepare">
      {children}
      <div className="prepare-settings stack [--gap:2rem]">
        <section aria-labelledby="deck" className="stack">
          <h2 id="deck">1. The cards</h2>
          <DeckChoice ownCards={ownCards} />
          <DeckTable ownCards={ownCards} />
        </section>
        <section aria-labelledby="room" className="stack">
          <h2 id="room">2. The room</h2>
          <PeopleInRoom />
        </section>
      </div>
      <div className="prepare-result stack [--gap:2rem]">
        <section aria-labelledby="time-line" className="stack">
          <h2 id="time-line">3. The lesson</h2>
          <TimeLine />
          <BeginLesson />
          <p>{audienceOpener}</p>
        </section>
        <LessonFiles />
        <OfflineStatus />
      </div>
    </div>
  );
}

const idsOf = (cards: readonly Scenario[]): string => cards.map(({ id }) => id).join(' ');

function DeckChoice({ ownCards }: Pick<PrepareWindowProps, 'ownCards'>) {
  const actor = usePresentationActor();
  const deck = useOfPresentation(({ context }) => context.deck);
  const offered =
    ownCards.length === 0 ? decks : [usualDeck('own', 'Your own cards', ownCards), ...decks];
  const same = offered.find(({ cards }) => idsOf(cards) === idsOf(deck));
  return (
    <RadioGroup
      legend="Begin with"
      options={offered.map(({ id, label }) => [id, label])}
      value={same?.id ?? ''}
      onPick={(id) => {
        const picked = offered.find((each) => each.id === id);
        if (picked === undefined) return;
        actor.send({ type: 'deck.choose', cards: picked.cards, times: picked.times });
      }}
    />
  );
}

/** What each way to answer means for the teacher. */
const wayWords: Readonly<Record<WayToAnswer, { readonly label: string; readonly means: string }>> =
  {
    phones: {
      label: 'Phones',
      means:
        'Each phone makes a short code, without an account and without sending anything. You scan the codes, several at once, or paste or type them. What the camera sees stays on this device.',
    },
    hands: { label: 'Hands', means: 'You count hands and enter the numbers beside the methods.' },
    paper: {
      label: 'Paper',
      means: 'Everyone writes on the worksheet. You can count hands as well.',
    },
  };

function PeopleInRoom() {
  const actor = usePresentationActor();
  const plan = useOfPresentation(({ context }) => context.plan);
  const room = useOfPresentation(({ children }) => children.room);
  const change = (changed: Partial<LessonPlan>) =>
    actor.send({ type: 'plan.change', plan: { ...plan, ...changed } });
  return (
    <>
      <p>
        <label>
          Expected number of people{' '}
          <input
            type="number"
            className="number-field"
            min={0}
            max={mostPeople}
            value={plan.people === 0 ? '' : plan.people}
            onChange={({ target }) => {
              const people = Number(target.value);
              if (target.validity.badInput) return;
              if (Number.isInteger(people) && people >= 0 && people <= mostPeople) {
                change({ people });
              }
            }}
          />
        </label>
      </p>
      <RadioGroup
        legend="How people answer"
        options={waysToAnswer.map((way) => [way, wayWords[way].label])}
        value={plan.answering}
        onPick={(answering) => change({ answering })}
      />
      <p className="quiet">{wayWords[plan.answering].means}</p>
      {room !== undefined && (
        <RoomControls actor={room}>
          <WayIntoRoom />
        </RoomControls>
      )}
    </>
  );
}

/** The link for phones, to be sent before the lesson or scanned at its beginning. */
function WayIntoRoom() {
  const room = useOfPresentation(({ context }) => context.room);
  const address = useOfPresentation(({ context }) => context.input.answerAddress);
  const isByPhone = useOfPresentation(({ context }) => context.plan.answering === 'phones');
  if (room === undefined) return null;
  const answers = `${room.answers.length} ${room.answers.length === 1 ? 'answer' : 'answers'}`;
  const link = address && `${address}${roomFragment({ room: room.code, question: 'card' })}`;
  return (
    <>
      <p>
        Room <strong className="room-code">{room.code}</strong> is open, with {answers}.
      </p>
      {isByPhone && link !== undefined && (
        <div className="way-into-room">
          <QrCode text={link} label="QR code for the link to the room" />
          <div className="stack">
            <p>
              Have each phone open this link once while it is online. After that, it works offline.
            </p>
            <p>
              <code id="room-link">{link}</code>
            </p>
            <p>
              <CopyButton label="Copy the link for phones" of="room-link" />
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** Begins the lesson, with a room to count answers in. */
function BeginLesson() {
  const actor = usePresentationActor();
  const room = useOfPresentation(({ children }) => children.room);
  // A room that is kept here and could not be read is not overwritten without asking.
  const isFree = useSelector(
    room,
    (snapshot) =>
      snapshot?.matches('closed') === true &&
      !snapshot.hasTag('working') &&
      !['keptRefused', 'keptStopped'].includes(snapshot.context.notice?.kind ?? ''),
  );
  const isAnswered = useOfPresentation(
    ({ context: { room: counted } }) =>
      counted !== undefined && counted.answers.length + (counted.hands?.length ?? 0) > 0,
  );
  const isOnItsWay = useOfPresentation(({ context }) => hasBegun(context));
  const give = (event: PresentationEvent) => {
    if (isFree && room !== undefined) openRoom(room);
    actor.send(event);
  };
  return (
    <p className="flex flex-wrap gap-3">
      <button
        type="button"
        className="button"
        data-rank="primary"
        onClick={() => give({ type: 'layout.live' })}
      >
        {isOnItsWay ? 'Resume the lesson' : 'Start the lesson'}
      </button>
      {isOnItsWay && (
        <button type="button" className="button" onClick={() => give({ type: 'lesson.restart' })}>
          Begin again
        </button>
      )}
      {isAnswered && (
        <button
          type="button"
          className="button"
          onClick={() => actor.send({ type: 'layout.report' })}
        >
          Read the report
        </button>
      )}
    </p>
  );
}
