import { withPauses } from '#browser/slices.ts';

import { type CardRecord, checkingCards } from './cardRecord.ts';

/** The key under which cards are in a fragment. */
const key = 'cards';

/** How much a link may expand to, in bytes: far more than the most cards need. */
const mostBytes = 400_000;

/** Some chat programs cut links that are longer; browsers accept more. */
export const longLink = 2000;

/** Writes cards as the value of a fragment: their JSON, compressed (RFC 1951), in base64url. */
export async function cardsValue(records: readonly CardRecord[]): Promise<string> {
  const compressed = new Blob([JSON.stringify({ cards: records })])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(compressed).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Writes the fragment of a link to cards, with its `#`. */
export async function cardsFragment(records: readonly CardRecord[]): Promise<string> {
  return `#${key}=${await cardsValue(records)}`;
}

/** The cards of a link, or why there are none. */
export type LinkedCards =
  | { readonly records: readonly CardRecord[]; readonly value: string }
  | { readonly problem: string };

/** Reads the cards of a fragment; undefined for a fragment that names none. */
export async function cardsOfFragment(fragment: string): Promise<LinkedCards | undefined> {
  const value = new URLSearchParams(fragment.replace(/^#/, '')).get(key);
  if (value === null) return undefined;
  let data: unknown;
  try {
    // The expanded text is longer than the compressed one.
    if (value.length > mostBytes) throw new RangeError('The link is too long.');
    data = JSON.parse(await unfolded(value));
  } catch (error) {
    return {
      problem:
        error instanceof RangeError
          ? 'The link contains more than a set of cards can. Ask for the file instead.'
          : 'The link to the cards is damaged or cut short. Copy all of it, or ask for the file.',
    };
  }
  const { records, problems } = await withPauses(checkingCards(data));
  const [first] = problems;
  return first === undefined
    ? { records, value }
    : { problem: `The cards in the link cannot be used: ${first.text}` };
}

async function unfolded(value: string): Promise<string> {
  const bytes = Uint8Array.from(
    atob(value.replaceAll('-', '+').replaceAll('_', '/')),
    (character) => character.charCodeAt(0),
  );
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value: part } = await reader.read();
    if (done) break;
    size += part.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new RangeError('The link expands to too much data.');
    }
    parts.push(part);
  }
  return new Blob(parts).text();
}
