import type { ExactJson } from '../exactJson.ts';
import { escapeInvisible, unicodeEscape } from '../invisibleCharacters.ts';

/**
 * Writes JSON as text. Invisible characters are written `\uXXXX`, so a reader sees them and half of a surrogate
 * pair survives.
 *
 * @param indent spaces per level; 0 gives one line
 */
export function jsonText(json: ExactJson, indent = 0): string {
  return textAt(json, indent, '');
}

function textAt(json: ExactJson, indent: number, margin: string): string {
  switch (json.kind) {
    case 'string':
      return quoted(json.text);
    case 'number':
      return json.text;
    case 'literal':
      return String(json.value);
    case 'array':
      return bracketed('[', json.items, ']', indent, margin, (item, inner) =>
        textAt(item, indent, inner),
      );
    case 'object':
      return bracketed(
        '{',
        json.members,
        '}',
        indent,
        margin,
        ({ name, value }, inner) =>
          `${quoted(name)}:${indent === 0 ? '' : ' '}${textAt(value, indent, inner)}`,
      );
  }
}

function bracketed<Item>(
  open: string,
  items: readonly Item[],
  close: string,
  indent: number,
  margin: string,
  textOf: (item: Item, margin: string) => string,
): string {
  if (items.length === 0) return `${open}${close}`;
  const inner = margin + ' '.repeat(indent);
  const lineEnd = indent === 0 ? '' : '\n';
  const texts = items.map((item) => `${inner}${textOf(item, inner)}`).join(`,${lineEnd}`);
  return `${open}${lineEnd}${texts}${lineEnd}${margin}${close}`;
}

function quoted(text: string): string {
  return escapeInvisible(JSON.stringify(text), unicodeEscape);
}
