import { assertEvent, assign, fromCallback, fromPromise, sendTo, setup } from 'xstate';

import type { CameraProblem } from '#browser/qrScanner.ts';
import { inSlices, type WorkProgress } from '#browser/slices.ts';

import type { Scenario } from '../scenario.ts';
import { cameraMachine, type CameraReport } from './cameraMachine.ts';
import {
  type CardQuestion,
  type Collected,
  countTried,
  type Doubt,
  type HandCount,
  isHandCount,
  longestText,
  type PlacedAnswer,
  placingCodes,
  readingRoomFile,
  type ReadRoom,
  type Room,
  type RoomText,
  sizeProblem,
  type TextOfCodes,
  type TriedCode,
  withHands,
  withoutDoubt,
} from './room.ts';

/** What to say about the last action. */
export type RoomNotice =
  | ({ readonly kind: 'counted' } & Omit<Collected, 'room'>)
  /** A text of codes that is longer than what is read at once. */
  | { readonly kind: 'tooLong'; readonly length: number }
  | { readonly kind: 'reopened'; readonly room: Room; readonly refused: number }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'countingStopped' }
  | { readonly kind: 'readingStopped' }
  /** What was kept on this device is no room, or was not read to its end. */
  | { readonly kind: 'keptRefused' }
  | { readonly kind: 'keptStopped' }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'camera'; readonly problem: CameraProblem };

export interface RoomInput {
  /** What was kept on this device of the room that was open last, as the text of its file. */
  readonly stored: string | undefined;
  /** Whether that text came from another tab, and this device has not kept it yet. */
  readonly isUnkept?: boolean;
  /** Texts whose codes another tab had not counted yet. */
  readonly uncounted?: readonly string[];
  /** Every card that may have been answered. */
  readonly cards: readonly Scenario[];
}

/** A text whose codes are to be counted, and what was asked when it came. */
interface WaitingText {
  readonly text: string;
  readonly onScreen: CardQuestion | undefined;
}

/** A room before a change, and what was asked of the teacher then. */
export interface PastRoom {
  readonly room: Room;
  readonly doubts: readonly Doubt[];
}

export interface RoomContext {
  readonly cards: readonly Scenario[];
  /** The text of a room while it is read. */
  readonly text: string | undefined;
  /** What is asked at the moment; undefined if nothing is. */
  readonly onScreen: CardQuestion | undefined;
  /** Absent while no room is open. */
  readonly room: Room | undefined;
  /** Texts whose codes are being counted, in the order in which they came. */
  readonly waiting: readonly WaitingText[];
  /** How much of what is being read is done, from 0 to 1. */
  readonly done: number;
  readonly notice: RoomNotice | undefined;
  /** The room before each of the last changes, the latest at the end; empty if there is nothing to undo. */
  readonly past: readonly PastRoom[];
  /** Codes that fit several cards: the teacher is asked which card they count for. */
  readonly doubts: readonly Doubt[];
  /** Whether this device kept the room as it is now, so that a reload finds it. */
  readonly isKept: boolean;
}

/** What this device should keep; undefined to forget it. */
export interface KeepOrder {
  readonly type: 'room.keep';
  readonly room: Room | undefined;
}

/** Whether it was kept, and whether to keep it once more because storage may have been cleared. */
export type KeepReport =
  | { readonly type: 'room.kept'; readonly isKept: boolean }
  | { readonly type: 'room.keepAgain' };

type RoomEvent =
  | KeepReport
  | {
      readonly type: 'doubt.settle';
      readonly code: string;
      /** What it answers; undefined for none of what it fits. */
      readonly placed: PlacedAnswer | undefined;
    }
  | { readonly type: 'screen.show'; readonly onScreen: CardQuestion | undefined }
  | { readonly type: 'room.open'; readonly code: string }
  | { readonly type: 'file.choose'; readonly file: Blob }
  | { readonly type: 'hands.count'; readonly hands: HandCount }
  | { readonly type: 'answers.clear' }
  /** Undoes the last change of the answers. */
  | { readonly type: 'answers.undo' }
  | { readonly type: 'room.close' }
  /** Ends what takes long: reading a file, or counting codes. */
  | { readonly type: 'work.stop' }
  | { readonly type: 'room.read'; readonly read: ReadRoom }
  | { readonly type: 'codes.tried'; readonly tried: readonly TriedCode[] }
  | WorkProgress
  | CameraReport;

