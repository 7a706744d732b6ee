import { assign, fromPromise, setup } from 'xstate';

import type { SearchIndex } from '#search/index/search.ts';

import { notProvided } from '../notProvided.ts';

export type SearchEvent =
  | { readonly type: 'search.open' }
  | { readonly type: 'search.close' }
  /** The index could not be loaded, and a person tries again. */
  | { readonly type: 'index.retry' };

export interface SearchContext {
  /** Undefined until it is loaded; then it stays as long as the page. */
  readonly index: SearchIndex | undefined;
}

/**
 * The search at the top of a page: whether it is open, and its index, which is loaded when it is
 * first opened.
 */
export const searchMachine = setup({
  types: { context: {} as SearchContext, events: {} as SearchEvent },
  actors: {
    /** Loads the index. */
    loadIndex: fromPromise<SearchIndex>(notProvided('loadIndex')),
  },
  guards: { hasIndex: ({ context }) => context.index !== undefined },
}).createMachine({
  id: 'search',
  context: { index: undefined },
  initial: 'closed',
  states: {
    closed: {
      on: { 'search.open': [{ guard: 'hasIndex', target: 'ready' }, { target: 'loading' }] },
    },
    loading: {
      invoke: {
        src: 'loadIndex',
        id: 'loadIndex',
        onDone: {
          target: 'ready',
          actions: assign({ index: ({ event }) => event.output }),
        },
        onError: 'failed',
      },
      on: { 'search.close': 'closed' },
    },
    ready: { on: { 'search.close': 'closed' } },
    failed: { on: { 'index.retry': 'loading', 'search.close': 'closed' } },
  },
});
