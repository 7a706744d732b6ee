const mostCharacters = 60;

/** A damaged address may contain anything: control characters are shown by their code, length is cut. */
export function shortened(text: string): string {
  const visible = text.replaceAll(
    /[\p{Cc}\p{Cf}]/gu,
    (character) => `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  );
  return visible.length > mostCharacters ? `${visible.slice(0, mostCharacters)}…` : visible;
}
