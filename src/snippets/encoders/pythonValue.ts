import { indented } from '../codeBlock.ts';
import { childrenOf, type ExactJson } from '../exactJson.ts';
import { pythonString } from './pythonString.ts';

/**
 * Encodes JSON as the Python value that the module `json` would read from it, in several lines, as the formatter
 * Black lays them out: an item a line, each with a comma.
 *
 * Source: The Python Standard Library, `json`, conversion table of `JSONDecoder`.
 *
 * A secret is a call of `body_secret`, with the name of its environment variable.
 *
 * @throws RangeError for numbers that Python would write differently: ask {@link isExactInPython} first
 */
export function pythonValue(json: ExactJson): string {
  return linesOf(json).join('\n');
}

/**
 * Whether Python's module `json` writes every number of a value as it stands there. It does so for whole numbers, as
 * large as they are, and for decimal ones with no more digits than Python's shortest form of them has.
 *
 * Source: The Python Standard Library, `float.__repr__`: exponents below 10⁻⁴ and from 10¹⁶ on.
 */
export function isExactInPython(json: ExactJson): boolean {
  return json.kind === 'number'
    ? isExactNumber(json.text)
    : childrenOf(json).every(isExactInPython);
}

/** Python reads no longer whole number from a text (`sys.int_info.default_max_str_digits`). */
const mostDigits = 4300;

function isExactNumber(text: string): boolean {
  if (/^-?\d+$/.test(text)) return text !== '-0' && text.length <= mostDigits;
  const size = Math.abs(Number(text));
  const isPlain = /^-?\d+\.\d+$/.test(text) && size >= 1e-4 && size < 1e16;
  // JavaScript's shortest form has the same digits, and lacks only the `.0`.
  return isPlain && [text, text.replace(/\.0$/, '')].includes(String(Number(text)));
}

function linesOf(json: ExactJson): readonly string[] {
  switch (json.kind) {
    case 'string':
      return [pythonString(json.text)];
    case 'number':
      if (!isExactNumber(json.text)) {
        throw new RangeError('Python would send another number: send the JSON as text.');
      }
      return [json.text];
    case 'literal':
      return [json.value === null ? 'None' : json.value ? 'True' : 'False'];
    case 'secret':
      return [`body_secret(${pythonString(json.variable)})`];
    case 'array':
      return bracketed('[', json.items.map(linesOf), ']');
    case 'object':
      return bracketed(
        '{',
        json.members.map(({ name, value }) => {
          const [first = '', ...rest] = linesOf(value);
          return [`${pythonString(name)}: ${first}`].concat(rest);
        }),
        '}',
      );
  }
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
