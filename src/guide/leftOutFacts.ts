import type { FactId } from './claim.ts';

/** A fact about the article or what changed since that no page shows, and why. */
export interface LeftOutFact {
  readonly fact: FactId;
  readonly reason: string;
}

/** Every other fact of the sections A and B is shown; `content.test.ts` proves it. */
export const leftOutFacts: readonly LeftOutFact[] = [];
