import {
  type ActorRefFrom,
  assign,
  type EventObject,
  fromCallback,
  fromPromise,
  sendTo,
  setup,
  stopChild,
} from 'xstate';

import type { Scenario } from '../scenario.ts';
import { roomFile } from '../room/room.ts';
import type { RoomContext } from '../room/roomMachine.ts';
import type { Leader } from './leader.ts';
import type { LessonClock } from './lessonClock.ts';
import { lessonFragment, type LessonPlan, usualPlan } from './lessonPlan.ts';
import { begun, type Presentation } from './presentation.ts';
import {
  presentationAt,
  type PresentationInput,
  presentationMachine,
} from './presentationMachine.ts';

/** What a tab that stops presenting hands over to the tab that continues. */
export interface HandOver {
  /** The place of the presentation as a fragment, with a teacher's cards. */
  readonly fragment: string;
  /** The room as the text of its file; undefined if none is open. */
  readonly room: string | undefined;
  /** Texts whose codes were not counted yet. */
  readonly uncounted: readonly string[];
  readonly epoch: number;
}

/** What a tab presents. */
export interface Session {
  readonly beginning: Presentation;
  readonly plan: LessonPlan;
  /** How long the lesson has taken already; undefined at its beginning. */
  readonly clock: LessonClock | undefined;
  /** The room, as the text of its file. */
  readonly room: string | undefined;
  /** Whether this device has not kept it yet. */
  readonly isRoomUnkept: boolean;
  /** A teacher's cards, and the part of the fragment that carries them. */
  readonly ownCards: readonly Scenario[];
  readonly cardsValue: string;
  /** Why the cards of a link cannot be used. */
  readonly problem?: string | undefined;
  /** What only this tab counted and belongs to another room. */
  readonly left: string | undefined;
}

/** What a session begins with. */
export interface SessionSource {
  readonly handOver: HandOver | undefined;
  /** Whether another tab presented before, so that this one continues from there. */
  readonly isLate: boolean;
  /** What only this tab counted, as the text of a room's file. */
  readonly unkept: string | undefined;
}

export interface LeadershipInput extends Pick<PresentationInput, 'answerAddress' | 'fileAddress'> {
  /** Distinguishes this tab from the others. */
  readonly id: string;
  /** Every card that the guide has. */
  readonly cards: readonly Scenario[];
}

export interface LeadershipContext {
  readonly input: LeadershipInput;
  /** Whether the lead is taken from another tab. */
  readonly isForced: boolean;
  /** Whether this tab has ever not led. */
  readonly isLate: boolean;
  /** Whether another tab took the lead from this one. */
  readonly isTaken: boolean;
  readonly leader: Leader;
  readonly handOver: HandOver | undefined;
  readonly session: Session | undefined;
  /** Runs as long as this tab leads. */
  readonly presentation: ActorRefFrom<typeof presentationMachine> | undefined;
  /** What this tab counted and storage refused, as the text of a room's file. */
  readonly unkept: string | undefined;
}

/** The result of a claim to lead. */
export type ClaimEvent =
  | { readonly type: 'claim.grant'; readonly epoch: number; readonly isGuarded: boolean }
  | { readonly type: 'claim.refuse' }
  | { readonly type: 'claim.lose' };

/** What other tabs and the window report. */
export type TabEvent =
  /** Another tab asks for the lead. */
  | { readonly type: 'lead.ask' }
  /** Somebody looks at this tab. */
  | { readonly type: 'tab.show' };

/** A message to other tabs. */
export interface TabOrder {
  readonly type: 'lead.pass';
  readonly handOver: HandOver;
}

type LeadershipEvent = ClaimEvent | TabEvent | { readonly type: 'lead.take' };

/** What a tab that leads has to pass on. */
function handOverOf(context: LeadershipContext): HandOver {
  const { session, leader } = context;
  const presentation = context.presentation?.getSnapshot();
  const room = roomOf(context);
  return {
    fragment:
      presentation === undefined
        ? ''
        : lessonFragment(
            presentationAt(presentation),
            presentation.context.plan,
            session?.cardsValue ?? '',
          ),
    room: room && textOf(room),
    uncounted: room?.waiting.map(({ text }) => text) ?? [],
    epoch: leader.epoch,
  };
}

const roomOf = ({ presentation }: LeadershipContext): RoomContext | undefined =>
  presentation?.getSnapshot().children.room?.getSnapshot().context;

/** The part of a room that this tab has and storage has not. */
function unkeptOf(context: LeadershipContext): string | undefined {
  const room = roomOf(context);
  const text = room && textOf(room);
  return text === undefined || room?.isKept === true ? context.unkept : text;
}

/** The text of the room's file, also while it is still being read; undefined if none is open. */
const textOf = ({ room, text }: RoomContext): string | undefined =>
  room === undefined ? text : roomFile(room);

function presentationInput({
  input,
  session,
  leader,
  handOver,
}: LeadershipContext): PresentationInput {
  const {
    beginning = begun([]),
    plan = usualPlan,
    clock,
    room,
    isRoomUnkept = false,
    ownCards = [],
    cardsValue = '',
  } = session ?? {};
  return {
    beginning,
    plan,
    clock,
    room,
    isRoomUnkept,
    uncounted: handOver?.uncounted ?? [],
    cards: [...input.cards, ...ownCards],
    answerAddress: input.answerAddress,
    fileAddress: input.fileAddress,
    leader,
    cardsValue,
  };
}

