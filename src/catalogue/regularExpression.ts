/**
 * Turns a pattern of the specification into a regular expression. Some patterns begin with `(?i)`,
 * Java's mark for ignoring case.
 *
 * @throws SyntaxError if the text is not a pattern
 */
export function regularExpression(pattern: string): RegExp {
  return pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'iu') : new RegExp(pattern, 'u');
}
