/**
 * Writes a text of one line so that Markdown shows its letters as they are. Parts between backticks
 * stay code, as in the guide's content; line breaks become spaces.
 */
export function prose(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapedText(part)))
    .join('')
    .replace(blockStart, '$1\\$2');
}

/** Writes a text as code within a line, whatever backticks it contains. */
export function codeSpan(text: string): string {
  const content = oneLine(text);
  if (content === '') return '';
  const fence = '`'.repeat(longestRun(content, '`') + 1);
  const padding = /^`|`$|^ .* $/.test(content) ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** Writes a block of text of another language, in a fence that nothing in the text can close. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${fence}${language}\n${text.replace(/\r\n?/g, '\n').replace(/\n*$/, '')}\n${fence}`;
}

/**
 * Writes a link.
 *
 * @param address absolute (`http`, `https`) or relative; anything else, such as `javascript:`, is
 *   not linked and only its text is written
 */
export function link(text: string, address: string): string {
  const label = prose(text);
  const scheme = /^\s*([^/?#]*):/.exec(address)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return label;
  const target = address.replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
    /[\s\u0000-\u001f<>\\\u007f-\u009f]/g,
    (character) => encodeURIComponent(character),
  );
  return target === '' ? label : `[${label}](<${target}>)`;
}

/** Encodes a text for an attribute in double quotes, or for content, of HTML. */
export function htmlAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Writes a string for YAML: a double-quoted JSON string, which YAML reads as the same text. */
export function yamlString(text: string): string {
  // YAML takes these three for line breaks, JSON does not escape them.
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029\u007f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What starts a heading, a list, a quotation, a rule or a setext underline at the start of a line. */
const blockStart = /^(\d*)([#>+=.)-])/;

/** Writes a piece of a line so that Markdown shows its letters as they are. */
export function escapedText(text: string): string {
  // Within a word, an underscore means nothing to Markdown.
  return text.replace(/[\\`*[\]<|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
