/**
 * Returns a text unchanged if it can be in an HTTP header: visible ASCII characters with spaces
 * between them (RFC 9110, section 5.5). A header has no escapes, so anything else must be refused.
 *
 * @throws TypeError for line ends, other control characters, characters outside ASCII, and spaces at an end
 */
export function httpHeaderValue(text: string): string {
  if (!/^(?:[!-~](?:[ -~]*[!-~])?)?$/.test(text)) {
    throw new TypeError(
      'A header value may hold only visible ASCII characters with spaces between them: refuse such a value before.',
    );
  }
  return text;
}
