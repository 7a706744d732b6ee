import { hasLoneSurrogate, invisibleCharacterIn } from '../invisibleCharacters.ts';

/**
 * Encodes a JSON text of several lines as a heredoc of Ruby, `<<~'JSON'`, in which nothing has a meaning but
 * its last line. The string ends with a line end, which JSON allows.
 *
 * Source: Ruby documentation, "Literals", section "Here Document Literals".
 *
 * @param json as `jsonText` writes it: nothing invisible in it but its line ends
 * @throws TypeError for a text that the heredoc would change, or that would end it
 */
export function rubyHeredoc(json: string): string {
  const lines = json.split('\n');
  const invisible = lines.some(
    (line) => hasLoneSurrogate(line) || invisibleCharacterIn(line) !== undefined,
  );
  if (invisible || lines.some((line) => line.trim() === 'JSON') || !/^\S/.test(json)) {
    throw new TypeError('Only JSON text can stand in this heredoc: write it with jsonText.');
  }
  return ["<<~'JSON'", ...lines.map((line) => `  ${line}`), 'JSON'].join('\n');
}
