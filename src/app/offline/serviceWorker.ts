import type { OfflineFiles } from './offlineFiles.ts';
import { siteKeeper } from './siteKeeper.ts';
import { workerMessage } from './workerMessages.ts';
import type { WorkerScope } from './workerScope.ts';

// The service worker: receives the browser's events and passes them to the site's keeper. It is
// built as a classic script; the build writes `offlineFiles` in front of it.
declare const offlineFiles: OfflineFiles;
declare const self: WorkerScope;

/** In milliseconds. */
const patience = 4000;

const keeper = siteKeeper(self.registration.scope, offlineFiles, {
  caches,
  fetch: async (request, init) => fetch(request, init),
  patience: async () =>
    new Promise((resolve) => {
      setTimeout(resolve, patience);
    }),
});

// A new version takes over at once. Open pages of the previous version go on as they are: their
// code stays on the device, and they offer to load the new version.
self.addEventListener('install', (event) => {
  event.waitUntil(keeper.install().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    keeper
      .activate()
      .catch(() => undefined)
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  const message = workerMessage(event.data);
  const [port] = event.ports;
  if (message?.kind === 'keep') {
    event.waitUntil(keeper.keepAll().then((report) => port?.postMessage(report)));
  }
  if (message?.kind === 'forget') {
    event.waitUntil(keeper.forget().finally(() => port?.postMessage('forgotten')));
  }
  if (message?.kind === 'compare') {
    port?.postMessage(keeper.isOfThisVersion(message.addresses));
  }
});

self.addEventListener('fetch', (event) => {
  const response = keeper.answer(event.request, (work) => event.waitUntil(work));
  if (response !== undefined) event.respondWith(response);
});
