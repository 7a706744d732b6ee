import type { Claim, Statement } from './claim.ts';
import type { OutcomeId } from './nodeIds.ts';

/** One way to answer a question. */
export interface Option {
  /** The answer as the person would say it. */
  readonly label: string;
  /** Two to four words: the label of the edge in the picture. */
  readonly short: string;
  /** One line on what choosing it means. */
  readonly hint: Statement;
  /** Where it is on the page; `aside` is the fold "Not this kind of program?". */
  readonly placement?: 'aside';
  /**
   * Obstacles only: whether it really rules OAuth 2.0 out. A real limit names what would still
   * avoid the token; an obstacle that rules nothing out says what to do instead.
   */
  readonly limit?: 'real' | 'none';
  /** What to try or do, in the order of preference; for obstacles. */
  readonly instead?: readonly [Statement, ...Statement[]];
  /** Why this answer leads on, as a full sentence to the person ("Your program …, so …"). */
  readonly because: Statement;
  /** The outcomes that this very answer makes unreachable, each with the reason. */
  readonly rulesOut: Partial<Readonly<Record<OutcomeId, Statement>>>;
}

/** A question of the guide: its words. Where its answers lead is `machine.ts`. */
export interface Question {
  /** The page's heading, as a question. */
  readonly heading: string;
  /** At most 28 characters: the box in the picture. */
  readonly short: string;
  /** Why it is asked. */
  readonly why: Statement;
  /** Terms that appear here first, explained. */
  readonly terms: readonly { readonly term: string; readonly meaning: Statement }[];
  /** More to know before answering, one paragraph each. */
  readonly background: readonly Claim[];
  readonly options: Readonly<Record<string, Option>>;
}
