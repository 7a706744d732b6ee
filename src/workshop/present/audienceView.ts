import type { RoomQuestion } from '../room/answerCode.ts';
import type { Room } from '../room/room.ts';
import {
  askedOnScreen,
  parseRoomOnScreen,
  type RoomOnScreen,
  shownOnScreen,
} from '../room/roomOnScreen.ts';
import { type NamedLeader, parseLeader } from './leader.ts';
import type { LessonPlan } from './lessonPlan.ts';
import { askForPresentation } from './presentPaths.ts';
import {
  type FindCard,
  parsePresentation,
  type Presentation,
  presentationFragment,
  presentationMessage,
  shownCard,
  type Stage,
} from './presentation.ts';

/** What the audience sees: the place in the deck, and the room while it answers or sees how it chose. */
export interface AudienceView {
  readonly presentation: Presentation;
  readonly room?: RoomOnScreen | undefined;
  /** Seconds that are left of the step, below 0 beyond its end; absent if the teacher does not show them. */
  readonly secondsLeft?: number | undefined;
}

/** What a presenter's window knows. */
export interface PresentedView {
  readonly presentation: Presentation;
  readonly plan: Pick<LessonPlan, 'people' | 'answering'>;
  readonly room: Room | undefined;
  /** The absolute address of the page on which people answer; undefined if there is none. */
  readonly answerAddress: string | undefined;
  readonly secondsLeft: number | undefined;
}

/** What the audience may see at this point: never how the room chose before that is revealed. */
export function audienceView({
  presentation,
  plan,
  room,
  answerAddress,
  secondsLeft,
}: PresentedView): AudienceView {
  const view = { presentation, ...(secondsLeft === undefined ? {} : { secondsLeft }) };
  const scenario = shownCard(presentation);
  const place = askedAt[presentation.stage];
  if (room === undefined || scenario === undefined || place === undefined) return view;
  const { question, isShown } = place;
  const asked = { scenario, question, expected: plan.people };
  return {
    ...view,
    room: isShown
      ? shownOnScreen(room, asked)
      : askedOnScreen(room, { ...asked, isByPhone: plan.answering === 'phones', answerAddress }),
  };
}

/** Which question a stage puts, or shows the answers to; the key shows both votes. */
const askedAt: Partial<
  Readonly<Record<Stage, { readonly question: RoomQuestion; readonly isShown: boolean }>>
> = {
  question: { question: 'card', isShown: false },
  split: { question: 'card', isShown: true },
  again: { question: 'again', isShown: false },
  key: { question: 'again', isShown: true },
  twist: { question: 'twist', isShown: false },
  twistKey: { question: 'twist', isShown: true },
};

/** The question that answers belong to at a stage. */
export const questionAt = (stage: Stage): RoomQuestion => askedAt[stage]?.question ?? 'card';

/** A view, and who sent it. */
export interface ToldView {
  readonly view: AudienceView;
  readonly leader: NamedLeader;
}

/** The message to another window. */
export function audienceMessage({
  view: { presentation, room, secondsLeft },
  leader,
}: ToldView): unknown {
  return { presentation: presentationMessage(presentation), room, secondsLeft, leader };
}

/** Reads the message of another window; undefined for anything else. */
export function parseAudienceMessage(data: unknown, find?: FindCard): ToldView | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('presentation' in data && 'leader' in data)) return undefined;
  const presentation = parsePresentation(data.presentation, find);
  const leader = parseLeader(data.leader);
  if (presentation === undefined || leader === undefined) return undefined;
  const room = parseRoomOnScreen('room' in data ? data.room : undefined);
  const left = 'secondsLeft' in data ? data.secondsLeft : undefined;
  const secondsLeft = Number.isSafeInteger(left) ? Number(left) : undefined;
  return {
    view: { presentation, room, ...(secondsLeft === undefined ? {} : { secondsLeft }) },
    leader,
  };
}

/** What the audience's window says: whom it follows, and what it shows. */
export interface AudienceQuestion {
  readonly leader: NamedLeader | undefined;
  /** The place that it shows, as `shownPlace` writes it; undefined before it has heard of one. */
  readonly shows: string | undefined;
}

/** A place, in the form in which the audience's window reports what it shows. */
export const shownPlace = (presentation: Presentation): string =>
  `${presentation.isBlack ? 'black ' : ''}${presentationFragment(presentation)}`;

/** What the audience's window asks: where the presentation is. */
export const audienceQuestion = ({ leader, shows }: AudienceQuestion): unknown => ({
  ask: askForPresentation,
  leader,
  shows,
});

/** What the audience's window reports when it shows something new. */
export const audienceReport = (shows: string): unknown => ({ shows });

/** What the audience's window reports when a key is pressed there. */
export const audienceKey = (key: string): unknown => ({ key });

/** Reads which key was pressed in the audience's window; undefined for anything else. */
export function parseAudienceKey(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('key' in data)) return undefined;
  return typeof data.key === 'string' ? data.key : undefined;
}

/** Reads what the audience's window asks; undefined for anything that is not a question. */
export function parseAudienceQuestion(data: unknown): AudienceQuestion | undefined {
  if (typeof data !== 'object' || data === null || !('ask' in data)) return undefined;
  if (data.ask !== askForPresentation) return undefined;
  return {
    leader: parseLeader('leader' in data ? data.leader : undefined),
    shows: parseAudienceReport(data),
  };
}

/** Reads what the audience's window shows; undefined for anything else. */
export function parseAudienceReport(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('shows' in data)) return undefined;
  return typeof data.shows === 'string' ? data.shows : undefined;
}
