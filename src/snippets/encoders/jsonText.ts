import type { BodyVariable } from '../environment.ts';
import type { ExactJson } from '../exactJson.ts';
import { escapeInvisible, unicodeEscape } from '../invisibleCharacters.ts';

/** A piece of a JSON text: written down, or the JSON string that a program makes of an environment variable. */
export type JsonPiece = string | { readonly variable: BodyVariable };

/**
 * Writes JSON as text. Invisible characters are written `\uXXXX`, so a reader sees them and half of a surrogate
 * pair survives. A secret is shown as its variable, `"$OKTA_BODY_CLIENT_SECRET"`: for what a program sends take
 * {@link jsonPieces}.
 *
 * @param indent spaces per level; 0 gives one line
 */
export function jsonText(json: ExactJson, indent = 0): string {
  return jsonPieces(json, indent)
    .map((piece) => (typeof piece === 'string' ? piece : quoted(`$${piece.variable}`)))
    .join('');
}

/** Writes JSON as text like {@link jsonText}, in pieces: between two pieces of text stands a secret. */
export function jsonPieces(json: ExactJson, indent = 0): readonly JsonPiece[] {
  const pieces: JsonPiece[] = [];
  for (const piece of piecesAt(json, indent, '')) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') {
      pieces[pieces.length - 1] = last + piece;
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}

function piecesAt(json: ExactJson, indent: number, margin: string): readonly JsonPiece[] {
  switch (json.kind) {
    case 'string':
      return [quoted(json.text)];
    case 'number':
      return [json.text];
    case 'literal':
      return [String(json.value)];
    case 'secret':
      return [{ variable: json.variable }];
    case 'array':
      return bracketed('[', json.items, ']', indent, margin, (item, inner) =>
        piecesAt(item, indent, inner),
      );
    case 'object':
      return bracketed('{', json.members, '}', indent, margin, ({ name, value }, inner) => [
        `${quoted(name)}:${indent === 0 ? '' : ' '}`,
        ...piecesAt(value, indent, inner),
      ]);
  }
}

function bracketed<Item>(
  open: string,
  items: readonly Item[],
  close: string,
  indent: number,
  margin: string,
  piecesOf: (item: Item, margin: string) => readonly JsonPiece[],
): readonly JsonPiece[] {
  if (items.length === 0) return [`${open}${close}`];
  const inner = margin + ' '.repeat(indent);
  const lineEnd = indent === 0 ? '' : '\n';
  return [
    `${open}${lineEnd}`,
    ...items.flatMap((item, index) => [
      `${index === 0 ? '' : `,${lineEnd}`}${inner}`,
      ...piecesOf(item, inner),
    ]),
    `${lineEnd}${margin}${close}`,
  ];
}

function quoted(text: string): string {
  return escapeInvisible(JSON.stringify(text), unicodeEscape);
}
