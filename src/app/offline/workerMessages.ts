/** What a page asks the service worker for. */
export type WorkerMessage =
  /** To keep everything that is missing on this device, and to report through the port once that is done. */
  | { readonly kind: 'keep' }
  /** To delete what is kept, and to say through the port when that is done. */
  | { readonly kind: 'forget' }
  /** To say, through the port that comes with it, whether a page with these scripts and styles is of its version. */
  | { readonly kind: 'compare'; readonly addresses: readonly string[] };

/** What the service worker reports once it has kept what it could. */
export interface KeptReport {
  /** Whether the whole site is on the device; if not, there was no network, no room, or another version on the host. */
  readonly isComplete: boolean;
  /** Size of the whole site on the device. */
  readonly bytes: number;
}

/**
 * Reads what a worker reports. A previous version's may report nothing: what it kept is then not
 * known.
 */
export function keptReport(data: unknown): KeptReport {
  if (typeof data === 'object' && data !== null && 'isComplete' in data && 'bytes' in data) {
    const { isComplete, bytes } = data;
    if (typeof isComplete === 'boolean' && typeof bytes === 'number') return { isComplete, bytes };
  }
  return { isComplete: false, bytes: 0 };
}

/** Reads a message; a page of this origin may send anything. */
export function workerMessage(data: unknown): WorkerMessage | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  if (data.kind === 'keep' || data.kind === 'forget') return { kind: data.kind };
  if (data.kind !== 'compare' || !('addresses' in data)) return undefined;
  const addresses: unknown = data.addresses;
  return isTexts(addresses) ? { kind: 'compare', addresses } : undefined;
}

/** More scripts and styles than any page of the site has. */
const mostAddresses = 100;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= mostAddresses &&
  // Spread, because a list may have holes.
  [...value].every((each) => typeof each === 'string');
