import { assign, type EventObject, fromCallback, sendTo, setup } from 'xstate';

import {
  answerCode,
  type Asked,
  readRoomCode,
  type RoomAnswer,
  type RoomQuestion,
} from './answerCode.ts';
import {
  answeredBefore,
  entered,
  type KeptPhones,
  type Phone,
  presentPhone,
  withCode,
  withoutAnswer,
  withoutRoom,
  withPhone,
} from './phone.ts';
import type { RoomLink } from './roomAddress.ts';

export interface BallotInput {
  /** What the address says. */
  readonly link: RoomLink | undefined;
  /** What this device keeps of rooms. */
  readonly stored: KeptPhones;
  /** A random number from 0 up to 1, which distinguishes this phone from others in a new room. */
  readonly chance: number;
}

export interface BallotContext {
  /** What this device keeps of rooms, and the one that this tab is in. */
  readonly kept: KeptPhones;
  /** Whether the device refused to keep it: a reload then makes another phone of this one. */
  readonly isUnkept: boolean;
  /** Id of the card that is answered; empty as long as none is chosen. */
  readonly card: string;
  readonly question: RoomQuestion;
  /** How many reasons the link's card has, if the link says so. */
  readonly reasons: number | undefined;
}

/** A link of a room that was opened in the same tab. */
export interface LinkEvent {
  readonly type: 'link.open';
  readonly link: RoomLink;
  readonly chance: number;
}

/** What the device reports about what it keeps. */
export type DeviceEvent =
  | { readonly type: 'device.keep'; readonly isKept: boolean }
  /** Another tab has changed what is kept. */
  | { readonly type: 'device.change'; readonly kept: KeptPhones };

/** What the device should keep or forget. */
export type DeviceOrder =
  | { readonly type: 'phone.keep'; readonly phone: Phone | undefined }
  | { readonly type: 'phone.forget'; readonly room: string | undefined };

type BallotEvent =
  | LinkEvent
  | DeviceEvent
  | { readonly type: 'room.join'; readonly code: string; readonly chance: number }
  | { readonly type: 'room.leave' }
  | { readonly type: 'card.choose'; readonly card: string }
  | { readonly type: 'question.choose'; readonly question: RoomQuestion }
  | { readonly type: 'answer.give'; readonly answer: Omit<RoomAnswer, 'phone'> }
  | { readonly type: 'answer.change' };

const unasked = { card: '', question: 'card', reasons: undefined } as const;

/** What a link asks; nothing in particular if it names no card. */
function askedBy(link: RoomLink | undefined): Pick<BallotContext, 'card' | 'question' | 'reasons'> {
  return {
    card: link?.card ?? unasked.card,
    question: link?.question ?? unasked.question,
    reasons: link?.reasons,
  };
}

/** The phone in the room that this tab is in; undefined outside of a room. */
export function phoneOf({ kept }: BallotContext): Phone | undefined {
  return presentPhone(kept);
}

/** What is asked now; undefined outside of a room, and before a card is chosen. */
export function askedOf(context: BallotContext): Asked | undefined {
  const { card, question } = context;
  const phone = phoneOf(context);
  return phone === undefined || card === '' ? undefined : { room: phone.room, card, question };
}

/** What this phone has answered to it, with the code. */
export function answerGiven(context: BallotContext): ReturnType<typeof answeredBefore> {
  const phone = phoneOf(context);
  const asked = askedOf(context);
  return phone && asked && answeredBefore(phone, asked);
}

/** What another tab has changed, with the room that this one is in. */
function broughtTogether({ kept: own }: BallotContext, brought: KeptPhones): KeptPhones {
  const phone = presentPhone(own);
  if (phone === undefined) return { ...brought, room: undefined };
  return withPhone(brought, brought.phones.find(({ room }) => room === phone.room) ?? phone);
}

