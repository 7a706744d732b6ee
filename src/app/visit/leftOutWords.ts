import type { LeftOutValue } from '#share/fragment.ts';
import { linkBounds } from '#share/fragmentBounds.ts';

/**
 * The notice about values that a link has no room for; undefined if it has room for all. Fields
 * report their own refused values.
 */
export function leftOutWords(leftOut: readonly LeftOutValue[]): string | undefined {
  const names = leftOut
    .filter(({ because }) => because === 'length')
    .map(({ key }) => nameOf(key))
    .toSorted();
  if (names.length === 0) return undefined;
  const [last = '', ...others] = names.toReversed();
  const list = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
  return `The address of this page and every link that you copy from here leave out ${list}. A link can have up to ${counted(linkBounds.whole)} characters, and a body in it up to ${counted(linkBounds.body)}. This tab keeps what you typed, if your browser allows it. To pass it on, keep the values as a file below.`;
}

function nameOf(key: string): string {
  const [, place, part] = /^(\d+)\.(.*)$/.exec(key) ?? [];
  if (part !== undefined) return `${nameOf(part)} of operation ${place}`;
  if (key === 'body') return 'the body';
  if (key === 'ops') return 'the list of operations';
  const [kind, name = ''] = key.split(/\.(.*)/, 2);
  return kind === 'path' || kind === 'query' ? `\`${name}\` in the ${kind}` : `\`${key}\``;
}

const counted = (count: number): string => count.toLocaleString('en');
