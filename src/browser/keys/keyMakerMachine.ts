import {
  type ActorRefFrom,
  assign,
  type EventFrom,
  fromPromise,
  setup,
  type SnapshotFrom,
} from 'xstate';

import { parseKeyId } from '#snippets/identifiers.ts';

import type { KeyChoice, MadeKeyPair, PrivateForm } from './keyPair.ts';

/** What a person wants to do with the private key: see it, or have it as a file. */
export interface PrivateWish {
  readonly form: PrivateForm;
  readonly as: 'text' | 'file';
}

interface KeyMakerContext {
  readonly isSupported: boolean;
  readonly choice: KeyChoice;
  readonly pair: MadeKeyPair | undefined;
  readonly wish: PrivateWish | undefined;
  /** The private key as text, only while it is shown. */
  readonly privateText: string | undefined;
  /** Why the latest failed attempt did not work. */
  readonly reason: string;
}

/**
 * Makes a key pair in the page. If the choice changes while a pair is being made, that pair is
 * dropped. The private key is written as text only when a person asks for it, and forgotten with
 * the pair.
 *
 * Whoever uses the machine provides the actors `makePair` and `exportPrivateKey`, and the action
 * `saveFile`.
 */
export const keyMakerMachine = setup({
  types: {
    context: {} as KeyMakerContext,
    input: {} as {
      /** Whether the page can make keys at all. */
      readonly isSupported: boolean;
    },
    events: {} as
      | { readonly type: 'choice.change'; readonly change: Partial<KeyChoice> }
      | { readonly type: 'pair.make' }
      /** Also what happens when a person leaves the page. */
      | { readonly type: 'pair.forget' }
      | { readonly type: 'private.ask'; readonly wish: PrivateWish }
      | { readonly type: 'private.cover' },
  },
  actors: {
    makePair: fromPromise<MadeKeyPair, KeyChoice>(async () => {
      throw new Error('Provide the actor "makePair": the machine itself has no WebCrypto.');
    }),
    exportPrivateKey: fromPromise<
      string,
      { readonly pair: MadeKeyPair | undefined; readonly form: PrivateForm }
    >(async () => {
      throw new Error('Provide the actor "exportPrivateKey": the machine has no WebCrypto.');
    }),
  },
  actions: {
    change: assign({
      choice: ({ context }, { change }: { readonly change: Partial<KeyChoice> }) => ({
        ...context.choice,
        ...change,
      }),
    }),
    keepPair: assign({
      pair: (_, { pair }: { readonly pair: MadeKeyPair }) => pair,
    }),
    keepReason: assign({
      reason: (_, { error }: { readonly error: unknown }) =>
        error instanceof Error ? error.message : String(error),
    }),
    keepWish: assign({ wish: (_, { wish }: { readonly wish: PrivateWish }) => wish }),
    keepText: assign({ privateText: (_, { text }: { readonly text: string }) => text }),
    forgetText: assign({ privateText: undefined }),
    forgetAll: assign({ pair: undefined, wish: undefined, privateText: undefined }),
    saveFile: (_args, _file: { readonly text: string; readonly form: PrivateForm | undefined }) => {
      throw new Error('Provide the action "saveFile": the machine itself saves nothing.');
    },
  },
  guards: {
    isSupported: ({ context }) => context.isSupported,
    isUsable: ({ context }) => keyIdProblem(context.choice) === undefined,
    isForFile: ({ context }) => context.wish?.as === 'file',
  },
}).createMachine({
  id: 'keyMaker',
  context: ({ input: { isSupported } }) => ({
    isSupported,
    choice: { kind: 'RSA-2048', keyId: '' },
    pair: undefined,
    wish: undefined,
    privateText: undefined,
    reason: '',
  }),
  initial: 'opening',
  states: {
    opening: { always: [{ guard: 'isSupported', target: 'idle' }, { target: 'unsupported' }] },
    unsupported: {},
    idle: {
      on: {
        'choice.change': {
          actions: { type: 'change', params: ({ event: { change } }) => ({ change }) },
        },
        'pair.make': { guard: 'isUsable', target: 'making' },
      },
    },
    making: {
      invoke: {
        id: 'makePair',
        src: 'makePair',
        input: ({ context }) => context.choice,
        onDone: {
          target: 'made',
          actions: { type: 'keepPair', params: ({ event }) => ({ pair: event.output }) },
        },
        onError: {
          target: 'failed',
          actions: { type: 'keepReason', params: ({ event }) => ({ error: event.error }) },
        },
      },
      on: {
        'choice.change': {
          target: 'idle',
          actions: { type: 'change', params: ({ event: { change } }) => ({ change }) },
        },
        'pair.forget': 'idle',
      },
    },
    failed: {
      on: {
        'choice.change': {
          target: 'idle',
          actions: { type: 'change', params: ({ event: { change } }) => ({ change }) },
        },
        'pair.make': { guard: 'isUsable', target: 'making' },
      },
    },
    made: {
      initial: 'covered',
      exit: 'forgetAll',
      on: {
        'pair.forget': 'idle',
        'private.ask': {
          target: '.exporting',
          actions: { type: 'keepWish', params: ({ event: { wish } }) => ({ wish }) },
        },
      },
      states: {
        covered: {},
        exporting: {
          invoke: {
            id: 'exportPrivateKey',
            src: 'exportPrivateKey',
            input: ({ context: { pair, wish } }) => ({ pair, form: wish?.form ?? 'pem' }),
            onDone: [
              {
                guard: 'isForFile',
                target: 'saved',
                actions: {
                  type: 'saveFile',
                  params: ({ event, context }) => ({
                    text: event.output,
                    form: context.wish?.form,
                  }),
                },
              },
              {
                target: 'shown',
                actions: { type: 'keepText', params: ({ event }) => ({ text: event.output }) },
              },
            ],
            onError: {
              target: 'withheld',
              actions: { type: 'keepReason', params: ({ event }) => ({ error: event.error }) },
            },
          },
        },
        saved: {},
        shown: { exit: 'forgetText', on: { 'private.cover': 'covered' } },
        withheld: {},
      },
    },
  },
});

export type KeyMakerActor = ActorRefFrom<typeof keyMakerMachine>;
export type KeyMakerSnapshot = SnapshotFrom<typeof keyMakerMachine>;
export type KeyMakerEvent = EventFrom<typeof keyMakerMachine>;

/**
 * Why the typed key ID cannot be used; undefined if it can, or if the thumbprint is used instead.
 */
export function keyIdProblem({ keyId }: KeyChoice): string | undefined {
  if (keyId.trim() === '') return undefined;
  const parsed = parseKeyId(keyId);
  return parsed.ok ? undefined : parsed.reason;
}

/** Why the browser could not do what was asked; undefined if it could, or has not finished. */
export function keyMakerFailure(snapshot: KeyMakerSnapshot): string | undefined {
  const isFailure = snapshot.matches('failed') || snapshot.matches({ made: 'withheld' });
  return isFailure ? snapshot.context.reason : undefined;
}
