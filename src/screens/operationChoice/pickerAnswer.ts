import { findOperations, type OperationIndex } from '#catalogue/find.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import type { OtherInterface } from '#catalogue/pasted/otherInterface.ts';
import { readPasted, type Reading } from '#catalogue/pasted/readPasted.ts';
import { leftOutPart, safeExcerpt } from '#catalogue/pasted/safeExcerpt.ts';

import { namedOperations } from './namedOperations.ts';
import { wordsOfNothing } from './wordsOfNothing.ts';

/** What a query finds, and what is said about it. */
export interface PickerAnswer {
  /** The best first. */
  readonly operations: readonly CatalogueOperation[];
  /** One or two sentences; empty for an empty query. */
  readonly words: string;
  /** What the query names instead of an operation. */
  readonly elsewhere?: OtherInterface;
  /** Whether it is a code of an error. */
  readonly isError?: boolean;
  /** The scopes that may be meant by one that no operation has. */
  readonly nearScopes?: readonly string[];
  /** The operation that the query means and no other; absent where the operations are only near. */
  readonly meant?: CatalogueOperation;
}

/** `GET, PUT and DELETE`. */
const listed = new Intl.ListFormat('en-GB');

/** How many matches the list shows; whoever finds more types on. */
const mostShown = 20;

/** A call, an address, code, or the code of an error, rather than words. */
export const isCallLike = (query: string): boolean =>
  /^(?:GET|POST|PUT|PATCH|DELETE|curl)\s|[/(]|\w\.\w|\bE\d{7}\b|^Invoke-|^\w+_\w+$|^openid\b|^authn$|^(?:resource|data)\s+"/i.test(
    query,
  );

/** Answers what a person types into the field that finds operations. */
export function pickerAnswer(index: OperationIndex, query: string): PickerAnswer {
  if (query === '') return { operations: [], words: '' };
  const named = namedOperations(index.catalogue, query);
  if (named !== undefined && named.length > 1) {
    return {
      operations: named.slice(0, mostShown),
      words: `${named.length} operations are named in full. Press Enter to choose all of them.`,
    };
  }
  const [reading] = isCallLike(query) ? readPasted(index, query) : [];
  switch (reading?.kind) {
    case 'elsewhere':
      return {
        operations: [],
        words: `This is in none of the four specifications: it is ${reading.interface.name}.`,
        elsewhere: reading.interface,
      };
    case 'operation':
      return {
        operations: [reading.operation],
        meant: reading.operation,
        words: ['1 found.', ...reading.corrections].join(' '),
      };
    case 'unknown':
      if (reading.nearScopes.length > 0) return nearScope(reading);
      return /\//.test(query) ? nearPath(index, query, reading.near) : byWords(index, query);
    case 'error':
      return {
        operations: [],
        words: `${reading.shown} is an error code, not an operation.`,
        isError: true,
      };
    case 'scope': {
      const { length } = reading.operations;
      return {
        operations: reading.operations.slice(0, mostShown),
        words: `This scope gives access to ${length} ${length === 1 ? 'operation' : 'operations'}${length > mostShown ? `, of which ${mostShown} are shown` : ''}.`,
      };
    }
    case 'path':
      return reading.missingMethod === undefined
        ? {
            operations: reading.operations,
            words: [
              reading.operations.length === 1
                ? '1 operation has exactly this path.'
                : `${reading.operations.length} operations have exactly this path.`,
              ...reading.corrections,
            ].join(' '),
          }
        : {
            operations: reading.operations,
            words: `This path has ${listed.format(reading.operations.map(({ method }) => method))}, but not ${reading.missingMethod}.`,
          };
    default:
      return byWords(index, query);
  }
}

/** A scope that no operation has: scopes near it are named, and no operation is. */
const nearScope = ({ shown, nearScopes }: Extract<Reading, { kind: 'unknown' }>): PickerAnswer => ({
  operations: [],
  words: `No operation has the scope “${shown}”. Similar: ${nearScopes.join(', ')}.`,
  nearScopes,
});

/** Operations whose path begins with what was typed, or differs from it by a few letters. */
function nearPath(
  index: OperationIndex,
  query: string,
  near: readonly CatalogueOperation[],
): PickerAnswer {
  const [typed = ''] = /\/[^\s"'?#]*/.exec(query.replace(/https?:\/\/[^/\s]*/, '')) ?? [];
  const beginning = findOperations(index, query, { limit: mostShown }).operations.filter(
    ({ path }) => typed.length > 1 && path.toLowerCase().startsWith(typed.toLowerCase()),
  );
  const operations = [...new Set([...near, ...beginning])];
  return {
    operations,
    words:
      operations.length === 0
        ? 'No operation of the four specifications has this path.'
        : `No operation has exactly this path; ${operations.length} ${operations.length === 1 ? 'is' : 'are'} similar.`,
  };
}

function byWords(index: OperationIndex, query: string): PickerAnswer {
  const { operations, total, unmatched } = findOperations(index, query, { limit: mostShown });
  const strange = wordsOfNothing(index, query);
  return {
    operations,
    words: foundWords(query, total, strange.length === 0 ? unmatched : strange),
  };
}

function foundWords(query: string, total: number, unmatched: readonly string[]): string {
  // A part that may be a secret is not repeated.
  const isRepeated = !safeExcerpt(query).includes(leftOutPart);
  if (total === 0) {
    return isRepeated ? `No operation is called “${query}”.` : 'No operation has this name.';
  }
  const words = unmatched.map((word) => `“${word}”`).join(' or ');
  const come = total === 1 ? 'is' : 'are';
  const found =
    unmatched.length === 0
      ? `${total} found`
      : `${isRepeated ? `Nothing is called ${words}` : 'Part of this matches no name'}; ${total} ${come} similar`;
  return total > mostShown ? `${found}, the best ${mostShown} shown.` : `${found}.`;
}
