import { accepts } from '#catalogue/accepts.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';

/** An environment variable that gives a script a part of a path. */
export interface PathVariable {
  /** `OKTA_PATH_USERS_USER_ID` for `/api/v1/users/{userId}`. */
  readonly name: string;
  /** As the specification names it: `userId`. */
  readonly parameter: string;
  /** The path in which it stands. */
  readonly path: string;
}

/** A call that can safely be made twice, once with each credential. */
export interface ComparedCall {
  readonly path: string;
  /** The path in pieces: its own text, and variables. */
  readonly pieces: readonly (string | PathVariable)[];
}

/**
 * The operations that a script can compare: those that only read, accept both credentials, and need
 * nothing but the path. An operation that writes would write twice.
 */
export function comparedCalls(operations: readonly CatalogueOperation[]): readonly ComparedCall[] {
  return operations.filter(isCompared).map(({ path }) => ({ path, pieces: piecesOf(path) }));
}

/** Whether a script can compare an operation’s responses. */
export function isCompared(operation: CatalogueOperation): boolean {
  const { apiToken, oauth, userContextOnly } = accepts(operation);
  return (
    operation.method === 'GET' &&
    apiToken &&
    oauth &&
    !userContextOnly &&
    operation.server === undefined &&
    !operation.parameters.some((each) => each.in === 'query' && each.required) &&
    piecesOf(operation.path).every((piece) => typeof piece !== 'string' || isPlain(piece))
  );
}

/** Nothing in it has a meaning to a shell. */
const isPlain = (text: string): boolean => /^[A-Za-z0-9/._~-]+$/.test(text);

const placeholder = /^\{([A-Za-z][A-Za-z0-9]*)\}$/;

function piecesOf(path: string): readonly (string | PathVariable)[] {
  const pieces: (string | PathVariable)[] = [];
  let text = '';
  let before = '';
  for (const segment of path.slice(1).split('/')) {
    const parameter = placeholder.exec(segment)?.[1];
    text += '/';
    if (parameter === undefined) text += segment;
    else {
      pieces.push(text, { name: variableName(before, parameter), parameter, path });
      text = '';
    }
    before = segment;
  }
  return text === '' ? pieces : [...pieces, text];
}

const variableName = (before: string, parameter: string): string =>
  `OKTA_PATH_${before}_${parameter.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')}`
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
