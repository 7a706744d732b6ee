/**
 * Gives a text back when it can stand in an HTTP header as it is: visible ASCII characters, and spaces between
 * them (RFC 9110, section 5.5). There is no escape in a header, so anything else must be refused.
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
