/**
 * How many have answered, of how many.
 *
 * @param expected 0 where nobody said
 */
export function answeredWords(answered: number, expected: number): string {
  if (expected > 0) return `${answered} of ${expected} answers`;
  return answered === 1 ? '1 answer so far' : `${answered} answers so far`;
}
