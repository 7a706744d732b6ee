import { invisibleCharacterIn } from './invisibleCharacters.ts';
import { accepted, type Parsed, refused } from './parsed.ts';

/** The HTTP methods of Okta's management APIs. */
export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type HttpMethod = (typeof httpMethods)[number];

/** A call of Okta's API, without its values. */
export interface Operation {
  readonly method: HttpMethod;
  /** Starts with `/`; a `{name}` stands for a path parameter and fills its segment. */
  readonly path: string;
  /** Stands before the org's domain where the operation is called at another host: `drapp` (fact F19). */
  readonly hostPrefix?: string;
}

/** A name and its value in the query string; a name may occur several times. */
export interface QueryParameter {
  readonly name: string;
  readonly value: string;
}

const placeholder = /^\{([A-Za-z][A-Za-z0-9_]*)\}$/;

/** Reads an operation from its method and its path template. */
export function parseMethodAndPath(method: string, path: string): Parsed<Operation> {
  const known = httpMethods.find((candidate) => candidate === method.toUpperCase());
  if (known === undefined) {
    return refused(`Okta's APIs do not use this method. Use one of ${httpMethods.join(', ')}.`);
  }
  const reason = reasonAgainstPath(path);
  return reason === undefined
    ? accepted(
        { method: known, path },
        known === method ? [] : ['The method was written in capitals.'],
      )
    : refused(reason);
}

function reasonAgainstPath(path: string): string | undefined {
  if (!path.startsWith('/')) {
    return 'The path does not start with `/`, so it could change the host that the request goes to. Enter only the path, for example `/api/v1/groups`.';
  }
  if (path.startsWith('//') || path.includes('\\')) {
    return 'The path starts with `//` or contains a backslash, which programs may read as another host. Enter a path such as `/api/v1/groups`.';
  }
  if (/[?#]/.test(path)) {
    return 'The path contains a query or a fragment. Take it out of the path, and enter the query parameters separately.';
  }
  if (invisibleCharacterIn(path) !== undefined) {
    return `The path contains the invisible character ${invisibleCharacterIn(path)}. Type the path by hand.`;
  }
  const segments = path.slice(1).split('/');
  if (segments.some((segment) => segment === '.' || segment === '..' || /%2e/i.test(segment))) {
    return 'The path contains a segment of dots, which clients remove together with the segment before it. Write the path without it.';
  }
  if (segments.slice(0, -1).includes('')) {
    return 'The path contains an empty segment (`//`). Write one slash between two segments.';
  }
  const malformed = segments.find(
    (segment) =>
      segment !== '' && !placeholder.test(segment) && !/^[A-Za-z0-9._~-]+$/.test(segment),
  );
  return malformed === undefined
    ? undefined
    : 'The path contains a segment that is neither plain (letters, digits, `.`, `_`, `~`, `-`) nor a whole placeholder such as `{userId}`. Put the value into a path parameter: the guide encodes it.';
}

/** Says why a value cannot be part of the path; undefined if it can. */
export function reasonAgainstPathParameter(value: string): string | undefined {
  if (value === '') {
    return 'is empty, so the path would name a different resource. Enter the ID.';
  }
  const decoded = value.replaceAll(/%(?:25)*2e/gi, '.');
  return decoded === '.' || decoded === '..'
    ? 'is `.` or `..`, which clients remove from the path together with the segment before it. Enter the ID itself.'
    : undefined;
}
