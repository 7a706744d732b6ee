import type { JsonPiece } from './encoders/jsonText.ts';
import type { BodyVariable } from './environment.ts';

/**
 * The pieces of a body as terms of an expression that joins them.
 *
 * @param literal writes a piece of text
 * @param secret writes the call that gives an environment variable as a JSON string
 */
export function bodyTerms(
  body: readonly JsonPiece[],
  literal: (text: string) => string,
  secret: (variable: BodyVariable) => string,
): readonly string[] {
  return body.map((piece) => (typeof piece === 'string' ? literal(piece) : secret(piece.variable)));
}

/** Puts each term on a line of its own. */
export function joinedTerms(
  terms: readonly string[],
  operator: string,
  end: string,
): readonly string[] {
  return terms.map((term, index) => `${term}${index < terms.length - 1 ? ` ${operator}` : end}`);
}
