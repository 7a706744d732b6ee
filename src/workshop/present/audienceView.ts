import { parseRoomOnScreen, type RoomOnScreen, roomOnScreen } from '../room/roomOnScreen.ts';
import type { Room } from '../room/room.ts';
import { type NamedLeader, parseLeader } from './leader.ts';
import { askForPresentation } from './presentPaths.ts';
import {
  type FindCard,
  parsePresentation,
  type Presentation,
  presentationMessage,
  shownCard,
} from './presentation.ts';

/** What the audience sees: the place in the deck, and the room while it is asked or revealed. */
export interface AudienceView {
  readonly presentation: Presentation;
  readonly room?: RoomOnScreen | undefined;
}

/**
 * What the audience may see of a room at this place: nothing of the split before the key.
 *
 * @param answerAddress the page on which people answer, absolute; undefined where there is none
 */
export function audienceView(
  presentation: Presentation,
  room: Room | undefined,
  answerAddress: string | undefined,
): AudienceView {
  const scenario = shownCard(presentation);
  const place = askedAt[presentation.stage];
  if (room === undefined || scenario === undefined || place === undefined) return { presentation };
  const [question, isRevealed] = place;
  return {
    presentation,
    room: roomOnScreen(room, scenario, question, isRevealed, answerAddress),
  };
}

/** Which question a stage puts or reveals. */
const askedAt: Partial<
  Readonly<Record<Presentation['stage'], readonly ['card' | 'twist', isRevealed: boolean]>>
> = {
  question: ['card', false],
  key: ['card', true],
  twist: ['twist', false],
  twistKey: ['twist', true],
};

/** A view, and who tells it. */
export interface ToldView {
  readonly view: AudienceView;
  readonly leader: NamedLeader;
}

/** What another window is told. */
export function audienceMessage({ view: { presentation, room }, leader }: ToldView): unknown {
  return { presentation: presentationMessage(presentation), room, leader };
}

/** Reads what another window was told; undefined for whatever is none of it. */
export function parseAudienceMessage(data: unknown, find?: FindCard): ToldView | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('presentation' in data && 'leader' in data)) return undefined;
  const presentation = parsePresentation(data.presentation, find);
  const leader = parseLeader(data.leader);
  if (presentation === undefined || leader === undefined) return undefined;
  const room = parseRoomOnScreen('room' in data ? data.room : undefined);
  return { view: { presentation, room }, leader };
}

/** What the audience's window asks: where the presentation is, with whom it follows. */
export const audienceQuestion = (leader: NamedLeader | undefined): unknown => ({
  ask: askForPresentation,
  leader,
});

/** Reads the question; undefined for whatever is none. */
export function parseAudienceQuestion(
  data: unknown,
): { readonly leader: NamedLeader | undefined } | undefined {
  if (typeof data !== 'object' || data === null || !('ask' in data)) return undefined;
  if (data.ask !== askForPresentation) return undefined;
  return { leader: parseLeader('leader' in data ? data.leader : undefined) };
}
