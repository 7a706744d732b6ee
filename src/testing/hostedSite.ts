import type { FileCache, FileCaches } from '#app/offline/fileCaches.ts';
import {
  contentHash,
  type OfflineFile,
  type OfflineFiles,
  type OfflineTier,
} from '#app/offline/offlineFiles.ts';
import { type SiteKeeper, siteKeeper } from '#app/offline/siteKeeper.ts';

/** Address of the site in these tests. */
export const siteAddress = 'https://host.example/guide-site/';

/** A built site: its files, by their addresses, and the list that its service worker has. */
export interface Version {
  readonly name: string;
  readonly contents: ReadonlyMap<string, string>;
  readonly files: OfflineFiles;
}

/** The script that a page of a version starts with, and the one that it loads when somebody steps on. */
export const scriptsOf = (name: string) =>
  ({ entry: `assets/app-${name}.js`, step: `assets/step-${name}.js` }) as const;

/** Builds a version: pages that change with it, a page and a script that do not. */
export async function builtVersion(name: string): Promise<Version> {
  const { entry, step } = scriptsOf(name);
  const page = (title: string) => `<title>${title} ${name}</title><script src="${entry}"></script>`;
  const tiers: Record<OfflineTier, Readonly<Record<string, string>>> = {
    core: {
      '': page('First question'),
      'workshop/': page('Workshop'),
      'guide.json': `{"version":"${name}"}`,
      [entry]: `start("${name}")`,
      [step]: `step("${name}")`,
      'assets/shared.js': 'shared()',
    },
    rest: {
      '404.html': page('No page'),
      'guide/yes/': page('Result'),
      'about/': '<title>About</title>',
    },
    opened: { 'mermaid-frame/': page('Drawing'), 'assets/mermaid.js': 'draw()' },
  };
  const keptBytes = Object.values({ ...tiers.core, ...tiers.rest }).join('').length;
  const listed = async (tier: OfflineTier): Promise<readonly OfflineFile[]> =>
    Promise.all(
      Object.entries(tiers[tier]).map(async ([path, content]) => ({
        path,
        hash: await contentHash(new TextEncoder().encode(content)),
      })),
    );
  return {
    name,
    contents: new Map(Object.values(tiers).flatMap((tier) => Object.entries(tier))),
    files: {
      bytes: keptBytes,
      core: await listed('core'),
      rest: await listed('rest'),
      opened: await listed('opened'),
    },
  };
}

/** What lies between the device and the host, or what the host does. */
export type Network =
  | 'well'
  /** No network. */
  | 'none'
  /** Every address answers with a page to sign in with. */
  | 'portal'
  /** The same, by a redirect to another host, which scripts may not follow. */
  | 'redirecting portal'
  /** The host fails. */
  | 'failing'
  /** The host answers only after a page's patience has ended. */
  | 'slow';

export const signInPage = '<title>Welcome to the hotel</title>';

/** A host, what is deployed on it, and the network before it. */
export interface Host {
  network: Network;
  /** By address; what half of a deploy has replaced is of another version. */
  files: ReadonlyMap<string, string>;
  /** The version whose service worker stands there. */
  worker: Version;
  /** Whether `404.html` leads to the first page, and every unknown address too. */
  redirects404: boolean;
}

const typeOf = (path: string): string => {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
};

/** A response as a browser has it: with the media type that the address stands for. */
const answerOf = (path: string, content: string, status = 200): Response =>
  new Response(content, { status, headers: { 'content-type': typeOf(path), vary: '*' } });

/** Answers a request as the network and the host do. */
function fetchFrom(host: Host, address: string): Response {
  const path = address.slice(siteAddress.length).replace(/\?.*$/, '');
  if (host.network === 'none' || host.network === 'redirecting portal') {
    throw new TypeError('Failed to fetch');
  }
  if (host.network === 'portal') return answerOf('', signInPage);
  if (host.network === 'failing') return answerOf('', 'Bad gateway', 502);
  const missing = host.redirects404 ? host.files.get('') : undefined;
  if (path === '404.html' && missing !== undefined) return answerOf('', missing);
  const content = host.files.get(path);
  if (content !== undefined) return answerOf(path, content);
  if (missing !== undefined) return answerOf('', missing);
  return answerOf('', host.files.get('404.html') ?? 'Not found', 404);
}

/** What the store of the device does to those who use it. */
export type Storage = 'well' | 'full' | 'blocked';

interface Kept {
  readonly body: ArrayBuffer;
  readonly headers: Headers;
}

/** A device's store, as a browser has it, with the troubles that it may have. */
export class DeviceStore implements FileCaches {
  storage: Storage = 'well';
  readonly #stores = new Map<string, Map<string, Kept>>();

  /** Everything that is kept: store, key and content. */
  entries(): readonly { readonly key: string; readonly content: string }[] {
    return [...this.#stores.values()].flatMap((store) =>
      [...store].map(([key, { body }]) => ({ key, content: new TextDecoder().decode(body) })),
    );
  }

  /** Deletes everything, as a browser does that needs the room. */
  wipe(): void {
    this.#stores.clear();
  }

  /** Changes the content of one of the files that are kept. */
  damage(which: number): void {
    const found = [...this.#stores.values()].flatMap((store) =>
      [...store.keys()].filter((key) => key.includes('?kept=')).map((key) => ({ store, key })),
    );
    const { store, key } = found[which % Math.max(found.length, 1)] ?? {};
    if (store === undefined || key === undefined) return;
    store.set(key, {
      body: new TextEncoder().encode(signInPage).buffer,
      headers: store.get(key)?.headers ?? new Headers(),
    });
  }

