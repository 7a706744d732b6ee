import type { OfflineFile, OfflineFiles } from './offlineFiles.ts';

/**
 * Keeps the site on a device, so that all of it works without a network after one visit. Pages come
 * from the network where it answers, since they change; what never changes comes from the device.
 *
 * Built as a classic script; the build writes `offlineFiles` in front of it.
 *
 * @see https://w3c.github.io/ServiceWorker/
 */
declare const offlineFiles: OfflineFiles;

interface WaitingEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: WaitingEvent & { readonly data: unknown }) => void,
  ): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}
declare const self: WorkerScope;

const { scope } = self.registration;
const base = new URL(scope).pathname;
/** Files of the list, each under its address and hash: an unchanged one is not fetched again. */
const cacheName = `okta-api-authorization-guide kept ${base}`;
/** What was opened beside them, Mermaid for example. */
const openedName = `okta-api-authorization-guide opened ${base}`;
/** After this a page comes from the device, though a network seems to be there. */
const patience = 4000;
/** How many files are fetched side by side. */
const lanes = 6;

const all = [...offlineFiles.core, ...offlineFiles.rest];
const byPath = new Map(all.map((file) => [file.path, file] as const));
const keyOf = ({ path, hash }: OfflineFile): string => `${scope}${path}?kept=${hash}`;

self.addEventListener('install', (event) => {
  event.waitUntil(keep(offlineFiles.core).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data !== 'keep the rest') return;
  // Where the network ends midway, the next page that is opened goes on with what is missing.
  event.waitUntil(keep(offlineFiles.rest).catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, href } = new URL(request.url);
  if (request.method !== 'GET' || !href.startsWith(scope)) return;
  const path = pathname.slice(base.length);
  // What stands in other people's pages goes its own way.
  if (path.startsWith('embed/') && path !== 'embed/builder/') return;
  event.respondWith(
    path.startsWith('assets/') ? unchanging(request, path) : changing(request, path),
  );
});

async function keep(files: readonly OfflineFile[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const known = new Set((await cache.keys()).map(({ url }) => url));
  const missing = files.filter((file) => !known.has(keyOf(file))).values();
  const lane = async () => {
    for (const file of missing) {
      const response = await fetch(scope + file.path, { cache: 'no-cache' });
      if (!response.ok && file.path !== '404.html') {
        throw new Error(`${file.path} could not be kept: status ${response.status}.`);
      }
      await cache.put(keyOf(file), response);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function forgetOthers(): Promise<void> {
  const cache = await caches.open(cacheName);
  const wanted = new Set(all.map(keyOf));
  const others = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all([...others.map((key) => cache.delete(key)), caches.delete(openedName)]);
}

async function cached(path: string): Promise<Response | undefined> {
  const file = byPath.get(path) ?? byPath.get(`${path}/`);
  if (file === undefined) return undefined;
  const cache = await caches.open(cacheName);
  return cache.match(keyOf(file));
}

/** Named after its content: what is on the device is as good as the network's. */
async function unchanging(request: Request, path: string): Promise<Response> {
  const opened = await caches.open(openedName);
  const found = (await cached(path)) ?? (await opened.match(request));
  if (found !== undefined) return found;
  const response = await fetch(request);
  if (response.ok) await opened.put(request, response.clone());
  return response;
}

/** From the network where it answers in time, else from the device. */
async function changing(request: Request, path: string): Promise<Response> {
  const online = fetch(request);
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patience);
  });
  try {
    const response = await Promise.race([online, late]);
    // A server in trouble is as good as none.
    if (response !== undefined && response.status < 500) {
      if (response.ok && path.startsWith('mermaid-frame/')) {
        const opened = await caches.open(openedName);
        await opened.put(request, response.clone());
      }
      return response;
    }
  } catch {
    // No network.
  }
  const opened = await caches.open(openedName);
  return (await cached(path)) ?? (await opened.match(request)) ?? (await replacement(online, path));
}

/** For what is not on the device: a state of the guide is replayed by the page for unknown addresses. */
async function replacement(online: Promise<Response>, path: string): Promise<Response> {
  try {
    return await online;
  } catch {
    const isState = path.startsWith('guide/') && !/\.\w+$/.test(path);
    const page = isState ? await cached('404.html') : undefined;
    return (
      page ??
      new Response(
        'There is no network, and this file is not kept on your device. Open it again when you are online.\n',
        { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } },
      )
    );
  }
}
