import { assign, fromCallback, fromPromise, setup } from 'xstate';

import type { PageWorker } from '#browser/offline.ts';

import { notProvided } from '../notProvided.ts';
import type { WorkerMessage } from './workerMessages.ts';

export type OfflineEvent =
  /** Another version of the service worker is in charge. */
  | { readonly type: 'version.change' }
  /** The person wants the new version. */
  | { readonly type: 'page.renew' };

export interface OfflineContext {
  /** Absent until it is registered. */
  readonly worker: PageWorker | undefined;
}

const keep: WorkerMessage = { kind: 'keep' };

const offline = setup({
  types: { context: {} as OfflineContext, events: {} as OfflineEvent },
  actors: {
    register: fromPromise<PageWorker>(notProvided('register')),
    /** Tells when another version takes charge. */
    changes: fromCallback<OfflineEvent, OfflineContext>(({ input, sendBack }) =>
      input.worker?.onChange(() => sendBack({ type: 'version.change' })),
    ),
    /** Whether the version in charge is the one that this page belongs to. */
    compare: fromPromise<boolean, OfflineContext>(notProvided('compare')),
  },
  actions: {
    takeWorker: assign((_, worker: PageWorker) => ({ worker })),
    /** Has the version in charge keep what is missing on the device. */
    keepFiles: ({ context }) => context.worker?.tell(keep),
    loadPage: () => {},
  },
  guards: { isSame: (_, answer: boolean) => answer },
});

/**
 * A page and the service worker that keeps the site on the device. When another version takes charge
 * while the page is open, the page stays as it is, and offers the new version: most often it is the
 * new one already, since pages come from the network.
 */
export const offlineMachine = offline.createMachine({
  id: 'offline',
  context: { worker: undefined },
  initial: 'registering',
  states: {
    registering: {
      invoke: {
        src: 'register',
        id: 'register',
        onDone: {
          target: 'kept',
          actions: { type: 'takeWorker', params: ({ event }) => event.output },
        },
        // The site works without; only a network is then needed.
        onError: { target: 'without' },
      },
    },
    without: {},
    kept: {
      entry: 'keepFiles',
      invoke: { src: 'changes', id: 'changes', input: ({ context }) => context },
      initial: 'current',
      on: { 'version.change': { target: '.comparing', actions: 'keepFiles' } },
      states: {
        current: {},
        comparing: {
          invoke: {
            src: 'compare',
            id: 'compare',
            input: ({ context }) => context,
            onDone: [
              {
                guard: { type: 'isSame', params: ({ event }) => event.output },
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
});