const teachersRoom = setup({
  types: {
    context: {} as RoomContext,
    events: {} as RoomEvent,
    input: {} as RoomInput,
    children: {} as {
      readonly keeper: 'keeper';
      readonly camera: 'camera';
      readonly kept: 'readRoom';
      readonly chosen: 'readRoom';
      readonly counting: 'tryCodes';
      readonly file: 'readText';
    },
    tags: {} as 'working',
  },
  actors: {
    /** Keeps the room on this device, or forgets it, and reports whether it could. */
    keeper: fromCallback<KeepOrder, undefined>(() => {}),
    camera: cameraMachine,
    /** The text of a file. */
    readText: fromPromise<string, Blob>(() => new Promise(() => {})),
    /** What the text of a file says. */
    readRoom: inSlices<RoomText, ReadRoom>(readingRoomFile, (read) => ({
      type: 'room.read',
      read,
    })),
    /** What the codes of a text answer. */
    tryCodes: inSlices<TextOfCodes, readonly TriedCode[]>(placingCodes, (tried) => ({
      type: 'codes.tried',
      tried,
    })),
  },
  actions: {
    /** The news about one question is not shown at the next. */
    takeScreen: assign(({ context }, { onScreen }: Pick<RoomContext, 'onScreen'>) => {
      const isSame =
        context.onScreen?.card === onScreen?.card &&
        context.onScreen?.question === onScreen?.question;
      const isOld = !isSame && context.notice?.kind === 'counted';
      return { onScreen, notice: isOld ? undefined : context.notice };
    }),
    openRoom: assign((_, { code }: { readonly code: string }) => ({
      room: { code, answers: [] },
      notice: undefined,
    })),
    /** Notes the room as it is, before it is changed. */
    noteRoom: assign(({ context }) => ({ past: pastWithRoom(context) })),
    undo: assign(({ context: { past } }) => ({
      ...past.at(-1),
      past: past.slice(0, -1),
      notice: { kind: 'undone' } as const,
    })),
    countHands: assign(({ context: { room } }, { hands }: { readonly hands: HandCount }) => ({
      room: room && withHands(room, hands),
      notice: undefined,
    })),
    takeKept: assign((_, { read }: { readonly read: ReadRoom }) =>
      'problem' in read
        ? { notice: { kind: 'keptRefused' } as const }
        : { room: read.room, doubts: read.doubts ?? [] },
    ),
    takeFile: assign((_, { read }: { readonly read: ReadRoom }) =>
      'problem' in read
        ? { notice: { kind: 'refused', problem: read.problem } as const }
        : {
            room: read.room,
            doubts: read.doubts ?? [],
            notice: { kind: 'reopened', room: read.room, refused: read.refused } as const,
          },
    ),
    wait: assign(({ context: { waiting, onScreen } }, { text }: { readonly text: string }) => ({
      waiting: [...waiting, { text, onScreen }],
    })),
    forgetWaiting: assign({ waiting: [] }),
    /** What the camera reported was not counted, or no longer counts. */
    tellAgain: sendTo('camera', { type: 'camera.forget' }),
    /** What was counted by then stays; the codes join what is in the room now. */
    count: assign(({ context }, { tried }: { readonly tried: readonly TriedCode[] }) => {
      const waiting = context.waiting.slice(1);
      if (context.room === undefined) return { waiting };
      const { room, ...found } = countTried(context.room, tried);
      const isChanged = found.counted + found.changed.length + found.doubts.length > 0;
      return {
        room,
        waiting,
        past: isChanged ? pastWithRoom(context) : context.past,
        doubts: joinedDoubts(context.doubts, found.doubts),
        notice: { kind: 'counted', ...found } as const,
      };
    }),
    settleDoubt: assign(
      (
        { context: { room, doubts } },
        { code, placed }: Omit<Extract<RoomEvent, { type: 'doubt.settle' }>, 'type'>,
      ) => ({
        room: room && withoutDoubt(room, code, placed),
        doubts: doubts.filter((each) => each.code !== code),
      }),
    ),
    keepText: assign((_, { text }: { readonly text: string }) => ({ text })),
    forgetText: assign({ text: undefined }),
    begin: assign({ done: 0, notice: undefined }),
    tellProgress: assign((_, { done }: { readonly done: number }) => ({ done })),
    clear: assign(({ context: { room } }) => ({
      room: room && { code: room.code, answers: [] },
      waiting: [],
      doubts: [],
      notice: { kind: 'cleared' } as const,
    })),
    close: assign({
      room: undefined,
      past: [],
      waiting: [],
      doubts: [],
      notice: { kind: 'closed' } as const,
    }),
    notice: assign((_, notice: RoomNotice) => ({ notice })),
    noteKeeping: assign((_, { isKept }: Pick<RoomContext, 'isKept'>) => ({ isKept })),
    storeRoom: sendTo('keeper', (_, { room }: Omit<KeepOrder, 'type'>) => ({
      type: 'room.keep' as const,
      room,
    })),
  },
  guards: {
    hasKept: ({ context }) => context.text !== undefined,
    hasRoom: ({ context }) => context.room !== undefined,
    hasPast: ({ context }) => context.past.length > 0,
    isHandCount: (_, { hands: { count } }: { readonly hands: HandCount }) =>
      count === 0 || isHandCount(count),
    hasWaiting: ({ context }) => context.waiting.length > 0,
    hasText: (_, { text }: { readonly text: string }) => text.trim() !== '',
    isTooLong: ({ context: { waiting } }, { text }: { readonly text: string }) =>
      lengthWith(waiting, text) > longestText,
    isTooLarge: (_, { file }: { readonly file: Blob }) => sizeProblem(file.size) !== undefined,
    isInDoubt: ({ context }, { code }: { readonly code: string }) =>
      context.doubts.some((each) => each.code === code),
    isUnkeptRoom: ({ context }, { read }: { readonly read: ReadRoom }) =>
      'room' in read && !context.isKept,
    isRoom: (_, { read }: { readonly read: ReadRoom }) => 'room' in read,
  },
});

