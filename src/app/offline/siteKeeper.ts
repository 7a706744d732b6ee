import { cacheName, deleteCaches } from './fileCaches.ts';
import { fits, isAsset, isPage, type KeepingServices, keptFiles } from './keptFiles.ts';
import type { OfflineFiles } from './offlineFiles.ts';
import type { KeptReport } from './workerMessages.ts';

/** What the service worker needs from the browser. */
export interface SiteKeeperServices extends Omit<KeepingServices, 'fetch'> {
  readonly fetch: (
    request: Request | string,
    init?: { readonly cache: RequestCache },
  ) => Promise<Response>;
  /** After this, a page comes from the device, although a network seems to be there. */
  readonly patience: () => Promise<void>;
}

/** The parts of a page's request that the answer depends on. */
export type SiteRequest = Pick<Request, 'method' | 'mode' | 'url'>;

/** What the service worker of a version of the site does, event by event. */
export interface SiteKeeper {
  /**
   * Keeps what every page needs.
   *
   * @throws Error unless all of it could be kept: this version is then tried again at the next
   * visit
   */
  readonly install: () => Promise<void>;
  /** Replaces the previous version. */
  readonly activate: () => Promise<void>;
  /** Keeps everything that is missing, as far as the network, the host and the free space allow. */
  readonly keepAll: () => Promise<KeptReport>;
  /** Deletes everything that is kept; nothing is kept again before the next `keepAll`. */
  readonly forget: () => Promise<void>;
  /**
   * Answers a request.
   *
   * @param later receives the work that goes on after the answer
   * @returns `undefined` if the request is none of its business
   */
  readonly answer: (
    request: SiteRequest & Request,
    later: (work: Promise<unknown>) => void,
  ) => Promise<Response> | undefined;
  /** Whether a page that loaded these addresses is of this version. */
  readonly isOfThisVersion: (addresses: readonly string[]) => boolean;
}

/** How many wrong files it takes to believe that a deploy is under way, or that a network wants a sign-in. */
const mostWrong = 5;

/**
 * Keeps the site on a device, for a person who wants all of it to work without a network. Pages
 * come from the network if it answers, because they change; what never changes comes from the
 * device. Whatever comes from the device has the content that this version of the site was built
 * with: that is checked before a file is kept, and again each time it is read, which costs a
 * millisecond or two and repairs a damaged store. So a sign-in page, a half-finished deploy or an
 * error page is never kept.
 *
 * @param scope address of the site, with a slash at its end
 */
export function siteKeeper(
  scope: string,
  { bytes, core, rest, opened }: OfflineFiles,
  { caches, fetch, patience }: SiteKeeperServices,
): SiteKeeper {
  const files = keptFiles(scope, { caches, fetch });
  const all = [...core, ...rest, ...opened];
  const byPath = new Map(all.map((file) => [file.path, file] as const));
  const keptWhenOpened = new Set(opened.map(({ path }) => path));
  /** The work in progress, which every open page asks for. */
  let keepingAll: Promise<KeptReport> | undefined;
  let forgetting = new AbortController();

  const keepAllOnce = async (): Promise<KeptReport> => {
    const { signal } = forgetting;
    // No network, no room, or another version on the host: the next page that is opened goes on.
    const isComplete = await files.keep([...core, ...rest], mostWrong, signal).then(
      () => true,
      () => false,
    );
    if (!signal.aborted) await files.forgetOldPages([...core, ...rest]).catch(() => undefined);
    keepingAll = undefined;
    return { isComplete, bytes };
  };

  /** Named after its content: what is on the device is as good as the network's. */
  const asset = async (request: Request, path: string): Promise<Response> => {
    const file = byPath.get(path);
    try {
      if (file !== undefined) return (await files.read(file)) ?? (await files.fetchOne(file));
      // It belongs to another version, like a page that is still open.
      const other = await files.readOther(path);
      if (other !== undefined) return other;
      const response = await fetch(request);
      return response.ok && !fits(path, response.headers) ? Response.error() : response;
    } catch {
      return Response.error();
    }
  };

  /** From the network if it answers in time, otherwise from the device. */
  const page = async (
    request: Request,
    path: string,
    later: (work: Promise<unknown>) => void,
  ): Promise<Response> => {
    const online = fetch(request).then(
      // A failing server is as good as none. So is a page in place of another file, except for a
      // person, who may have to sign in to the network.
      (response) =>
        response.status >= 500 ||
        (response.ok && request.mode !== 'navigate' && !fits(path, response.headers))
          ? { trouble: response }
          : response,
      () => ({ trouble: Response.error() }),
    );
    const answered = await Promise.race([online, patience()]);
    if (answered instanceof Response) {
      const file = byPath.get(path);
      if (file !== undefined && keptWhenOpened.has(path) && answered.ok) {
        later(files.keepResponse(file, answered.clone()).catch(() => undefined));
      }
      return answered;
    }
    const kept = await fromDevice(path);
    if (kept !== undefined) return kept;
    const late = await online;
    if (late instanceof Response) return late;
    return late.trouble.status >= 500 ? late.trouble : replacement(path);
  };

  /** In the way that the host finds a file by its address. */
  const fromDevice = async (path: string): Promise<Response | undefined> => {
    const address = path.replace(/(^|\/)index\.html$/, '$1');
    const file = byPath.get(address);
    if (file !== undefined) return (await files.read(file)) ?? files.readOther(address);
    const folder = `${path}/`;
    return byPath.has(folder) ? Response.redirect(scope + folder) : undefined;
  };

  /** The response for anything that is not on the device. */
  const replacement = async (path: string): Promise<Response> => {
    const notFound = byPath.get('404.html');
    if (isPage(path) && !byPath.has(path) && notFound !== undefined) {
      const kept = await files.read(notFound);
      // It replays an address of the guide, and offers a way on from any other.
      if (kept !== undefined)
        return new Response(kept.body, { status: 404, headers: kept.headers });
    }
    return new Response(
      'There is no network, and this file is not kept on your device. Open it again when you are online.\n',
      { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } },
    );
  };

  const pathOf = (address: string): string | undefined => {
    const { origin, pathname } = new URL(address, scope);
    const withoutQuery = origin + pathname;
    return withoutQuery.startsWith(scope) ? withoutQuery.slice(scope.length) : undefined;
  };

  return {
    install: async () => files.keep(core, 1),
    activate: async () => {
      await files.takeOver(all);
      await deleteCaches(caches, scope, cacheName(scope));
    },
    keepAll: async () => {
      keepingAll ??= keepAllOnce();
      return keepingAll;
    },
    forget: async () => {
      forgetting.abort();
      await keepingAll;
      forgetting = new AbortController();
      await deleteCaches(caches, scope);
    },
    answer: (request, later) => {
      const path = pathOf(request.url);
      if (request.method !== 'GET' || path === undefined) return undefined;
      // Files for other people's pages are not handled here.
      if (path.startsWith('embed/') && path !== 'embed/builder/') return undefined;
      return isAsset({ path }) ? asset(request, path) : page(request, path, later);
    },
    isOfThisVersion: (addresses) =>
      addresses
        .map(pathOf)
        .every((path) => path === undefined || !isAsset({ path }) || byPath.has(path)),
  };
}
