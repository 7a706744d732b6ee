import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { ListedToken } from './tokenList.ts';

/** The steps that were ticked, by the key of their plan; the plan that was changed last is last. */
export type TickedSteps = ReadonlyMap<string, ReadonlySet<string>>;

export const nothingTicked: TickedSteps = new Map();

/** How many plans have their steps kept; those that were changed longest ago are dropped. */
const mostPlans = 400;
const mostSteps = 100;
const longestText = 500_000;

const keyShape = /^[0-9a-f]{16}$/;
const stepShape = /^[a-z0-9-]{1,40}$/;

/**
 * Names the plan of each token of a list without revealing the token: a part of the hash of its ID, or of
 * its name and its place among tokens of that name.
 */
export function planKeys(tokens: readonly ListedToken[]): readonly string[] {
  const seen = new Map<string, number>();
  return tokens.map(({ id, name }) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const meant = id === undefined ? `name ${count} ${name}` : `id ${id}`;
    return bytesToHex(sha256(utf8ToBytes(meant))).slice(0, 16);
  });
}

/** Gives what is ticked after a box was ticked or cleared. */
export function withTick(
  ticked: TickedSteps,
  key: string,
  step: string,
  isTicked: boolean,
): TickedSteps {
  const steps = new Set(ticked.get(key));
  if (isTicked) steps.add(step);
  else steps.delete(step);
  const others = [...ticked].filter(([other]) => other !== key);
  return new Map(steps.size === 0 ? others : [...others.slice(1 - mostPlans), [key, steps]]);
}

/** Writes what is ticked as a text that a device keeps; it contains nothing that a person typed. */
export const tickedText = (ticked: TickedSteps): string =>
  JSON.stringify({
    version: 1,
    ticked: [...ticked].map(([key, steps]) => [key, [...steps].slice(0, mostSteps)]),
  });

/** Reads such a text. Whatever else it may contain, only what has the form of a tick counts. */
export function parseTicked(text: string | undefined): TickedSteps {
  if (text === undefined || text.length > longestText) return nothingTicked;
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return nothingTicked;
  }
  if (typeof file !== 'object' || file === null || !('version' in file) || file.version !== 1) {
    return nothingTicked;
  }
  const entries: readonly unknown[] =
    'ticked' in file && Array.isArray(file.ticked) ? file.ticked.slice(-mostPlans) : [];
  return new Map(entries.flatMap((entry) => tickedPlan(entry)));
}

function tickedPlan(entry: unknown): readonly (readonly [string, ReadonlySet<string>])[] {
  if (!Array.isArray(entry)) return [];
  const [key, steps]: readonly unknown[] = entry;
  if (typeof key !== 'string' || !keyShape.test(key) || !Array.isArray(steps)) return [];
  const known = steps
    .slice(0, mostSteps)
    .filter((step): step is string => typeof step === 'string' && stepShape.test(step));
  return known.length === 0 ? [] : [[key, new Set(known)]];
}
