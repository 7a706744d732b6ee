import { createActor, fromPromise } from 'xstate';

import { entriesOf, searchIndexPath } from '#search/index/entry.ts';
import { searchIndex } from '#search/index/search.ts';

import { searchDialog } from './searchDialog.ts';
import { searchMachine } from './searchMachine.ts';

let opened: { readonly open: () => void } | undefined;

/** Opens the search of the page, which is made when it is first wanted. */
export function openSearch(): void {
  opened ??= makeSearch(document.querySelector<HTMLElement>('#root')?.dataset['base'] ?? '/');
  opened.open();
}

function makeSearch(base: string): { readonly open: () => void } {
  const search = createActor(
    searchMachine.provide({
      actors: {
        loadIndex: fromPromise(async ({ signal }) => {
          const answer = await fetch(base + searchIndexPath, { signal });
          if (!answer.ok) throw new Error(`The index could not be loaded: ${answer.status}.`);
          return searchIndex(entriesOf(await answer.json()));
        }),
      },
    }),
  );
  const dialog = searchDialog(base, {
    onClose: () => search.send({ type: 'search.close' }),
    onRetry: () => search.send({ type: 'index.retry' }),
  });
  search.subscribe((snapshot) => dialog.show(snapshot));
  search.start();
  return {
    open: () => {
      dialog.open();
      search.send({ type: 'search.open' });
    },
  };
}
