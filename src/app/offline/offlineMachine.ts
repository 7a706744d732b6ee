import { assign, fromCallback, fromPromise, type SnapshotFrom, setup } from 'xstate';

import type { PageWorker } from '#browser/offline.ts';

import { notProvided } from '../notProvided.ts';
import type { KeptReport } from './workerMessages.ts';

export type OfflineEvent =
  /** The person wants the site on this device. */
  | { readonly type: 'site.keep' }
  /** The person wants it off this device. */
  | { readonly type: 'site.forget' }
  /** Another version of the service worker is in charge. */
  | { readonly type: 'version.change' }
  /** The person wants the new version. */
  | { readonly type: 'page.renew' };

export interface OfflineContext {
  /** Absent until it is registered. */
  readonly worker: PageWorker | undefined;
  /** Size of what is kept, in bytes; absent until all of it is. */
  readonly keptBytes: number | undefined;
}

const offline = setup({
  types: { context: {} as OfflineContext, events: {} as OfflineEvent },
  actors: {
    /**
     * Whether to keep the site without being asked: it is kept already, or this page is the
     * workshop's.
     */
    look: fromPromise<boolean>(notProvided('look')),
    register: fromPromise<PageWorker>(notProvided('register')),
    /** Reports when another version takes charge. */
    changes: fromCallback<OfflineEvent, OfflineContext>(({ input, sendBack }) =>
      input.worker?.onChange(() => sendBack({ type: 'version.change' })),
    ),
    /** Makes the version in charge keep what is missing. */
    keep: fromPromise<KeptReport, OfflineContext>(notProvided('keep')),
    /** Deletes what is kept, and unregisters the worker. */
    forget: fromPromise<void, OfflineContext>(notProvided('forget')),
    /** Whether the version in charge is the one that this page belongs to. */
    compare: fromPromise<boolean, OfflineContext>(notProvided('compare')),
  },
  actions: {
    takeWorker: assign((_, worker: PageWorker) => ({ worker })),
    takeReport: assign((_, { bytes }: KeptReport) => ({ keptBytes: bytes })),
    /** Stores the person's choice on the device, so that the workshop respects it too. */
    rememberWish: (_args, _wish: 'keep' | 'forget') => {},
    loadPage: () => {},
  },
  guards: {
    isTrue: (_, answer: boolean) => answer,
    isComplete: (_, report: KeptReport) => report.isComplete,
  },
});

/**
 * A page and the service worker that keeps the site on the device, once a person asks for it. When
 * another version takes charge while the page is open, the page stays as it is, and offers the new
 * version: most often it is the new one already, since pages come from the network.
 */
export const offlineMachine = offline.createMachine({
  id: 'offline',
  context: { worker: undefined, keptBytes: undefined },
  initial: 'looking',
  states: {
    looking: {
      invoke: {
        src: 'look',
        id: 'look',
        onDone: [
          { guard: { type: 'isTrue', params: ({ event }) => event.output }, target: 'registering' },
          { target: 'unasked' },
        ],
        onError: { target: 'unasked' },
      },
      on: { 'site.keep': { target: 'registering' } },
    },
    unasked: { on: { 'site.keep': { target: 'registering' } } },
    registering: {
      invoke: {
        src: 'register',
        id: 'register',
        onDone: {
          target: 'kept',
          actions: { type: 'takeWorker', params: ({ event }) => event.output },
        },
        // The site works without it, but then needs a network.
        onError: { target: 'refused' },
      },
    },
    refused: { on: { 'site.keep': { target: 'registering' } } },
    kept: {
      type: 'parallel',
      entry: { type: 'rememberWish', params: 'keep' },
      invoke: { src: 'changes', id: 'changes', input: ({ context }) => context },
      on: {
        'site.forget': { target: 'forgetting' },
        'version.change': { target: ['.files.keeping', '.version.comparing'] },
      },
      states: {
        files: {
          initial: 'keeping',
          states: {
            keeping: {
              invoke: {
                src: 'keep',
                id: 'keep',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: { type: 'isComplete', params: ({ event }) => event.output },
                    target: 'complete',
                    actions: { type: 'takeReport', params: ({ event }) => event.output },
                  },
                  { target: 'incomplete' },
                ],
                onError: { target: 'incomplete' },
              },
            },
            complete: {},
            incomplete: { on: { 'site.keep': { target: 'keeping' } } },
          },
        },
        version: {
          initial: 'current',
          states: {
            current: {},
            comparing: {
              invoke: {
                src: 'compare',
                id: 'compare',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: { type: 'isTrue', params: ({ event }) => event.output },
                    target: 'current',
                  },
                  { target: 'outdated' },
                ],
                onError: { target: 'current' },
              },
            },
            outdated: { on: { 'page.renew': { actions: 'loadPage' } } },
          },
        },
      },
    },
    forgetting: {
      entry: { type: 'rememberWish', params: 'forget' },
      invoke: {
        src: 'forget',
        id: 'forget',
        input: ({ context }) => context,
        onDone: { target: 'unasked' },
        onError: { target: 'unasked' },
      },
    },
  },
});

export type OfflineSnapshot = SnapshotFrom<typeof offlineMachine>;
