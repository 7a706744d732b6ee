import type { JsonValue } from './json.ts';

/** A value of a shape (`answerShape.ts`), made up: what a text holds is its member's name. */
export function sampleOf(shape: string): JsonValue {
  return readValue(shape, 0, 'text').value;
}

interface Read {
  readonly value: JsonValue;
  /** Where the shape goes on. */
  readonly end: number;
}

function readValue(shape: string, at: number, name: string): Read {
  switch (shape[at]) {
    case '{':
      return readObject(shape, at + 1);
    case '[': {
      if (shape[at + 1] === ']') return { value: [], end: at + 2 };
      const { value, end } = readValue(shape, at + 1, name);
      return { value: [value], end: end + 1 };
    }
    case '?':
      return { value: true, end: at + 1 };
    case '#':
      return { value: 1, end: at + 1 };
    case '@':
      return { value: '2026-01-12T09:00:00.000Z', end: at + 1 };
    case '=': {
      const text = wordAt(shape, at + 1);
      return { value: text, end: at + 1 + text.length };
    }
    default:
      return { value: `example ${name}`, end: at };
  }
}

function readObject(shape: string, start: number): Read {
  const members: [string, JsonValue][] = [];
  let at = start;
  while (at < shape.length && shape[at] !== '}') {
    const name = wordAt(shape, at);
    const { value, end } = readValue(shape, at + name.length, name);
    members.push([name, value]);
    // A space parts it from the next member; a damaged shape has neither, and ends.
    at = shape[end] === ' ' ? end + 1 : shape[end] === '}' ? end : shape.length;
  }
  return { value: Object.fromEntries(members), end: at + 1 };
}

function wordAt(shape: string, at: number): string {
  return /^[^\s{}[\]=?#@,]*/.exec(shape.slice(at))?.[0] ?? '';
}
