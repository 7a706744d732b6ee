import { assertEvent, assign, fromPromise, setup } from 'xstate';

import type { CameraProblem } from '#browser/qrScanner.ts';

import type { Scenario } from '../scenario.ts';
import { cameraMachine, type CameraReport } from './cameraMachine.ts';
import { type CardQuestion, type Collected, collect, readRoomFile, type Room } from './room.ts';

/** What there is to say of what was done last. */
export type RoomNotice =
  | ({ readonly kind: 'counted' } & Omit<Collected, 'room'>)
  | { readonly kind: 'reopened'; readonly room: Room; readonly refused: number }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'camera'; readonly problem: CameraProblem };

export interface RoomInput {
  /** The room that was open last on this machine. */
  readonly stored: Room | undefined;
  /** Every card that may have been answered. */
  readonly cards: readonly Scenario[];
}

export interface RoomContext {
  readonly cards: readonly Scenario[];
  /** What is asked at the moment; undefined where nothing is. */
  readonly onScreen: CardQuestion | undefined;
  /** Absent while no room is open. */
  readonly room: Room | undefined;
  readonly notice: RoomNotice | undefined;
}

type RoomEvent =
  | { readonly type: 'screen.show'; readonly onScreen: CardQuestion | undefined }
  | { readonly type: 'room.open'; readonly code: string }
  | { readonly type: 'file.choose'; readonly file: Blob }
  | { readonly type: 'answers.clear' }
  | { readonly type: 'room.close' }
  | CameraReport;

const teachersRoom = setup({
  types: {
    context: {} as RoomContext,
    events: {} as RoomEvent,
    input: {} as RoomInput,
    children: {} as { readonly camera: 'camera' },
  },
  actors: {
    camera: cameraMachine,
    /** The text of a file. */
    readText: fromPromise<string, Blob>(() => new Promise(() => {})),
  },
  actions: {
    takeScreen: assign((_, { onScreen }: Pick<RoomContext, 'onScreen'>) => ({ onScreen })),
    openRoom: assign((_, { code }: { readonly code: string }) => ({
      room: { code, answers: [] },
      notice: undefined,
    })),
    takeFile: assign(({ context }, { text }: { readonly text: string }) => {
      const read = readRoomFile(text, context.cards);
      return 'problem' in read
        ? { notice: { kind: 'refused', problem: read.problem } as const }
        : { room: read.room, notice: { kind: 'reopened', ...read } as const };
    }),
    count: assign(({ context }, { text }: { readonly text: string }) => {
      if (context.room === undefined) return {};
      const { room, ...found } = collect(context.room, text, context.cards, context.onScreen);
      return { room, notice: { kind: 'counted', ...found } as const };
    }),
    clear: assign(({ context: { room } }) => ({
      room: room && { code: room.code, answers: [] },
      notice: { kind: 'cleared' } as const,
    })),
    close: assign({ room: undefined, notice: { kind: 'closed' } as const }),
    notice: assign((_, notice: RoomNotice) => ({ notice })),
    /** Keeps the room on this machine, or forgets it; whoever runs the machine says where. */
    storeRoom: (_actionArguments, _room: { readonly room: Room | undefined }) => {},
  },
  guards: {
    hasRoom: ({ context }) => context.room !== undefined,
    hasText: (_, { text }: { readonly text: string }) => text.trim() !== '',
  },
});

const store = {
  type: 'storeRoom',
  params: ({ context: { room } }: { readonly context: RoomContext }) => ({ room }),
} as const;

/** The teacher's side of a room: open it, collect codes, go on with a saved one, clear it, close it. */
export const roomMachine = teachersRoom.createMachine({
  id: 'room',
  context: ({ input: { stored, cards } }) => ({
    cards,
    onScreen: undefined,
    room: stored,
    notice: undefined,
  }),
  on: {
    'screen.show': { actions: { type: 'takeScreen', params: ({ event }) => event } },
  },
  initial: 'arriving',
  states: {
    arriving: { always: [{ guard: 'hasRoom', target: 'open' }, { target: 'closed' }] },
    closed: {
      initial: 'idle',
      on: {
        'room.open': {
          target: 'open',
          actions: [{ type: 'openRoom', params: ({ event }) => event }, store],
        },
        // Another file overtakes the one that is being read.
        'file.choose': { target: '.reading' },
      },
      states: {
        idle: {},
        reading: {
          invoke: {
            id: 'file',
            src: 'readText',
            input: ({ event }) => {
              assertEvent(event, 'file.choose');
              return event.file;
            },
            onDone: {
              target: '#room.arriving',
              actions: [
                { type: 'takeFile', params: ({ event }) => ({ text: event.output }) },
                store,
              ],
            },
            onError: {
              target: 'idle',
              actions: { type: 'notice', params: { kind: 'unreadable' } },
            },
          },
        },
      },
    },
    open: {
      invoke: { id: 'camera', src: 'camera', input: ({ self }) => ({ owner: self }) },
      on: {
        'codes.count': {
          guard: { type: 'hasText', params: ({ event }) => event },
          actions: [{ type: 'count', params: ({ event }) => event }, store],
        },
        'camera.failed': {
          actions: {
            type: 'notice',
            params: ({ event: { problem } }) => ({ kind: 'camera', problem }),
          },
        },
        'answers.clear': { actions: ['clear', store] },
        'room.close': { target: 'closed', actions: ['close', store] },
      },
    },
  },
});
