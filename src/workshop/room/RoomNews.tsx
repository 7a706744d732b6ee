import { useSelector } from '@xstate/react';
import type { ActorRefFrom } from 'xstate';

import type { CameraProblem } from '#browser/qrScanner.ts';
import { ReadingProgress } from '#ui/ReadingProgress.tsx';

import type { RoomQuestion } from './answerCode.ts';
import { reopenedWords } from './reopenedWords.ts';
import { type Collected, longestText, mostAnswers, type PlacedAnswer } from './room.ts';
import type { roomMachine, RoomNotice } from './roomMachine.ts';

interface RoomNewsProps {
  readonly actor: ActorRefFrom<typeof roomMachine>;
}

/** The result of the last action: what was counted, what was refused, and what the teacher has to decide. */
export function RoomNews({ actor }: RoomNewsProps) {
  const notice = useSelector(actor, ({ context }) => context.notice);
  return (
    <>
      <p role="status" className="room-news">
        {notice !== undefined && noticeWords(notice)}
      </p>
      <Doubts actor={actor} />
      <Working actor={actor} />
    </>
  );
}

/** Codes that fit several cards by chance: the teacher chooses the card that they count for. */
function Doubts({ actor }: RoomNewsProps) {
  const doubts = useSelector(actor, ({ context }) => context.doubts);
  const cards = useSelector(actor, ({ context }) => context.cards);
  const titleOf = ({ card, question }: PlacedAnswer) =>
    `${cards.find(({ id }) => id === card)?.title ?? card}${questionWords[question]}`;
  return doubts.map(({ code, fits }) => (
    <fieldset key={code} className="notice stack" data-tone="act">
      <legend>Which card does {code} answer?</legend>
      <p>By chance, this code fits more than one card. It is counted once you have chosen.</p>
      <p className="flex flex-wrap gap-3">
        {fits.map((placed) => (
          <button
            key={titleOf(placed)}
            type="button"
            className="button"
            onClick={() => actor.send({ type: 'doubt.settle', code, placed })}
          >
            {titleOf(placed)}
          </button>
        ))}
        <button
          type="button"
          className="button"
          onClick={() => actor.send({ type: 'doubt.settle', code, placed: undefined })}
        >
          Do not count it
        </button>
      </p>
    </fieldset>
  ));
}

/** How much of a long text is read, and a way to stop. */
function Working({ actor }: RoomNewsProps) {
  const isWorking = useSelector(actor, (snapshot) => snapshot.hasTag('working'));
  const done = useSelector(actor, ({ context }) => context.done);
  return (
    isWorking && <ReadingProgress done={done} onStop={() => actor.send({ type: 'work.stop' })} />
  );
}

/** Which part of a card was asked, after its title. */
const questionWords: Readonly<Record<RoomQuestion, string>> = {
  card: '',
  again: ' (the second vote)',
  twist: ' (its twist)',
};

function noticeWords(notice: RoomNotice): string {
  switch (notice.kind) {
    case 'counted':
      return countedWords(notice);
    case 'reopened':
      return reopenedWords(notice.room, notice.refused);
    case 'refused':
      return notice.problem;
    case 'tooLong':
      return `This text has ${notice.length.toLocaleString('en')} characters, but the guide reads up to ${longestText.toLocaleString('en')} at a time. Nothing was counted: paste it in parts.`;
    case 'countingStopped':
      return 'Counting was stopped. Nothing in that text was counted.';
    case 'readingStopped':
      return 'Reading was stopped. Nothing was taken from the file.';
    case 'keptStopped':
      return 'Reading was stopped. The room is still kept on this device until you open another one. Load the page again to read it.';
    case 'keptRefused':
      return 'The room that is kept on this device cannot be read. Open a new room, or choose the old room’s file.';
    case 'unreadable':
      return 'The file could not be read. Choose it again, or choose a copy of it.';
    case 'cleared':
      return 'All answers are cleared. “Undo” brings them back.';
    case 'undone':
      return 'The last change was undone.';
    case 'closed':
      return 'The room is closed and forgotten.';
    case 'camera':
      return cameraWords[notice.problem];
  }
}

/** What happened to codes, in a sentence or two. */
function countedWords({
  counted,
  repeated,
  changed,
  corrected,
  refused,
  beyond,
  doubts,
}: Omit<Collected, 'room'>): string {
  const parts = [
    ...(counted === 0 ? [] : [counted === 1 ? '1 answer counted.' : `${counted} answers counted.`]),
    ...(repeated.length === 0 ? [] : [`Already counted: ${named(repeated)}.`]),
    ...(changed.length === 0
      ? []
      : [`Changed since an earlier answer, so the later one counts: ${named(changed)}.`]),
    ...corrected.map(({ typed, code }) => `Corrected ${typed} to ${code}.`),
    ...(refused.length === 0
      ? []
      : [`Mistyped, or not from this room and its cards: ${named(refused)}.`]),
    ...(doubts.length === 0
      ? []
      : [`Fits more than one card: ${named(doubts.map(({ code }) => code))}. Choose below.`]),
    ...(beyond === 0
      ? []
      : [
          `The room is full with ${mostAnswers.toLocaleString('en')} answers, so ${beyond} more were not counted. Save it as a file and open another room.`,
        ]),
  ];
  return parts.length === 0
    ? 'There is no code in this text. A code has nine letters and digits, such as 4KQ-7M2-XR0.'
    : parts.join(' ');
}

/** How many codes are listed one by one. */
const mostNamed = 20;

function named(codes: readonly string[]): string {
  const rest = codes.length - mostNamed;
  return `${codes.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const cameraWords: Readonly<Record<CameraProblem, string>> = {
  refused: 'The browser refused the camera. Allow it for this page, or type or paste the codes.',
  absent:
    'This page has no camera that it can use. Cameras work only on secure addresses. Type or paste the codes.',
  failed: 'The camera did not start; another program may be using it. Type or paste the codes.',
};
