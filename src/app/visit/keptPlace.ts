import { useSyncExternalStore } from 'react';

import { lastPlace, listenToPlace } from '#browser/lastPlace.ts';
import type { Answer } from '#guide/questions.ts';
import { pathOf, stateFromPathname } from '#share/address.ts';
import { holdsValues } from '#share/holdsValues.ts';

/** A state that a person has left and can continue from. */
export interface KeptPlace {
  readonly answers: readonly Answer[];
  /** The values, as a fragment with its `#`; empty if there are none. */
  readonly fragment: string;
  /** Where the state and its values are. */
  readonly address: string;
}

/**
 * Reads a place that was kept.
 *
 * @param text whatever is in storage: only a state of the guide with answers counts
 */
export function parsePlace(text: string | undefined, base: string): KeptPlace | undefined {
  // Of the address only path and fragment are read: whose page it is does not depend on it.
  const origin = 'https://place.invalid';
  if (text === undefined || !URL.canParse(text, origin)) return undefined;
  const { pathname, hash } = new URL(text, origin);
  const answers = stateFromPathname(pathname, base)?.walk.answers ?? [];
  if (answers.length === 0) return undefined;
  const fragment = holdsValues(hash) ? hash : '';
  return { answers, fragment, address: `${base}${pathOf(answers)}${fragment}` };
}

const nothingKept = (): undefined => undefined;

/** Returns the state that a person left last on this device; none while a page is prerendered. */
export function useKeptPlace(base: string): KeptPlace | undefined {
  return parsePlace(useSyncExternalStore(listenToPlace, lastPlace, nothingKept), base);
}
