import { isNode, LineCounter, parseDocument } from 'yaml';

/** A place in an OpenAPI file: the keys that lead to it from the root. */
export type Place = readonly (string | number)[];

/** What is at a place in an OpenAPI file, with its `$ref` resolved. */
export interface Found {
  readonly value: unknown;
  readonly place: Place;
}

/** A file that the importer refuses. The message is one line: the file, line and column, the place, and the reason. */
export class SpecificationError extends Error {
  override readonly name = 'SpecificationError';
}

/** An OpenAPI file that was read, with a way back to its lines. */
export interface OpenApiFile {
  /** The file's name, for messages. */
  readonly name: string;
  readonly root: unknown;
  /** Throws a `SpecificationError` that names the line of the place. */
  refuse(place: Place, reason: string): never;
  /** Follows `$ref`s within the file until there is something else. */
  resolve(value: unknown, place: Place): Found;
}

/**
 * Reads YAML (or JSON, which is YAML).
 *
 * @param name the file's name, for messages
 * @param text the file's content
 * @throws SpecificationError if it is not YAML, or has a key twice
 */
export function readOpenApiFile(name: string, text: string): OpenApiFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new SpecificationError(`${name}:${line}:${col}: ${firstLine(error.message)}`);
  }

  function refuse(place: Place, reason: string): never {
    throw new SpecificationError(
      `${name}${positionOf(place)}: ${place.length === 0 ? '' : `${place.join(' > ')}: `}${reason}`,
    );
  }
  /** The line and column of a place, or of the nearest thing around it that exists. */
  function positionOf(place: Place): string {
    for (let length = place.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(place.slice(0, length), true);
      if (isNode(node) && node.range) {
        const { line, col } = lineCounter.linePos(node.range[0]);
        return `:${line}:${col}`;
      }
    }
    return '';
  }

  let root: unknown;
  try {
    root = document.toJS();
  } catch (unreadable) {
    return refuse([], unreadable instanceof Error ? firstLine(unreadable.message) : 'unreadable');
  }

  function resolve(value: unknown, place: Place): Found {
    const seen = new Set<string>();
    let found: Found = { value, place };
    for (;;) {
      const reference = isRecord(found.value) ? found.value['$ref'] : undefined;
      if (reference === undefined) {
        return found;
      }
      if (typeof reference !== 'string' || !reference.startsWith('#/')) {
        return refuse([...found.place, '$ref'], 'a $ref must point into the same file (#/…)');
      }
      if (seen.has(reference)) {
        return refuse(found.place, `the $ref ${reference} leads back to itself`);
      }
      seen.add(reference);
      const target = reference
        .slice(2)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
      let next: unknown = root;
      for (const key of target) {
        next = isRecord(next) && Object.hasOwn(next, key) ? next[key] : undefined;
      }
      if (next === undefined) {
        return refuse(found.place, `the $ref ${reference} points to nothing`);
      }
      found = { value: next, place: target };
    }
  }

  return { name, root, refuse, resolve };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
