/** The place of the first line in which two texts differ, counted from 0; undefined if none does. */
export function firstChangedLine(before: string, after: string): number | undefined {
  const earlier = before.split('\n');
  const later = after.split('\n');
  const changed = later.findIndex((line, place) => line !== earlier[place]);
  if (changed !== -1) return changed;
  return later.length < earlier.length ? later.length - 1 : undefined;
}
