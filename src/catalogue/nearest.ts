import { editDistance } from './editDistance.ts';

/**
 * The name that was probably meant: the one with the fewest wrong letters, if those are at most
 * three and at most a quarter of the name. Case does not matter.
 */
export function nearestOf(text: string, names: Iterable<string>): string | undefined {
  const typed = text.toLowerCase();
  let most = Math.min(3, Math.max(1, Math.floor(typed.length / 4)));
  let nearest: string | undefined;
  for (const name of names) {
    const distance = editDistance(typed, name.toLowerCase(), most);
    if (distance === 0) return name;
    if (distance > most) continue;
    if (nearest !== undefined && distance === most) continue;
    nearest = name;
    most = distance;
  }
  return nearest;
}
