import type { UsedOnce } from './org.ts';

/**
 * Records the use of a value that works only once.
 *
 * @param now milliseconds since the epoch
 * @returns the list with the value and without expired ones; undefined if the value was used before
 */
export function useOnce(
  used: readonly UsedOnce[],
  value: UsedOnce,
  now: number,
): readonly UsedOnce[] | undefined {
  const remembered = used.filter(({ until }) => until > now);
  return remembered.some(({ id }) => id === value.id) ? undefined : [...remembered, value];
}
