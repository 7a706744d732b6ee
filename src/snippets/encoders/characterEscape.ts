/** How many languages write the invisible characters that have a letter of their own. */
export const letterEscapes: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

/** Writes a character as `\n`, `\r`, `\t`, `\uXXXX`, or `\UXXXXXXXX` beyond U+FFFF, for languages without surrogate pairs. */
export function codePointEscape(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return (
    letterEscapes[character] ??
    (digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`)
  );
}
