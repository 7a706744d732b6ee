/** A file that a device keeps, to work without a network. */
export interface OfflineFile {
  /** Address below the base; a page's ends with `/` or is empty. */
  readonly path: string;
  /** Changes with the file's content. */
  readonly hash: string;
}

/** What the service worker keeps: at once, and after that whenever a page is open. */
export interface OfflineFiles {
  /** What every page needs, the questions, and the whole workshop. */
  readonly core: readonly OfflineFile[];
  /** The results, their files, the operations, the requests. */
  readonly rest: readonly OfflineFile[];
}
