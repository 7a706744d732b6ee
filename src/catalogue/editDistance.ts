/**
 * Counts the letters that are wrong, missing, superfluous or swapped with their neighbour (optimal
 * string alignment: the Damerau–Levenshtein distance in which no part is edited twice).
 *
 * @param most where to stop counting
 * @returns the distance, or `Infinity` if it is more than `most`
 */
export function editDistance(one: string, other: string, most: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let distance = Math.min(
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (isSame ? 0 : 1),
      );
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        distance = Math.min(distance, (beforeLast[column - 2] ?? Infinity) + 1);
      }
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return Infinity;
    beforeLast = last;
    last = current;
  }
  const distance = last[other.length] ?? Infinity;
  return distance > most ? Infinity : distance;
}
