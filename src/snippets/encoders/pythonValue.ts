import { indented } from '../codeBlock.ts';
import type { JsonValue } from '#catalogue/json.ts';
import { pythonString } from './pythonString.ts';

/**
 * Encodes a JSON value as the Python value that the module `json` would read from it, in several lines, as the
 * formatter Black lays them out: an item a line, each with a comma.
 *
 * Source: The Python Standard Library, `json`, conversion table of `JSONDecoder`.
 */
export function pythonValue(value: JsonValue): string {
  return linesOf(value).join('\n');
}

function linesOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') {
    return [pythonString(value)];
  }
  if (value === null) {
    return ['None'];
  }
  if (typeof value === 'boolean') {
    return [value ? 'True' : 'False'];
  }
  if (typeof value === 'number') {
    return [JSON.stringify(value)];
  }
  return isList(value)
    ? bracketed('[', value.map(linesOf), ']')
    : bracketed(
        '{',
        Object.entries(value).map(([name, member]) => {
          const [first = '', ...rest] = linesOf(member);
          return [`${pythonString(name)}: ${first}`].concat(rest);
        }),
        '}',
      );
}

function bracketed(
  open: string,
  items: readonly (readonly string[])[],
  close: string,
): readonly string[] {
  if (items.length === 0) {
    return [`${open}${close}`];
  }
  const lines = items.flatMap((item) => [...item.slice(0, -1), `${item.at(-1) ?? ''},`]);
  return [open, ...indented(lines, '    '), close];
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
