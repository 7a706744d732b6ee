import { deleteCaches } from './fileCaches.ts';
import type { WorkerScope } from './workerScope.ts';

// Switches the service worker off. A host replaces `sw.js` with this file: at the next visit, each
// device deletes what it kept and uses the network again. A host that only removes `sw.js` leaves
// the worker on every device that has it.
declare const self: WorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => {
  event.waitUntil(
    deleteCaches(caches, self.registration.scope)
      .catch(() => undefined)
      .then(() => self.registration.unregister()),
  );
});
