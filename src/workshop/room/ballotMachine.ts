import { assign, type EventObject, fromCallback, setup } from 'xstate';

import {
  answerCode,
  type Asked,
  readRoomCode,
  type RoomAnswer,
  type RoomQuestion,
} from './answerCode.ts';
import { answeredBefore, entered, type Phone, withCode, withoutAnswer } from './phone.ts';
import type { RoomLink } from './roomAddress.ts';

export interface BallotInput {
  /** What the address says. */
  readonly link: RoomLink | undefined;
  /** The room that this phone was in last. */
  readonly stored: Phone | undefined;
  /** A number of 0 up to 1, drawn by chance: what tells this phone from others in a new room. */
  readonly chance: number;
}

export interface BallotContext {
  /** Absent outside of a room. */
  readonly phone: Phone | undefined;
  /** Id of the card that is answered; empty as long as none is chosen. */
  readonly card: string;
  readonly question: RoomQuestion;
  /** How many reasons the link's card has, where the link says so. */
  readonly reasons: number | undefined;
}

/** A link of a room that was opened in the same tab. */
export interface LinkEvent {
  readonly type: 'link.open';
  readonly link: RoomLink;
  readonly chance: number;
}

type BallotEvent =
  | LinkEvent
  | { readonly type: 'room.join'; readonly code: string; readonly chance: number }
  | { readonly type: 'room.leave' }
  | { readonly type: 'card.choose'; readonly card: string }
  | { readonly type: 'question.choose'; readonly question: RoomQuestion }
  | { readonly type: 'answer.give'; readonly answer: Omit<RoomAnswer, 'phone'> }
  | { readonly type: 'answer.change' };

const unasked = { card: '', question: 'card', reasons: undefined } as const;

/** What a link asks; nothing in particular where it names no card. */
function askedBy(link: RoomLink | undefined): Omit<BallotContext, 'phone'> {
  return {
    card: link?.card ?? unasked.card,
    question: link?.question ?? unasked.question,
    reasons: link?.reasons,
  };
}

/** What is asked just now; undefined outside of a room, and before a card is chosen. */
export function askedOf({ phone, card, question }: BallotContext): Asked | undefined {
  return phone === undefined || card === '' ? undefined : { room: phone.room, card, question };
}

/** What this phone has answered to it, with the code. */
export function answerGiven(context: BallotContext): ReturnType<typeof answeredBefore> {
  const asked = askedOf(context);
  return context.phone && asked && answeredBefore(context.phone, asked);
}

const ballot = setup({
  types: {
    context: {} as BallotContext,
    events: {} as BallotEvent,
    input: {} as BallotInput,
  },
  actors: {
    /** Tells the links of rooms that are opened in this tab. */
    links: fromCallback<EventObject, undefined>(() => {}),
  },
  actions: {
    enter: assign(
      ({ context }, { code, chance }: { readonly code: string; readonly chance: number }) => ({
        ...unasked,
        phone: entered(readRoomCode(code) ?? code, context.phone, () => chance),
      }),
    ),
    follow: assign(({ context }, { link, chance }: Omit<LinkEvent, 'type'>) => ({
      ...askedBy(link),
      phone: entered(link.room, context.phone, () => chance),
    })),
    leave: assign({ ...unasked, phone: undefined }),
    chooseCard: assign((_, { card }: { readonly card: string }) => ({ card })),
    chooseQuestion: assign((_, { question }: { readonly question: RoomQuestion }) => ({
      question,
    })),
    giveAnswer: assign(
      ({ context }, { answer }: { readonly answer: Omit<RoomAnswer, 'phone'> }) => {
        const { phone } = context;
        const asked = askedOf(context);
        if (phone === undefined || asked === undefined) return {};
        return {
          phone: withCode(phone, answerCode(asked, { ...answer, phone: phone.number })),
        };
      },
    ),
    takeAnswerBack: assign(({ context }) => {
      const asked = askedOf(context);
      return { phone: context.phone && asked && withoutAnswer(context.phone, asked) };
    }),
    /** Keeps the phone's room on this device; whoever runs the machine says where. */
    storePhone: (_actionArguments, _stored: { readonly phone: Phone | undefined }) => {},
    /** Forgets it. */
    forgetPhone: () => {},
  },
  guards: {
    isRoomCode: (_, { code }: { readonly code: string }) => readRoomCode(code) !== undefined,
    isOutside: ({ context }) => context.phone === undefined,
    isUnasked: ({ context }) => askedOf(context) === undefined,
    hasAnswered: ({ context }) => answerGiven(context) !== undefined,
  },
});

/** A phone in a room: it chooses the card that is on the screen, and makes its answer into a code. */
export const ballotMachine = ballot.createMachine({
  id: 'ballot',
  context: ({ input: { link, stored, chance } }) => ({
    ...askedBy(link),
    phone: link === undefined ? stored : entered(link.room, stored, () => chance),
  }),
  invoke: { src: 'links' },
  on: {
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
      entry: { type: 'storePhone', params: ({ context: { phone } }) => ({ phone }) },
      on: {
        'card.choose': {
          target: 'arriving',
          actions: { type: 'chooseCard', params: ({ event }) => event },
        },
        'question.choose': {
          target: 'arriving',
          actions: { type: 'chooseQuestion', params: ({ event }) => event },
        },
        'room.leave': { target: 'outside', actions: ['leave', 'forgetPhone'] },
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
