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

import { answerIn, openedCode } from './answerCode.ts';

/** What a camera reports to its owner. */
export type CameraReport =
  | { readonly type: 'codes.count'; readonly text: string }
  | { readonly type: 'camera.failed'; readonly problem: CameraProblem };

/** What the scanner reports to the camera. */
export type ScannerEvent =
  | { readonly type: 'scanner.open'; readonly picture: CameraPicture }
  | { readonly type: 'scanner.read'; readonly text: string }
  | { readonly type: 'scanner.fail'; readonly problem: CameraProblem };

export type CameraOwner = ActorRef<Snapshot<unknown>, CameraReport>;

export interface CameraContext {
  readonly owner: CameraOwner;
  readonly picture: CameraPicture | undefined;
  /** The last report of each phone, or a text that is not a code; the oldest report first. */
  readonly told: ReadonlyMap<number | string, string>;
}

type CameraEvent =
  | { readonly type: 'camera.toggle' }
  /** Earlier reports no longer count: whatever is seen is reported again. */
  | { readonly type: 'camera.forget' }
  | ScannerEvent;

/** For how many phones the camera remembers what it reported: more than come to a lesson. */
export const mostRemembered = 1000;

/** A phone shows one code at a time; one that goes back to its first answer shows its first code. */
function shownBy(text: string): number | string {
  const code = openedCode(text);
  return (code && answerIn(code)?.phone) ?? text;
}

function withTold(told: CameraContext['told'], text: string): CameraContext['told'] {
  const shown = shownBy(text);
  const others = [...told].filter(([each]) => each !== shown);
  return new Map([...others.slice(1 - mostRemembered), [shown, text]]);
}

const camera = setup({
  types: {
    context: {} as CameraContext,
    events: {} as CameraEvent,
    input: {} as { readonly owner: CameraOwner },
    tags: {} as 'on',
  },
  actors: {
    /** Opens the camera and reads what it sees, until it is stopped. */
    scanner: fromCallback<EventObject, undefined>(() => {}),
  },
  actions: {
    showPicture: assign((_, { picture }: { readonly picture: CameraPicture }) => ({ picture })),
    rememberText: assign(({ context: { told } }, { text }: { readonly text: string }) => ({
      told: withTold(told, text),
    })),
    forgetTexts: assign({ told: new Map() }),
    forgetPicture: assign({ picture: undefined }),
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
    isNew: ({ context }, { text }: { readonly text: string }) =>
      context.told.get(shownBy(text)) !== text,
  },
});

/** A camera that reads the codes of the phones that it sees, each code once while it is on. */
export const cameraMachine = camera.createMachine({
  id: 'camera',
  context: ({ input: { owner } }) => ({ owner, picture: undefined, told: new Map() }),
  initial: 'off',
  states: {
    off: { on: { 'camera.toggle': { target: 'on' } } },
    on: {
      tags: 'on',
      invoke: { src: 'scanner' },
      exit: ['forgetPicture', 'forgetTexts'],
      on: {
        'camera.toggle': { target: 'off' },
        'camera.forget': { actions: 'forgetTexts' },
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
              // A code is read again and again for as long as it is seen.
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
