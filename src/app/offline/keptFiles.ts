import { cacheName, type FileCache, type FileCaches } from './fileCaches.ts';
import { contentHash, type OfflineFile } from './offlineFiles.ts';

/** What files are kept with. */
export interface KeepingServices {
  readonly caches: FileCaches;
  readonly fetch: (address: string, init: { readonly cache: RequestCache }) => Promise<Response>;
}

/** The host sends something other than the file: an older or a newer one, or its own page. */
export class WrongContentError extends Error {
  override readonly name = 'WrongContentError';
}

/** Files on this device. A file is kept, and returned, only if its content has its hash. */
export interface KeptFiles {
  /** The file with exactly this content, if the device has it. A damaged one is deleted. */
  readonly read: (file: OfflineFile) => Promise<Response | undefined>;
  /** The file at this address as another version of the site had it. */
  readonly readOther: (path: string) => Promise<Response | undefined>;
  /**
   * Fetches a file and keeps it, if there is room and the person has not deleted everything; the
   * file is returned in any case.
   *
   * @throws WrongContentError
   * @throws TypeError without a network
   */
  readonly fetchOne: (file: OfflineFile) => Promise<Response>;
  /**
   * Fetches and keeps those of these files that are missing.
   *
   * @param patience after how many wrong contents it gives up
   * @param stop ends the work
   * @throws WrongContentError if there were some
   * @throws TypeError without a network
   * @throws DOMException without room, or if it was stopped
   */
  readonly keep: (
    files: readonly OfflineFile[],
    patience: number,
    stop?: AbortSignal,
  ) => Promise<void>;
  /** Keeps a response that is already there, if it is this file. */
  readonly keepResponse: (file: OfflineFile, response: Response) => Promise<void>;
  /**
   * Makes the version with these files take over. The assets of the previous version stay, for its
   * pages that are open; so do its pages, until `forgetOldPages`.
   */
  readonly takeOver: (files: readonly OfflineFile[]) => Promise<void>;
  /** Deletes pages of previous versions, unless this one still lacks its own. */
  readonly forgetOldPages: (files: readonly OfflineFile[]) => Promise<void>;
}

/** How many files are fetched side by side. */
const lanes = 6;