const ballot = setup({
  types: {
    context: {} as BallotContext,
    events: {} as BallotEvent,
    input: {} as BallotInput,
  },
  actors: {
    /** Reports the links of rooms that are opened in this tab. */
    links: fromCallback<EventObject, undefined>(() => {}),
    /** Keeps phones on this device and forgets them; reports whether it does, and what other tabs change. */
    device: fromCallback<DeviceOrder, undefined>(() => {}),
  },
  actions: {
    enter: assign(
      (
        { context: { kept } },
        { code, chance }: { readonly code: string; readonly chance: number },
      ) => ({
        ...unasked,
        kept: withPhone(
          kept,
          entered(readRoomCode(code) ?? code, kept, () => chance),
        ),
      }),
    ),
    follow: assign(({ context: { kept } }, { link, chance }: Omit<LinkEvent, 'type'>) => ({
      ...askedBy(link),
      kept: withPhone(
        kept,
        entered(link.room, kept, () => chance),
      ),
    })),
    leave: assign(({ context: { kept } }) => ({
      ...unasked,
      kept: withoutRoom(kept, kept.room),
    })),
    takeKept: assign(({ context }, { kept }: { readonly kept: KeptPhones }) => ({
      kept: broughtTogether(context, kept),
    })),
    noteKeeping: assign((_, { isKept }: { readonly isKept: boolean }) => ({ isUnkept: !isKept })),
    chooseCard: assign((_, { card }: { readonly card: string }) => ({ card })),
    chooseQuestion: assign((_, { question }: { readonly question: RoomQuestion }) => ({
      question,
    })),
    giveAnswer: assign(
      ({ context }, { answer }: { readonly answer: Omit<RoomAnswer, 'phone'> }) => {
        const phone = phoneOf(context);
        const asked = askedOf(context);
        if (phone === undefined || asked === undefined) return {};
        const code = answerCode(asked, { ...answer, phone: phone.number });
        return { kept: withPhone(context.kept, withCode(phone, code)) };
      },
    ),
    takeAnswerBack: assign(({ context }) => {
      const phone = phoneOf(context);
      const asked = askedOf(context);
      if (phone === undefined || asked === undefined) return {};
      return { kept: withPhone(context.kept, withoutAnswer(phone, asked)) };
    }),
    tellDevice: sendTo('device', (_, order: DeviceOrder) => order),
  },
  guards: {
    isRoomCode: (_, { code }: { readonly code: string }) => readRoomCode(code) !== undefined,
    isOutside: ({ context }) => phoneOf(context) === undefined,
    isUnasked: ({ context }) => askedOf(context) === undefined,
    hasAnswered: ({ context }) => answerGiven(context) !== undefined,
    bringsAnswer: ({ context }, { kept }: { readonly kept: KeptPhones }) =>
      answerGiven({ ...context, kept: broughtTogether(context, kept) }) !== undefined,
  },
});

const takeKept = {
  type: 'takeKept',
  params: ({ event }: { readonly event: Extract<DeviceEvent, { type: 'device.change' }> }) => event,
} as const;

/** A phone in a room: it chooses the card that is on the screen, and makes its answer into a code. */
export const ballotMachine = ballot.createMachine({
  id: 'ballot',
  context: ({ input: { link, stored, chance } }) => ({
    ...askedBy(link),
    kept:
      link === undefined
        ? stored
        : withPhone(
            stored,
            entered(link.room, stored, () => chance),
          ),
    isUnkept: false,
  }),
  invoke: [{ src: 'links' }, { id: 'device', src: 'device' }],
  on: {
    'device.keep': { actions: { type: 'noteKeeping', params: ({ event }) => event } },
    'device.change': { actions: takeKept },
    'link.open': {
      target: '.arriving',
      actions: { type: 'follow', params: ({ event }) => event },
    },
  },
  initial: 'arriving',
  states: {
    arriving: {
      always: [
        { guard: 'isOutside', target: 'outside' },
        { guard: 'isUnasked', target: 'inside.choosing' },
        { guard: 'hasAnswered', target: 'inside.answered' },
        { target: 'inside.asked' },
      ],
    },
    outside: {
      initial: 'waiting',
      on: {
        'room.join': [
          {
            guard: { type: 'isRoomCode', params: ({ event }) => event },
            target: 'arriving',
            actions: { type: 'enter', params: ({ event }) => event },
          },
          { target: '.refused' },
        ],
      },
      states: { waiting: {}, refused: {} },
    },
    inside: {
      initial: 'choosing',
      entry: {
        type: 'tellDevice',
        params: ({ context }) => ({ type: 'phone.keep', phone: phoneOf(context) }),
      },
      on: {
        'card.choose': {
          target: 'arriving',
          actions: { type: 'chooseCard', params: ({ event }) => event },
        },
        'question.choose': {
          target: 'arriving',
          actions: { type: 'chooseQuestion', params: ({ event }) => event },
        },
        'room.leave': {
          target: 'outside',
          actions: [
            {
              type: 'tellDevice',
              params: ({ context: { kept } }) => ({ type: 'phone.forget', room: kept.room }),
            },
            'leave',
          ],
        },
        // Stays within the room, so that what another tab kept is not kept again.
        'device.change': [
          { guard: 'isUnasked', actions: takeKept },
          {
            guard: { type: 'bringsAnswer', params: ({ event }) => event },
            target: '.answered',
            actions: takeKept,
          },
          { target: '.asked', actions: takeKept },
        ],
      },
      states: {
        choosing: {},
        asked: {
          on: {
            'answer.give': {
              target: '#ballot.arriving',
              actions: { type: 'giveAnswer', params: ({ event }) => event },
            },
          },
        },
        answered: {
          on: { 'answer.change': { target: '#ballot.arriving', actions: 'takeAnswerBack' } },
        },
      },
    },
  },
});
