import type { CallsOfProgram, Seen } from './callTally.ts';

/**
 * What several programs call, as if they were one: for a program that was recorded in several ways.
 */
export function together(programs: readonly CallsOfProgram[]): CallsOfProgram {
  return {
    operations: merged(
      programs.flatMap(({ operations }) => operations),
      ({ operation }) => operation.reference,
    ),
    unsettled: merged(
      programs.flatMap(({ unsettled }) => unsettled),
      ({ path, operations }) => `${path} ${operations.map(({ reference }) => reference).join()}`,
    ),
    elsewhere: merged(
      programs.flatMap(({ elsewhere }) => elsewhere),
      ({ shown }) => shown,
    ),
    otherHosts: merged(
      programs.flatMap(({ otherHosts }) => otherHosts),
      ({ host, operations }) => `${host} ${operations.map(({ reference }) => reference).join()}`,
    ),
    unknown: merged(
      programs.flatMap(({ unknown }) => unknown),
      ({ shown }) => shown,
    ),
    leftOut: programs.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

/** Each thing once. Its places are numbers in different recordings, so they are left out. */
function merged<Thing extends { readonly seen: Seen }>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): readonly Thing[] {
  const found = new Map<string, Thing>();
  for (const thing of things) {
    const key = keyOf(thing);
    const count = (found.get(key)?.seen.count ?? 0) + thing.seen.count;
    found.set(key, { ...thing, seen: { count, places: [] } });
  }
  return [...found.values()];
}
