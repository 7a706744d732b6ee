/**
 * A pattern of the specification as a regular expression. Some begin with `(?i)`, as Java writes that capitals do not
 * matter.
 *
 * @throws SyntaxError for a text that is no pattern
 */
export function regularExpression(pattern: string): RegExp {
  return pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'iu') : new RegExp(pattern, 'u');
}
