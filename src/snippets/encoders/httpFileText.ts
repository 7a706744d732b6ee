/**
 * Returns a text unchanged if it can be in the request line, a header or a form body of an `.http`
 * file. There `{{…}}` is a variable, which could put a secret into an address, and a line end ends
 * the header.
 *
 * @throws TypeError for `{{` and for everything but visible ASCII characters and spaces
 */
export function httpFileText(text: string): string {
  if (text.includes('{{') || !/^[ -~]*$/.test(text)) {
    throw new TypeError(
      'A line of an .http file may not hold `{{`, line ends or characters outside ASCII: encode or refuse such a value before.',
    );
  }
  return text;
}

/**
 * Changes JSON so that it can be the body in an `.http` file: a second brace in a row, which only a string can
 * hold, is written as an escape, so that no `{{…}}` in it becomes a variable.
 */
export function httpFileJson(json: string): string {
  return json.replaceAll(/(?<=\{)\{/g, String.raw`\u007b`);
}