const leading = setup({
  types: {
    context: {} as LeadershipContext,
    events: {} as LeadershipEvent,
    input: {} as LeadershipInput,
    children: {} as { readonly presentation: 'presentation'; readonly tabs: 'tabs' },
    tags: {} as 'following' | 'failed',
  },
  actors: {
    /** Claims the lead, and holds it until it is stopped. */
    claim: fromCallback<EventObject, { readonly id: string; readonly isForced: boolean }>(() => {}),
    /**
     * Hears other tabs that ask for the lead, passes on what this one has, and watches whether
     * somebody looks at it.
     */
    tabs: fromCallback<TabOrder, undefined>(() => {}),
    /** Asks the tab that leads for all that it has; undefined if it does not answer in time. */
    askLeader: fromPromise<HandOver | undefined>(() => new Promise(() => {})),
    /** Reads what this tab is to present. */
    readSession: fromPromise<Session, SessionSource>(() => new Promise(() => {})),
    presentation: presentationMachine,
  },
  actions: {
    force: assign({ isForced: true, isLate: true }),
    takeLead: assign(
      ({ context }, granted: { readonly epoch: number; readonly isGuarded: boolean }) => ({
        leader: {
          id: context.input.id,
          epoch: Math.max(granted.epoch, (context.handOver?.epoch ?? 0) + 1),
          isGuarded: granted.isGuarded,
        },
      }),
    ),
    takeHandOver: assign((_, { handOver }: Pick<LeadershipContext, 'handOver'>) => ({ handOver })),
    takeSession: assign((_, { session }: { readonly session: Session }) => ({
      session,
      unkept: session.left,
      isTaken: false,
    })),
    follow: assign({
      isForced: false,
      isLate: true,
      handOver: undefined,
      session: undefined,
      presentation: undefined,
    }),
    noteTaken: assign(({ context }) => ({ unkept: unkeptOf(context), isTaken: true })),
    present: assign(({ context, spawn }) => ({
      presentation: spawn('presentation', {
        id: 'presentation',
        input: presentationInput(context),
      }),
    })),
    endPresentation: stopChild('presentation'),
    tellHandOver: sendTo('tabs', ({ context }) => ({
      type: 'lead.pass' as const,
      handOver: handOverOf(context),
    })),
    /** Takes a key out of the address, so that this tab cannot show it when it comes back. */
    coverKey: () => {},
  },
});

const taken = {
  target: '#leadership.following',
  actions: ['noteTaken', 'endPresentation', 'follow'],
} as const;
const toFollowing = { target: '#leadership.following', actions: 'follow' } as const;

/**
 * Which of several tabs in one browser presents. One leads; the others say so, and any of them can
 * take the lead, with the place and everything that was counted. A tab that lost the lead sends
 * nothing more.
 */
export const leadershipMachine = leading.createMachine({
  id: 'leadership',
  context: ({ input }) => ({
    input,
    isForced: false,
    isLate: false,
    isTaken: false,
    leader: { id: input.id, epoch: 0, isGuarded: false },
    handOver: undefined,
    session: undefined,
    presentation: undefined,
    unkept: undefined,
  }),
  invoke: { id: 'tabs', src: 'tabs' },
  initial: 'holding',
  states: {
    holding: {
      invoke: {
        src: 'claim',
        input: ({ context: { input, isForced } }) => ({ id: input.id, isForced }),
      },
      initial: 'claiming',
      states: {
        claiming: {
          on: {
            'claim.refuse': toFollowing,
            'claim.grant': {
              target: 'starting',
              actions: { type: 'takeLead', params: ({ event }) => event },
            },
          },
        },
        starting: {
          invoke: {
            id: 'session',
            src: 'readSession',
            input: ({ context: { handOver, isLate, unkept } }) => ({ handOver, isLate, unkept }),
            onDone: {
              target: 'leading',
              actions: { type: 'takeSession', params: ({ event }) => ({ session: event.output }) },
            },
            onError: { target: 'failed' },
          },
          on: { 'claim.lose': toFollowing },
        },
        failed: { tags: 'failed', on: { 'claim.lose': toFollowing } },
        leading: {
          entry: 'present',
          on: {
            'claim.lose': taken,
            'lead.ask': { ...taken, actions: ['tellHandOver', ...taken.actions] },
          },
        },
      },
    },
    following: {
      tags: 'following',
      entry: 'coverKey',
      on: {
        'lead.take': { target: 'asking' },
        // The tab that led may be closed by now.
        'tab.show': { target: 'holding' },
      },
    },
    asking: {
      tags: 'following',
      invoke: {
        id: 'leader',
        src: 'askLeader',
        onDone: {
          target: 'holding',
          actions: [
            'force',
            { type: 'takeHandOver', params: ({ event }) => ({ handOver: event.output }) },
          ],
        },
        onError: { target: 'holding', actions: 'force' },
      },
    },
  },
});
