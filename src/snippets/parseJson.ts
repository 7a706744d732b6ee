import type { ExactJson, JsonMember } from './exactJson.ts';
import { escapeInvisible, unicodeEscape } from './invisibleCharacters.ts';
import { secretLike } from './secretLike.ts';

/** The result of reading a JSON text. */
export type ParsedJson =
  | { readonly ok: true; readonly json: ExactJson }
  | {
      readonly ok: false;
      /** What is wrong and what is right, in one or two sentences. It never repeats a secret. */
      readonly problem: string;
      /** Where, both counted from 1. */
      readonly line: number;
      readonly column: number;
    };

/** Deeper JSON is refused, so that no text can exhaust the stack. */
const deepest = 1000;

/**
 * Reads a JSON text (RFC 8259) without losing anything. Like `JSON.parse`, it accepts only JSON.
 * Unlike `JSON.parse`, it keeps every number as it is written, keeps the order of members, and
 * refuses an object that has a name twice.
 */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, json: new Reader(text).whole() };
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    const before = text.slice(0, error.position).split(/\r\n|\n|\r/);
    return {
      ok: false,
      problem: error.message,
      line: before.length,
      column: Array.from(before.at(-1) ?? '').length + 1,
    };
  }
}

/** Stops the reading; `parseJson` turns it into its answer. */
class JsonProblem extends Error {
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** What begins like a number, or like a word, up to its end. */
const scalar = /[-+.\w]+/y;
const plainText = /(?:(?!["\\])[^\p{Cc}]|[\u007f-\u009f])*/uy;
const escape = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const blanks = /[ \t\n\r]*/y;

const literals: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const letters: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): ExactJson {
    this.#match(blanks);
    const json = this.#value(0);
    if (this.#position < this.#text.length) {
      this.#refuse('The JSON ends before this. Remove what comes after it.');
    }
    return json;
  }

  /** Reads a value and the blanks after it. */
  #value(depth: number): ExactJson {
    const next = this.#text[this.#position];
    if (next === '"') return { kind: 'string', text: this.#string() };
    if (next === '[' || next === '{') {
      if (depth >= deepest) {
        this.#refuse(
          `The guide does not read JSON that is nested more than ${deepest} levels deep.`,
        );
      }
      return next === '['
        ? { kind: 'array', items: this.#array(depth) }
        : { kind: 'object', members: this.#object(depth) };
    }
    return this.#scalar();
  }

  #array(depth: number): readonly ExactJson[] {
    const items: ExactJson[] = [];
    this.#open();
    while (!this.#closes(']', items.length, 'array')) {
      items.push(this.#value(depth + 1));
    }
    return items;
  }

  #object(depth: number): readonly JsonMember[] {
    const members: JsonMember[] = [];
    const names = new Set<string>();
    this.#open();
    while (!this.#closes('}', members.length, 'object')) {
      if (this.#text[this.#position] !== '"') {
        this.#refuse('The name of a member is missing here. Put it between `"` and `"`.');
      }
      const start = this.#position;
      const name = this.#string();
      if (names.has(name)) {
        this.#position = start;
        this.#refuse(
          `The object has ${shownName(name)} twice, and only one of the two would count. Remove one.`,
        );
      }
      names.add(name);
      if (this.#text[this.#position] !== ':') {
        this.#refuse('A `:` is missing here, between the name of a member and its value.');
      }
      this.#open();
      members.push({ name, value: this.#value(depth + 1) });
    }
    return members;
  }

  /** Goes past one character and the blanks after it. */
  #open(): void {
    this.#position += 1;
    this.#match(blanks);
  }

  /** Goes past the end of an array or an object, or past the comma before the next item. */
  #closes(end: ']' | '}', already: number, what: 'array' | 'object'): boolean {
    const next = this.#text[this.#position];
    if (next === end) {
      this.#open();
      return true;
    }
    if (already === 0) {
      if (next === undefined)
        this.#refuse(`The text ends within an ${what}: \`${end}\` is missing.`);
      return false;
    }
    if (next !== ',') {
      this.#refuse(
        next === undefined
          ? `The text ends within an ${what}: \`${end}\` is missing.`
          : `A \`,\` or \`${end}\` is missing here, within an ${what}.`,
      );
    }
    const comma = this.#position;
    this.#open();
    if (this.#text[this.#position] === end) {
      this.#position = comma;
      this.#refuse(`There is an extra \`,\` before the \`${end}\`. Remove it.`);
    }
    return false;
  }

  #string(): string {
    this.#position += 1;
    let text = '';
    for (;;) {
      text += this.#match(plainText);
      const next = this.#text[this.#position];
      if (next === '"') {
        this.#open();
        return text;
      }
      if (next === undefined) this.#refuse('The text ends within a string: `"` is missing.');
      if (next !== '\\') {
        this.#refuse(
          'This string contains a line break or another control character. Write it as an escape such as `\\n`.',
        );
      }
      const written = this.#match(escape);
      if (written === '') {
        this.#refuse(
          'JSON has no such escape. Write a backslash as `\\\\` and a quotation mark as `\\"`.',
        );
      }
      const letter = written.charAt(1);
      text +=
        letter === 'u'
          ? String.fromCharCode(Number.parseInt(written.slice(2), 16))
          : (letters[letter] ?? letter);
    }
  }

  #scalar(): ExactJson {
    const start = this.#position;
    const written = this.#match(scalar);
    const end = this.#position;
    this.#position = start;
    if (Object.hasOwn(literals, written)) {
      this.#position = end;
      this.#match(blanks);
      return { kind: 'literal', value: literals[written] ?? null };
    }
    if (written !== '' && this.#match(number) === written) {
      this.#match(blanks);
      return { kind: 'number', text: written };
    }
    this.#position = start;
    if (/^[-+.]?\d/.test(written)) {
      return this.#refuse(
        'This is not a JSON number. Write a number such as `-1.5` or `2e10`, with digits on both sides of the point and no zeros in front.',
      );
    }
    return this.#refuse(
      'A value is missing here: a string between `"` and `"`, a number, `true`, `false`, `null`, an array or an object.',
    );
  }

  /** Goes past what the pattern finds here, and gives it. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#position += found.length;
    return found;
  }

  #refuse(message: string): never {
    throw new JsonProblem(this.#position, message);
  }
}

function shownName(name: string): string {
  return name.length > 60 || secretLike(name) !== undefined
    ? 'a member'
    : `the member \`${escapeInvisible(name, unicodeEscape)}\``;
}
