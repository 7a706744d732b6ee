import type { OperationIndex } from '#catalogue/find.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { readPasted } from '#catalogue/pasted/readPasted.ts';

import { withoutSecrets } from './withoutSecrets.ts';

/**
 * The operations with scopes that a text calls, each once. An address without a method stands for all
 * operations that have it; what is no operation is left out.
 */
export function callsIn(index: OperationIndex, text: string): readonly CatalogueOperation[] {
  // Only lines with calls: a word of a message may be an operation's id.
  const lines = withoutSecrets(text)
    .split('\n')
    .filter((line) => apiPath.test(line));
  const called = readPasted(index, lines.join('\n')).flatMap((reading) => {
    if (reading.kind === 'operation') return [reading.operation];
    // An address without its method: an exception often names no more.
    return reading.kind === 'path' ? reading.operations : [];
  });
  // Those for which no scope is named, such as the token endpoint, have nothing to say here.
  const scoped = called.filter(({ credentials }) => credentials.scopeSets.length > 0);
  return [...new Set(scoped)].slice(0, mostCalls);
}

const apiPath = /\/(?:api|oauth2|governance|idp|integrations|privileged-access)\//;

/** The most calls of a text that are told. */
const mostCalls = 20;
