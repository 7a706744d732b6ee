/**
 * How many people have answered, and of how many.
 *
 * @param expected 0 if nobody said
 */
export function answeredWords(answered: number, expected: number): string {
  if (expected > 0) return `${answered} of ${expected} answers`;
  return answered === 1 ? '1 answer so far' : `${answered} answers so far`;
}
