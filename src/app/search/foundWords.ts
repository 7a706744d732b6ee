/** Says how much was found. */
export function foundWords(total: number, shown: number): string {
  if (total === 0) return 'Nothing found. Try fewer words, or paste the text of the error.';
  if (total === 1) return '1 result.';
  return shown < total ? `${total} results, the first ${shown} shown.` : `${total} results.`;
}

/** The words for a path that is in none of Okta's specifications. */
export const unknownPathWords =
  'No operation in Okta’s four OpenAPI specifications has this path, so the guide cannot say what it accepts.';
