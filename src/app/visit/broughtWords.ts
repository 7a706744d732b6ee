import type { FieldTexts } from '#screens/snippets/requestInputs.ts';

import type { Picked } from './picked.ts';

/** Names the values that decide where a request goes and what it does; not how it is written. */
export function broughtNames(texts: FieldTexts, picked: Picked): readonly string[] {
  const { operations, pathTexts, queryTexts, body } = picked;
  const named: readonly (readonly [string, boolean])[] = [
    ['the org', texts.orgDomain !== ''],
    ['the client ID', texts.clientId !== ''],
    ['the key ID', texts.keyId !== ''],
    ['the operations', operations !== undefined],
    ['parameters', pathTexts !== undefined || queryTexts !== undefined],
    ['the body', body !== undefined],
  ];
  return named.flatMap(([name, isBrought]) => (isBrought ? [name] : []));
}

/** Puts names into a sentence: `the org, the client ID and the body`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