const joinedDoubts = (before: readonly Doubt[], found: readonly Doubt[]): readonly Doubt[] => [
  ...new Map([...before, ...found].map((each) => [each.code, each] as const)).values(),
];

/** How many changes can be taken back, one after the other. */
const mostUndone = 30;

const pastWithRoom = ({ room, doubts, past }: RoomContext): readonly PastRoom[] =>
  room === undefined ? past : [...past, { room, doubts }].slice(-mostUndone);

const lengthWith = (waiting: readonly WaitingText[], text: string): number =>
  waiting.reduce((sum, each) => sum + each.text.length, text.length);

const store = {
  type: 'storeRoom',
  params: ({ context: { room } }: { readonly context: RoomContext }) => ({ room }),
} as const;

const progress = {
  actions: {
    type: 'tellProgress',
    params: ({ event: { done } }: { readonly event: WorkProgress }) => ({ done }),
  },
} as const;

/** Nothing is taken from a file that was not read to its end. */
const stopReading = {
  target: 'idle',
  actions: { type: 'notice', params: { kind: 'readingStopped' } },
} as const;

const readingInput = ({ context: { text = '', cards } }: { readonly context: RoomContext }) => ({
  text,
  cards,
});

const noRoom: Room = { code: '', answers: [] };

/** The teacher's side of a room: open it, collect codes, continue with a saved room, clear it, close it. */
export const roomMachine = teachersRoom.createMachine({
  id: 'room',
  context: ({ input: { stored, isUnkept = false, uncounted = [], cards } }) => ({
    cards,
    text: stored,
    onScreen: undefined,
    room: undefined,
    waiting: uncounted.map((text) => ({ text, onScreen: undefined })),
    done: 0,
    notice: undefined,
    past: [],
    doubts: [],
    isKept: !isUnkept,
  }),
  invoke: { id: 'keeper', src: 'keeper' },
  on: {
    'room.kept': { actions: { type: 'noteKeeping', params: ({ event }) => event } },
    'screen.show': { actions: { type: 'takeScreen', params: ({ event }) => event } },
  },
  initial: 'arriving',
  states: {
    arriving: { always: [{ guard: 'hasKept', target: 'reopening' }, { target: 'closed' }] },
    reopening: {
      tags: 'working',
      invoke: {
        id: 'kept',
        src: 'readRoom',
        input: readingInput,
      },
      exit: 'forgetText',
      on: {
        'room.read': [
          {
            guard: { type: 'isUnkeptRoom', params: ({ event }) => event },
            target: 'open',
            actions: [{ type: 'takeKept', params: ({ event }) => event }, store],
          },
          {
            guard: { type: 'isRoom', params: ({ event }) => event },
            target: 'open',
            actions: { type: 'takeKept', params: ({ event }) => event },
          },
          {
            target: 'closed',
            actions: { type: 'takeKept', params: ({ event }) => event },
          },
        ],
        'work.progress': progress,
        'work.stop': {
          target: 'closed',
          actions: { type: 'notice', params: { kind: 'keptStopped' } },
        },
      },
    },
    closed: {
      initial: 'idle',
      on: {
        'room.open': {
          target: 'open',
          actions: [{ type: 'openRoom', params: ({ event }) => event }, store],
        },
        // Another file overtakes the one that is being read.
        'file.choose': [
          {
            guard: { type: 'isTooLarge', params: ({ event }) => event },
            target: '.idle',
            actions: {
              type: 'notice',
              params: ({ event }) => ({
                kind: 'refused',
                problem: sizeProblem(event.file.size) ?? '',
              }),
            },
          },
          { target: '.opening' },
        ],
      },
      states: {
        idle: {},
        opening: {
          tags: 'working',
          entry: 'begin',
          invoke: {
            id: 'file',
            src: 'readText',
            input: ({ event }) => {
              assertEvent(event, 'file.choose');
              return event.file;
            },
            onDone: {
              target: 'reading',
              actions: { type: 'keepText', params: ({ event }) => ({ text: event.output }) },
            },
            onError: {
              target: 'idle',
              actions: { type: 'notice', params: { kind: 'unreadable' } },
            },
          },
          on: { 'work.stop': stopReading },
        },
        reading: {
          tags: 'working',
          exit: 'forgetText',
          invoke: {
            id: 'chosen',
            src: 'readRoom',
            input: readingInput,
          },
          on: {
            'room.read': [
              {
                guard: { type: 'isRoom', params: ({ event }) => event },
                target: '#room.open',
                actions: [{ type: 'takeFile', params: ({ event }) => event }, store],
              },
              {
                target: 'idle',
                actions: { type: 'takeFile', params: ({ event }) => event },
              },
            ],
            'work.progress': progress,
            'work.stop': stopReading,
          },
        },
      },
    },
    open: {
      invoke: { id: 'camera', src: 'camera', input: ({ self }) => ({ owner: self }) },
      on: {
        'codes.count': [
          {
            guard: { type: 'isTooLong', params: ({ event }) => event },
            actions: {
              type: 'notice',
              params: ({ context, event }) => ({
                kind: 'tooLong',
                length: lengthWith(context.waiting, event.text),
              }),
            },
          },
          {
            guard: { type: 'hasText', params: ({ event }) => event },
            actions: { type: 'wait', params: ({ event }) => event },
          },
        ],
        'camera.failed': {
          actions: {
            type: 'notice',
            params: ({ event: { problem } }) => ({ kind: 'camera', problem }),
          },
        },
        'doubt.settle': {
          guard: { type: 'isInDoubt', params: ({ event }) => event },
          actions: ['noteRoom', { type: 'settleDoubt', params: ({ event }) => event }, store],
        },
        'hands.count': {
          guard: { type: 'isHandCount', params: ({ event }) => event },
          actions: ['noteRoom', { type: 'countHands', params: ({ event }) => event }, store],
        },
        'answers.undo': { guard: 'hasPast', actions: ['undo', 'tellAgain', store] },
        'room.keepAgain': { actions: store },
        'answers.clear': { target: '.idle', actions: ['noteRoom', 'clear', 'tellAgain', store] },
        'room.close': { target: 'closed', actions: ['close', store] },
      },
      initial: 'idle',
      states: {
        idle: { always: { guard: 'hasWaiting', target: 'counting' } },
        counting: {
          tags: 'working',
          entry: 'begin',
          invoke: {
            id: 'counting',
            src: 'tryCodes',
            input: ({ context: { room = noRoom, cards, waiting } }) => ({
              room,
              cards,
              text: waiting[0]?.text ?? '',
              onScreen: waiting[0]?.onScreen,
            }),
          },
          on: {
            'codes.tried': {
              target: 'idle',
              actions: [{ type: 'count', params: ({ event }) => event }, store],
            },
            'work.progress': progress,
            'work.stop': {
              target: 'idle',
              actions: [
                'forgetWaiting',
                'tellAgain',
                { type: 'notice', params: { kind: 'countingStopped' } },
              ],
            },
          },
        },
      },
    },
  },
});
