import { createActor, fromPromise } from 'xstate';

import { asksToSaveData, registerWorker } from '#browser/offline.ts';

import { type OfflineContext, offlineMachine } from './offlineMachine.ts';
import type { WorkerMessage } from './workerMessages.ts';

declare global {
  interface ImportMeta {
    /** What Vite puts in its place. */
    readonly env: {
      /** Whether this is the built site. */
      readonly PROD: boolean;
    };
  }
}

// Once the page stands, and only as built: while developing, files change under their names.
if (import.meta.env.PROD && !asksToSaveData()) {
  const { base = '/', kind } = document.querySelector<HTMLElement>('#root')?.dataset ?? {};
  keepOffline(base, (renew) => {
    // Nobody sits at the audience's screen.
    if (kind === 'audience') return;
    import('./newVersionNotice.ts').then(
      ({ offerNewVersion }) => offerNewVersion(renew),
      // Without it the next page that is opened is the new version all the same.
      () => undefined,
    );
  });
}

/** Keeps the site on this device, so that it works without a network. */
function keepOffline(base: string, offer: (renew: () => void) => void): void {
  const page = createActor(
    offlineMachine.provide({
      actors: {
        register: fromPromise(async () => registerWorker(base)),
        compare: fromPromise<boolean, OfflineContext>(async ({ input: { worker } }) => {
          const compare: WorkerMessage = { kind: 'compare', addresses: loadedAddresses() };
          return (await worker?.ask(compare)) !== false;
        }),
      },
      actions: { loadPage: () => location.reload() },
    }),
  );
  page.subscribe((snapshot) => {
    if (snapshot.matches({ kept: 'outdated' })) offer(() => page.send({ type: 'page.renew' }));
  });
  page.start();
}

/** Scripts and styles that the page came with. */
const loadedAddresses = (): readonly string[] => [
  ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
  ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    ({ href }) => href,
  ),
];
