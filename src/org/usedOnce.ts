import type { UsedOnce } from './org.ts';

/**
 * Takes a value that is good for one use.
 *
 * @param now milliseconds since the epoch
 * @returns the list with the value in it and without what has run out; undefined when it was used before
 */
export function useOnce(
  used: readonly UsedOnce[],
  value: UsedOnce,
  now: number,
): readonly UsedOnce[] | undefined {
  const remembered = used.filter(({ until }) => until > now);
  return remembered.some(({ id }) => id === value.id) ? undefined : [...remembered, value];
}
