import type { JsonValue } from './json.ts';

/** How deep objects go; people have to read the body. */
const mostLevels = 5;

/**
 * A made-up value of a shape (`answerShape.ts`). Each text contains the name of its member. An
 * object inside itself, or deeper than anybody reads, is empty.
 *
 * @param shapes the shapes that the numbers in the shape refer to
 */
export function sampleOf(shape: string, shapes: readonly string[] = []): JsonValue {
  return readValue({ shape, shapes, around: [], levels: mostLevels }, 0, 'text').value;
}

interface Reading {
  readonly shape: string;
  readonly shapes: readonly string[];
  /** The places of the listed objects that this one is in. */
  readonly around: readonly number[];
  readonly levels: number;
}

interface Read {
  readonly value: JsonValue;
  /** Where the shape goes on. */
  readonly end: number;
}

const samples: ReadonlyMap<string, string> = new Map([
  ['email', 'ada@example.com'],
  ['uri', 'https://example.com/'],
  ['uuid', '123e4567-e89b-42d3-a456-426614174000'],
]);

function readValue(reading: Reading, at: number, name: string): Read {
  const { shape } = reading;
  switch (shape[at]) {
    case '{':
      return readObject(reading, at + 1);
    case '[': {
      if (shape[at + 1] === '!') return { value: [], end: at + 3 };
      const { value, end } = readValue(reading, at + 1, name);
      return { value: [value], end: end + 1 };
    }
    case '~': {
      const place = wordAt(shape, at + 1);
      return { value: listedObject(reading, Number(place)), end: at + 1 + place.length };
    }
    case '?':
      return { value: true, end: at + 1 };
    case '#': {
      const number = wordAt(shape, at + 1);
      return { value: number === '' ? 1 : Number(number) || 0, end: at + 1 + number.length };
    }
    case '@':
      return { value: '2026-01-12T09:00:00.000Z', end: at + 1 };
    case '^': {
      const format = wordAt(shape, at + 1);
      return { value: samples.get(format) ?? `example ${name}`, end: at + 1 + format.length };
    }
    case '=': {
      const text = wordAt(shape, at + 1);
      return { value: decodedWord(text), end: at + 1 + text.length };
    }
    default:
      return { value: `example ${name}`, end: at };
  }
}

function listedObject({ shapes, around, levels }: Reading, place: number): JsonValue {
  const shape = shapes[place];
  if (shape === undefined || levels <= 0 || around.includes(place)) return {};
  return readValue({ shape, shapes, around: [...around, place], levels }, 0, 'text').value;
}

function readObject(reading: Reading, start: number): Read {
  const { shape, levels } = reading;
  const members: [string, JsonValue][] = [];
  let at = start;
  while (at < shape.length && shape[at] !== '}') {
    const name = wordAt(shape, at);
    const within = { ...reading, levels: levels - 1 };
    const { value, end } = readValue(within, at + name.length, decodedWord(name));
    members.push([decodedWord(name), value]);
    // A space separates it from the next member; a damaged shape has neither, and ends.
    at = shape[end] === ' ' ? end + 1 : shape[end] === '}' ? end : shape.length;
  }
  return { value: levels > 0 ? Object.fromEntries(members) : {}, end: at + 1 };
}

function wordAt(shape: string, at: number): string {
  return /^[^\s{}[\]=?#@^~!,]*/.exec(shape.slice(at))?.[0] ?? '';
}

function decodedWord(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
