import { parseReferences } from '#catalogue/references.ts';

/** What a person's list of operations contains. */
export interface PastedReferences {
  /** What can be an operation's id, known or not; each once, in their order. */
  readonly references: readonly string[];
  /** What cannot: it would not fit into a link. */
  readonly leftOut: readonly string[];
}

/** The longest text that is looked through for operations or scopes, in characters. */
export const longestPaste = 50_000;

/** The most operations that a pasted list chooses: there are no more in the specification. */
export const mostPasted = 1000;

/** Why a text is not looked through; undefined where it is. */
export const pasteProblem = (text: string): string | undefined =>
  text.length <= longestPaste
    ? undefined
    : `This text has ${text.length} characters, and the guide reads up to ${longestPaste}. Nothing was taken from it: paste only the list.`;

/** In the form that the addresses of the guide accept. */
const referenceShape = /^([A-Za-z]{1,20}:)?[A-Za-z][A-Za-z0-9_-]{0,99}$/;

/**
 * Reads a list of operation ids as people write it in notes, in JSON or in code: bullets, quotes and
 * brackets do not count.
 */
export function pastedReferences(text: string): PastedReferences {
  const words = parseReferences(text)
    .map((word) => word.replaceAll(/^[^\p{L}]+|[^\p{L}\p{N}_]+$/gu, ''))
    .filter((word) => word !== '');
  const each = [...new Set(words)];
  return {
    references: each.filter((word) => referenceShape.test(word)),
    leftOut: each.filter((word) => !referenceShape.test(word)),
  };
}
