import type { DecodedFragment } from './fragment.ts';

/** A line that says what became of a link's values, in the guide's words. */
export interface RefusedLine {
  /** The part of the link that it is about; absent if it is about several. */
  readonly key?: string;
  readonly reason: string;
}

/** Nobody fixes a link with more faults than these one by one. */
const mostLines = 8;

/**
 * Says in a few lines what was not taken from a link. It repeats none of the link's words, because
 * whoever made the link chose them. It names only a few faults: a thousand would say no more than
 * ten.
 */
export function refusedLines({
  refused,
  unknownKeys,
}: Pick<DecodedFragment, 'refused' | 'unknownKeys'>): readonly RefusedLine[] {
  const lines = new Map<string, RefusedLine>();
  for (const { key, reason } of refused) {
    const shown = partOf(key);
    lines.set(`${shown} ${reason}`, { key: shown, reason });
  }
  const told = [...lines.values()].slice(0, mostLines);
  const more = lines.size - told.length;
  return [
    ...told,
    ...(more > 0
      ? [{ reason: `${counted(more, 'more value was', 'more values were')} refused.` }]
      : []),
    ...(unknownKeys.length > 0
      ? [
          {
            reason: `The guide does not know ${counted(unknownKeys.length, 'value', 'values')} in this link, so ${unknownKeys.length === 1 ? 'it was' : 'they were'} left out.`,
          },
        ]
      : []),
  ];
}

const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

const ownKeys = /^(?:v|body|client|key|kid|lang|ops|org|request|variant)$/;

/** The key itself where it is the guide's own; of a parameter its kind, and of anything else nothing. */
function partOf(key: string): string {
  const part = key.replace(/^\d{1,3}\.(?=path\.|query\.|body$)/, '');
  return ownKeys.test(part) ? part : (/^(?:path|query)(?=\.)/.exec(part)?.[0] ?? '…');
}
