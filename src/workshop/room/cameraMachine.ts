import {
  type ActorRef,
  assign,
  type EventObject,
  fromCallback,
  sendTo,
  setup,
  type Snapshot,
} from 'xstate';

import type { CameraPicture, CameraProblem } from '#browser/qrScanner.ts';

/** What a camera tells whoever switched it on. */
export type CameraReport =
  | { readonly type: 'codes.count'; readonly text: string }
  | { readonly type: 'camera.failed'; readonly problem: CameraProblem };

/** What the scanner tells the camera. */
export type ScannerEvent =
  | { readonly type: 'scanner.open'; readonly picture: CameraPicture }
  | { readonly type: 'scanner.read'; readonly text: string }
  | { readonly type: 'scanner.fail'; readonly problem: CameraProblem };

export type CameraOwner = ActorRef<Snapshot<unknown>, CameraReport>;

export interface CameraContext {
  readonly owner: CameraOwner;
  readonly picture: CameraPicture | undefined;
  /** What was read last. */
  readonly text: string | undefined;
}

type CameraEvent = { readonly type: 'camera.toggle' } | ScannerEvent;

const camera = setup({
  types: {
    context: {} as CameraContext,
    events: {} as CameraEvent,
    input: {} as { readonly owner: CameraOwner },
    tags: {} as 'on',
  },
  actors: {
    /** Opens the camera and reads what is held up to it, until it is stopped. */
    scanner: fromCallback<EventObject, undefined>(() => {}),
  },
  actions: {
    showPicture: assign((_, { picture }: { readonly picture: CameraPicture }) => ({ picture })),
    rememberText: assign((_, { text }: { readonly text: string }) => ({ text })),
    forgetPicture: assign({ picture: undefined, text: undefined }),
    tellText: sendTo(
      ({ context }) => context.owner,
      (_, { text }: { readonly text: string }) => ({ type: 'codes.count', text }),
    ),
    tellProblem: sendTo(
      ({ context }) => context.owner,
      (_, { problem }: { readonly problem: CameraProblem }) => ({ type: 'camera.failed', problem }),
    ),
  },
  guards: {
    isNew: ({ context }, { text }: { readonly text: string }) => text !== context.text,
  },
});

/** A camera that reads the codes that people hold up to it, one after the other. */
export const cameraMachine = camera.createMachine({
  id: 'camera',
  context: ({ input: { owner } }) => ({ owner, picture: undefined, text: undefined }),
  initial: 'off',
  states: {
    off: { on: { 'camera.toggle': { target: 'on' } } },
    on: {
      tags: 'on',
      invoke: { src: 'scanner' },
      exit: 'forgetPicture',
      on: {
        'camera.toggle': { target: 'off' },
        'scanner.fail': {
          target: 'off',
          actions: { type: 'tellProblem', params: ({ event }) => event },
        },
      },
      initial: 'starting',
      states: {
        starting: {
          on: {
            'scanner.open': {
              target: 'scanning',
              actions: { type: 'showPicture', params: ({ event }) => event },
            },
          },
        },
        scanning: {
          on: {
            'scanner.read': {
              // Held up for a while, a code is read many times.
              guard: { type: 'isNew', params: ({ event }) => event },
              actions: [
                { type: 'rememberText', params: ({ event }) => event },
                { type: 'tellText', params: ({ event }) => event },
              ],
            },
          },
        },
      },
    },
  },
});
