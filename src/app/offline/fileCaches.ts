/** A store of responses on the device: the part of `Cache` that the service worker uses. */
export interface FileCache {
  readonly match: (key: string) => Promise<Response | undefined>;
  readonly put: (key: string, response: Response) => Promise<void>;
  readonly delete: (key: string) => Promise<boolean>;
  readonly keys: () => Promise<readonly { readonly url: string }[]>;
}

/** The stores of this origin: the part of `CacheStorage` that the service worker uses. */
export interface FileCaches {
  readonly open: (name: string) => Promise<FileCache>;
  readonly keys: () => Promise<readonly string[]>;
  readonly delete: (name: string) => Promise<boolean>;
}

const ours = 'okta-api-authorization-guide ';

/**
 * Name of the store of a site. Other copies of the site may be on the same origin, below another
 * base.
 *
 * @param scope address of the site
 */
export const cacheName = (scope: string): string =>
  `${ours}kept by hash ${new URL(scope).pathname}`;

/**
 * Deletes what a site keeps on the device.
 *
 * @param spared name of the store that stays; the others are of earlier kinds
 */
export async function deleteCaches(
  caches: FileCaches,
  scope: string,
  spared?: string,
): Promise<void> {
  const base = ` ${new URL(scope).pathname}`;
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(ours) && name.endsWith(base) && name !== spared)
      .map(async (name) => caches.delete(name)),
  );
}
