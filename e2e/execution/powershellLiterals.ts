/** Where the string literals of a PowerShell script are. */
export interface PowershellLiterals {
  /** The outermost ones: those within `$(…)` of another are left out. */
  readonly literals: readonly { readonly start: number; readonly end: number }[];
  /** Literals that are not closed in their line, and here-strings, which are not read. */
  readonly errors: readonly { readonly index: number; readonly message: string }[];
}

const singleQuotes = /['\u2018\u2019\u201A\u201B]/;
const doubleQuotes = /["\u201C\u201D\u201E]/;

/**
 * Finds the string literals of a script by the rules of PowerShell's tokenizer (`CharTraits.cs` and
 * `ScanStringLiteral`, `ScanStringExpandable` and `ScanSubExpression` in `tokenizer.cs`): each of ' ‘ ’ ‚ ‛
 * opens and closes a literal, and two of them in a row in one stand for the second; so do " “ ” „ for
 * literals in which a backtick escapes the next character and `$(…)` holds code.
 *
 * A literal that does not end in its line is an error here, though not in PowerShell: the snippets have none,
 * and an unbalanced quote shows itself so before the next quote balances it.
 */
export function powershellLiterals(script: string): PowershellLiterals {
  const literals: { start: number; end: number }[] = [];
  const errors: { index: number; message: string }[] = [];

  /** Reads code from `from` to the parenthesis that closes it, or to the end; gives the index behind it. */
  function code(from: number, outermost: boolean): number {
    let depth = 0;
    let index = from;
    while (index < script.length) {
      const character = script.charAt(index);
      if (/^@['"\u2018-\u201E][^\S\n]*\n/.test(script.slice(index, index + 20))) {
        errors.push({ index, message: 'a here-string, which is not read' });
        return script.length;
      }
      if (isQuote(character)) {
        const end = singleQuotes.test(character) ? verbatim(index) : expandable(index);
        if (outermost) {
          literals.push({ start: index, end });
        }
        index = end;
      } else if (character === '`') {
        index += 2;
      } else if (script.startsWith('<#', index)) {
        index = behind('#>', index);
      } else if (character === '#' && /^$|[\s(){};,|&=]/.test(script.charAt(index - 1))) {
        index = behind('\n', index);
      } else if (script.startsWith('${', index)) {
        index = behind('}', index);
      } else if (character === ')' && depth === 0 && !outermost) {
        return index + 1;
      } else {
        depth += character === '(' ? 1 : character === ')' ? -1 : 0;
        index += 1;
      }
    }
    return index;
  }

  function verbatim(start: number): number {
    for (let index = start + 1; index < script.length; index += 1) {
      const character = script.charAt(index);
      if (character === '\n') {
        return unclosed(start, index);
      }
      if (singleQuotes.test(character)) {
        if (!singleQuotes.test(script.charAt(index + 1))) {
          return index + 1;
        }
        index += 1;
      }
    }
    return unclosed(start, script.length);
  }

  function expandable(start: number): number {
    let index = start + 1;
    while (index < script.length) {
      const character = script.charAt(index);
      if (character === '\n') {
        return unclosed(start, index);
      }
      if (doubleQuotes.test(character)) {
        if (!doubleQuotes.test(script.charAt(index + 1))) {
          return index + 1;
        }
        index += 2;
      } else if (character === '`') {
        index += 2;
      } else if (script.startsWith('$(', index)) {
        index = code(index + 2, false);
      } else if (script.startsWith('${', index)) {
        index = behind('}', index);
      } else {
        index += 1;
      }
    }
    return unclosed(start, script.length);
  }

  function unclosed(start: number, end: number): number {
    errors.push({ index: start, message: 'a literal that its line does not close' });
    return end;
  }

  function behind(text: string, from: number): number {
    const found = script.indexOf(text, from);
    return found === -1 ? script.length : found + text.length;
  }

  code(0, true);
  return { literals, errors };
}

function isQuote(character: string): boolean {
  return singleQuotes.test(character) || doubleQuotes.test(character);
}