  // oxlint-disable-next-line typescript/promise-function-async -- as browsers do, it may throw
  open(name: string): Promise<FileCache> {
    if (this.storage === 'blocked') {
      return Promise.reject(new DOMException('Storage is blocked.', 'SecurityError'));
    }
    const store = this.#stores.get(name) ?? new Map<string, Kept>();
    this.#stores.set(name, store);
    return Promise.resolve({
      match: async (key) => {
        const found = store.get(key);
        return found && new Response(found.body.slice(0), { headers: found.headers });
      },
      put: async (key, response) => {
        if (response.headers.get('vary') === '*') throw new TypeError('Vary header contains *');
        const body = await response.arrayBuffer();
        if (this.storage === 'full') throw new DOMException('No room.', 'QuotaExceededError');
        store.set(key, { body, headers: response.headers });
      },
      delete: async (key) => store.delete(key),
      keys: async () => [...store.keys()].map((url) => ({ url })),
    });
  }

  async keys(): Promise<readonly string[]> {
    if (this.storage === 'blocked') throw new DOMException('Storage is blocked.', 'SecurityError');
    return [...this.#stores.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.#stores.delete(name);
  }
}

/** A page that a person has open. */
export interface OpenPage {
  readonly status: number;
  readonly content: string;
  /** The version whose script it started with; `undefined` where none ran. */
  readonly version: string | undefined;
  /** Whether it offers a new version. */
  offersNewVersion: boolean;
}

/** A browser with this site's service worker, on a device, before a host. */
export class Visitor {
  readonly store = new DeviceStore();
  #active: { readonly version: Version; readonly keeper: SiteKeeper } | undefined;
  readonly #pages: OpenPage[] = [];
  readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  /** The version of the service worker in charge. */
  get active(): Version | undefined {
    return this.#active?.version;
  }

  /** Asks for an address of the site as a page does, or as a person who opens it. */
  async request(path: string, mode: 'navigate' | 'cors' = 'cors'): Promise<Response> {
    const background: Promise<unknown>[] = [];
    const url = siteAddress + path;
    const answer = this.#active?.keeper.answer(requestOf(url, mode), (work) => {
      background.push(work);
    });
    const response = await (answer ?? this.#fetch(url).catch(() => Response.error()));
    await Promise.all(background);
    const { status, headers } = response;
    const location = headers.get('location');
    return status < 300 || status >= 400 || location === null
      ? response
      : this.request(location.slice(siteAddress.length), mode);
  }

  /** Opens a page: loads it, its script, and looks for a new version of the service worker. */
  async visit(path: string): Promise<OpenPage> {
    const response = await this.request(path, 'navigate');
    const content = response.type === 'error' ? '' : await response.text();
    const [, entry] = /<script src="([^"]*)">/.exec(content) ?? [];
    const script = entry === undefined ? undefined : await this.request(entry);
    const [, version] = (script?.ok === true && /start\("(.*)"\)/.exec(await script.text())) || [];
    const page: OpenPage = {
      status: response.status,
      content,
      version,
      offersNewVersion: false,
    };
    this.#pages.push(page);
    if (version !== undefined) await this.#register();
    return page;
  }

  /** Has the open pages look for a new version, as they do when a person comes back to them. */
  async comeBack(): Promise<void> {
    if (this.#active !== undefined) await this.#register();
  }

  /** Has the service worker throw away what it keeps; the pages that are open still have it. */
  async forget(): Promise<void> {
    await this.#active?.keeper.forget();
  }

  /** Loads what a page of a version needs for the next step. */
  async step({ version }: OpenPage): Promise<string | undefined> {
    if (version === undefined) return undefined;
    const response = await this.request(scriptsOf(version).step);
    return response.ok ? response.text() : undefined;
  }

  readonly #fetch = async (request: Request | string): Promise<Response> =>
    fetchFrom(this.host, typeof request === 'string' ? request : request.url);

  /** As `register` and `update` do: a script that differs is installed, and takes charge if it can be. */
  async #register(): Promise<void> {
    const { network, worker } = this.host;
    const isReached = network === 'well' || network === 'slow';
    if (isReached && worker !== this.#active?.version) {
      const keeper = siteKeeper(siteAddress, worker.files, {
        caches: this.store,
        fetch: this.#fetch,
        patience: async () => {
          // What a host sends comes within a few turns; a slow one's after this.
          if (this.host.network !== 'slow') await new Promise(() => undefined);
        },
      });
      const isInstalled = await keeper.install().then(
        () => true,
        () => false,
      );
      if (isInstalled) {
        await keeper.activate().catch(() => undefined);
        this.#active = { version: worker, keeper };
        for (const page of this.#pages) {
          if (page.version === undefined) continue;
          const { entry } = scriptsOf(page.version);
          page.offersNewVersion = !keeper.isOfThisVersion([siteAddress + entry]);
        }
      }
    }
    await this.#active?.keeper.keepAll();
  }
}

/** Node cannot make a request of a navigation. */
function requestOf(url: string, mode: 'navigate' | 'cors'): Request {
  const request = new Request(url);
  Object.defineProperty(request, 'mode', { value: mode });
  return request;
}
