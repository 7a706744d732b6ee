/** A file that a device keeps, to work without a network. */
export interface OfflineFile {
  /** Address below the base; a page's ends with `/` or is empty. */
  readonly path: string;
  /** Changes with the file's content: see `contentHash`. */
  readonly hash: string;
}

/** What the service worker keeps, and when. */
export interface OfflineFiles {
  /** Size of `core` and `rest` together. */
  readonly bytes: number;
  /** At once: what every page needs, the questions, and the whole workshop. */
  readonly core: readonly OfflineFile[];
  /** After that, whenever a page is open: the results, their files, the operations, the requests. */
  readonly rest: readonly OfflineFile[];
  /** Once it has been opened: Mermaid. */
  readonly opened: readonly OfflineFile[];
}

/** Which of its files a device keeps automatically. */
export type OfflineTier = Exclude<keyof OfflineFiles, 'bytes'>;

/** The hash of a file's content in `OfflineFile`: the first 9 bytes of its SHA-256 in base64url. */
export async function contentHash(content: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', content);
  return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 9)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
