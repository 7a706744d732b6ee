import {
  assertEvent,
  assign,
  type EventObject,
  fromCallback,
  fromPromise,
  setup,
  type SnapshotFrom,
} from 'xstate';

import type { HostMessage } from './protocol.ts';

/** A host's parameters now and before. */
export type ChangedParameters = Omit<Extract<HostMessage, { readonly type: 'parameters' }>, 'type'>;

/** What the conversation with a host reports. */
export type ConversationEvent =
  | { readonly type: 'host.asked'; readonly answers: readonly string[] }
  /** The host's parameters have changed. */
  | ({ readonly type: 'host.changed' } & ChangedParameters)
  /** The host's end is closed: nobody listens any more. */
  | { readonly type: 'host.left' };

export type FrameEvent =
  | ConversationEvent
  /** A host has greeted in this version and given one end of a channel. */
  | { readonly type: 'host.greeted'; readonly port: MessagePort }
  /** The fields for values are wanted: by a person who waits, or by a host that gives values. */
  | { readonly type: 'fields.asked'; readonly by: 'person' | 'host' };

type Asker = Extract<FrameEvent, { readonly type: 'fields.asked' }>['by'];

const noteWhoWaits = {
  type: 'noteWhoWaits',
  params: ({ event: { by } }: { readonly event: { readonly by: Asker } }) => ({ by }),
} as const;

/**
 * A framed page: the host that it reports to, and the progress of the fields for values. The code
 * that uses the machine provides the actors `conversation` (`conversation.ts`) and `loadFields`,
 * and the actions `show` and `apply`.
 */
export const frameMachine = setup({
  types: {
    context: {} as {
      /** Whether a person waits for the fields and should see the progress. */
      readonly isAwaited: boolean;
      /** What the current host last asked for: the page for it may still be on its way. */
      readonly asked: readonly string[] | undefined;
    },
    events: {} as FrameEvent,
  },
  actors: {
    conversation: fromCallback<EventObject, { readonly port: MessagePort }>(() => {
      throw new Error('Provide the actor "conversation": the machine itself has no document.');
    }),
    loadFields: fromPromise<void>(async () => {
      throw new Error('Provide the actor "loadFields": the machine itself has no document.');
    }),
  },
  actions: {
    /** Shows the state that the host asks for, with the current parameters; does nothing if it is shown already. */
    show: (_given, _request: { readonly answers: readonly string[] }) => {
      throw new Error('Provide the action "show": the machine itself has no document.');
    },
    /** Changes the page in place to match the host's current parameters. */
    apply: (_given, _change: ChangedParameters) => {
      throw new Error('Provide the action "apply": the machine itself has no document.');
    },
    noteAsked: assign({
      asked: (_given, { answers }: { readonly answers: readonly string[] | undefined }) => answers,
    }),
    noteWhoWaits: assign({
      isAwaited: ({ context }, { by }: { readonly by: Asker }) =>
        context.isAwaited || by === 'person',
    }),
  },
}).createMachine({
  id: 'frame',
  context: { isAwaited: false, asked: undefined },
  type: 'parallel',
  states: {
    host: {
      initial: 'unknown',
      states: {
        unknown: { on: { 'host.greeted': 'greeted' } },
        greeted: {
          exit: { type: 'noteAsked', params: { answers: undefined } },
          invoke: {
            id: 'conversation',
            src: 'conversation',
            input: ({ event }) => {
              assertEvent(event, 'host.greeted');
              return { port: event.port };
            },
          },
          on: {
            // The latest to greet takes the place of the one before, whose end is closed.
            'host.greeted': { target: 'greeted', reenter: true },
            'host.asked': {
              actions: [
                { type: 'noteAsked', params: ({ event }) => event },
                { type: 'show', params: ({ event }) => event },
              ],
            },
            'host.changed': [
              {
                // The page that was asked for got the earlier parameters on its way.
                guard: ({ context }) => context.asked !== undefined,
                actions: [
                  { type: 'apply', params: ({ event }) => event },
                  { type: 'show', params: ({ context }) => ({ answers: context.asked ?? [] }) },
                ],
              },
              { actions: { type: 'apply', params: ({ event }) => event } },
            ],
            'host.left': 'unknown',
          },
        },
      },
    },
    fields: {
      initial: 'sample',
      states: {
        sample: {
          on: {
            'fields.asked': {
              target: 'loading',
              actions: noteWhoWaits,
            },
          },
        },
        loading: {
          invoke: { id: 'loadFields', src: 'loadFields', onDone: 'open', onError: 'failed' },
          on: {
            'fields.asked': {
              actions: noteWhoWaits,
            },
          },
        },
        failed: {
          on: {
            'fields.asked': {
              target: 'loading',
              actions: noteWhoWaits,
            },
          },
        },
        open: {},
      },
    },
  },
});

export type FrameMachine = typeof frameMachine;

/** What the page tells a person who waits for the fields; nothing while only the host waits. */
export function fieldsProgress({
  context,
  value,
}: SnapshotFrom<FrameMachine>): 'loading' | 'failed' | undefined {
  if (!context.isAwaited) return undefined;
  return value.fields === 'loading' || value.fields === 'failed' ? value.fields : undefined;
}