/** @param scope address of the site, with a slash at its end */
export function keptFiles(scope: string, { caches, fetch }: KeepingServices): KeptFiles {
  const keyOf = ({ path, hash }: OfflineFile) => `${scope}${path}?kept=${hash}`;
  /** Which assets the version that took over last has. */
  const assetsKey = `${scope}?assets`;
  const open = async () => caches.open(cacheName(scope));
  /** A store that was deleted stays deleted until everything is to be kept again. */
  const openIfThere = async () =>
    (await caches.keys()).includes(cacheName(scope)) ? open() : undefined;

  /** What this key of the store means; nothing for our own notes. */
  const fileAt = (key: string): OfflineFile | undefined => {
    const { href, searchParams } = new URL(key);
    const hash = searchParams.get('kept');
    return hash === null
      ? undefined
      : { path: href.slice(scope.length).replace(/\?.*$/, ''), hash };
  };
  const filesIn = async (cache: FileCache) =>
    (await cache.keys()).flatMap(({ url }) => fileAt(url) ?? []);
  const keysOf = (files: readonly OfflineFile[]) => new Set(files.map(keyOf));

  const readFrom = async (cache: FileCache, file: OfflineFile) => {
    const found = await cache.match(keyOf(file));
    const sound = found && (await verified(file, found));
    if (found !== undefined && sound === undefined) await cache.delete(keyOf(file));
    return sound;
  };

  const fetched = async (file: OfflineFile): Promise<Response> => {
    // The browser's own copy is as good, if it is right; otherwise, bypass every cache in between.
    for (const cache of ['default', 'reload'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- the second is for where the first was wrong
      const sound = await verified(file, await fetch(scope + file.path, { cache }));
      if (sound !== undefined) return sound;
    }
    throw new WrongContentError(
      `${file.path} does not have the content that this version of the site expects.`,
    );
  };

  return {
    // Without storage, a device keeps nothing: that is no reason to fail.
    read: async (file) =>
      openIfThere().then(async (cache) => cache && readFrom(cache, file), nothing),
    readOther: async (path) => {
      try {
        const cache = await openIfThere();
        if (cache === undefined) return undefined;
        for (const file of await filesIn(cache)) {
          if (file.path !== path) continue;
          // oxlint-disable-next-line no-await-in-loop -- rarely more than one
          const sound = await readFrom(cache, file);
          if (sound !== undefined) return sound;
        }
      } catch {
        // The same.
      }
      return undefined;
    },
    fetchOne: async (file) => {
      const response = await fetched(file);
      const copy = response.clone();
      await openIfThere()
        .then(async (cache) => cache?.put(keyOf(file), copy))
        .catch(nothing);
      return response;
    },
    keep: async (files, patience, stop) => {
      const cache = await open();
      const known = keysOf(await filesIn(cache));
      const missing = files.filter((file) => !known.has(keyOf(file))).values();
      const wrong: WrongContentError[] = [];
      let isGivenUp = false;
      const lane = async () => {
        for (const file of missing) {
          if (isGivenUp) return;
          stop?.throwIfAborted();
          try {
            // oxlint-disable-next-line no-await-in-loop -- as many at a time as there are lanes
            await cache.put(keyOf(file), await fetched(file));
          } catch (error) {
            if (error instanceof WrongContentError) wrong.push(error);
            isGivenUp = !(error instanceof WrongContentError) || wrong.length >= patience;
            if (isGivenUp) throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const [first] = wrong;
      if (first !== undefined) throw first;
    },
    keepResponse: async (file, response) => {
      const sound = await verified(file, response);
      if (sound !== undefined) await (await openIfThere())?.put(keyOf(file), sound);
    },
    takeOver: async (files) => {
      const cache = await open();
      const before = new Set((await (await cache.match(assetsKey))?.text())?.split(' '));
      const wanted = keysOf(files);
      for (const file of await filesIn(cache)) {
        const isKept = wanted.has(keyOf(file)) || !isAsset(file) || before.has(file.path);
        // oxlint-disable-next-line no-await-in-loop -- few, and nobody waits
        if (!isKept) await cache.delete(keyOf(file));
      }
      const assets = files.filter(isAsset).map(({ path }) => path);
      await cache.put(assetsKey, new Response(assets.join(' ')));
    },
    forgetOldPages: async (files) => {
      const cache = await open();
      const present = await filesIn(cache);
      const [wanted, kept] = [keysOf(files), keysOf(present)];
      const awaited = new Set(
        files.filter((file) => !kept.has(keyOf(file))).map(({ path }) => path),
      );
      for (const file of present) {
        const isNeeded = isAsset(file) || wanted.has(keyOf(file)) || awaited.has(file.path);
        // oxlint-disable-next-line no-await-in-loop -- the same
        if (!isNeeded) await cache.delete(keyOf(file));
      }
    },
  };
}

const nothing = (): undefined => undefined;

/**
 * The build names it after its content, so that no two versions have it with different contents.
 */
export const isAsset = ({ path }: Pick<OfflineFile, 'path'>): boolean => path.startsWith('assets/');

/** Headers that belong to the transport, or that a store cannot keep. */
const transportHeaders = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

/**
 * The response as this device keeps it, if its content is the file's. It is always a new one: a
 * redirected response may not answer a navigation, and some hosts send their 404 page with 404.
 */
async function verified(file: OfflineFile, response: Response): Promise<Response | undefined> {
  const headers = new Headers(response.headers);
  if (!fits(file.path, headers)) return undefined;
  const content = await response.arrayBuffer();
  if ((await contentHash(content)) !== file.hash) return undefined;
  for (const name of transportHeaders) headers.delete(name);
  return new Response(content, { headers });
}

/**
 * Whether a response of this media type can be the file: a script must be one, and only a page may
 * be HTML.
 */
export function fits(path: string, headers: Headers): boolean {
  const type = headers.get('content-type') ?? '';
  if (path.endsWith('.js')) return /javascript/i.test(type);
  if (path.endsWith('.css')) return /^text\/css/i.test(type);
  return isPage(path) || !/html/i.test(type);
}

/** Whether an address has the form of a page's. */
export const isPage = (path: string): boolean =>
  path.endsWith('.html') || !(path.split('/').at(-1) ?? '').includes('.');
