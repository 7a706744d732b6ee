import { escapeInvisible, unicodeEscape } from '../invisibleCharacters.ts';
import type { JsonValue } from '#catalogue/json.ts';

/**
 * Encodes a value as JSON. Invisible characters are written `\uXXXX`, so a reader sees them and half of a
 * surrogate pair survives.
 *
 * @param indent spaces per level; 0 gives one line
 */
export function jsonText(value: JsonValue, indent = 0): string {
  return JSON.stringify(value, null, indent).replaceAll(/[^\n]+/g, (line) =>
    escapeInvisible(line, unicodeEscape),
  );
}
