import { parseRoomOnScreen, type RoomOnScreen, roomOnScreen } from '../room/roomOnScreen.ts';
import type { Room } from '../room/room.ts';
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

/** What another window is told. */
export function audienceMessage({ presentation, room }: AudienceView): unknown {
  return { presentation: presentationMessage(presentation), room };
}

/** Reads what another window was told; undefined for whatever is none of it. */
export function parseAudienceMessage(data: unknown, find?: FindCard): AudienceView | undefined {
  if (typeof data !== 'object' || data === null || !('presentation' in data)) return undefined;
  const presentation = parsePresentation(data.presentation, find);
  if (presentation === undefined) return undefined;
  return { presentation, room: parseRoomOnScreen('room' in data ? data.room : undefined) };
}
