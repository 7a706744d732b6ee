import { escapeInvisible, unicodeEscape } from '../invisibleCharacters.ts';

/**
 * Encodes any text as a JavaScript string literal in single quotes. Invisible characters are written
 * `\uXXXX`, and `</` as `<\/`, so that the literal may also stand in an HTML page's script.
 */
export function javascriptString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('</', String.raw`<\/`)
    .replaceAll('<!--', String.raw`\x3C!--`);
  return `'${escapeInvisible(escaped, unicodeEscape)}'`;
}
