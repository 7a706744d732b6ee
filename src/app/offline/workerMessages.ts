/** What a page asks the service worker for. */
export type WorkerMessage =
  /** To keep everything that is missing on this device. */
  | { readonly kind: 'keep' }
  /** To say, through the port that comes with it, whether a page with these scripts and styles is of its version. */
  | { readonly kind: 'compare'; readonly addresses: readonly string[] };

/** Reads a message; anything may come from a page of this origin. */
export function workerMessage(data: unknown): WorkerMessage | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  if (data.kind === 'keep') return { kind: 'keep' };
  if (data.kind !== 'compare' || !('addresses' in data)) return undefined;
  const addresses: unknown = data.addresses;
  return isTexts(addresses) ? { kind: 'compare', addresses } : undefined;
}

/** More scripts and styles than a page of ours has. */
const mostAddresses = 100;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= mostAddresses &&
  // Spread, since a list may have holes.
  [...value].every((each) => typeof each === 'string');
