import type { Statement } from '#guide/claim.ts';
import { type ExitId, exitIds, type OutcomeId, outcomeIds } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';

/** Where a walk can end: one of the methods, or where this is the wrong guide. */
export type ResultId = OutcomeId | ExitId;
export const resultIds: readonly ResultId[] = [...outcomeIds, ...exitIds];

/**
 * - `first`: one fact decides
 * - `ambiguous`: people who know the field disagree at first
 * - `trap`: the tempting answer is the wrong one
 */
export const levels = ['first', 'ambiguous', 'trap'] as const;
export type Level = (typeof levels)[number];

/** What a teacher wrote on a card, without a source behind it. */
export interface OwnWords {
  readonly text: string;
  readonly basis?: undefined;
}
export type Words = Statement | OwnWords;

/** Something that people believe when they choose the wrong method. */
export interface Misconception<Reason extends Words = Words> {
  /** As they would say it. */
  readonly belief: string;
  /** What is true instead. */
  readonly truth: Reason;
}

interface ScenarioParts {
  /** Names the card in links, files and answer codes; never changes. */
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  /** As a customer would tell it, without the words of the guide. */
  readonly story: string;
  /** What a person may ask for, and the answers. */
  readonly facts: readonly { readonly ask: string; readonly told: string }[];
  /** What to ask yourself, before the deciding question is named. */
  readonly hint: string;
}

/** A card with a key: what the guide says, and why. */
export interface KeyedScenario<Reason extends Words = Words> extends ScenarioParts {
  readonly kind: 'keyed';
  readonly answers: readonly Answer[];
  readonly result: ResultId;
  /** The reason as somebody would say it before the reveal: in short, and without the method’s name. */
  readonly because: string;
  readonly reason: Reason;
  /** What somebody who chooses another result believes; on the guide's cards, every other result has one. */
  readonly misconceptions: Partial<Readonly<Record<ResultId, Misconception<Reason>>>>;
  /** One fact changed. */
  readonly twist: {
    readonly change: string;
    readonly answers: readonly Answer[];
    readonly result: ResultId;
    readonly reason: Reason;
  };
}

/** A card of the guide's own: every reason has its sources. */
export type GuideScenario = KeyedScenario<Statement>;

/** A card to talk about: the guide has no key for it. */
export interface DiscussionScenario extends ScenarioParts {
  readonly kind: 'discussion';
  readonly whyNoKey: Statement;
  /** What a good discussion brings up. */
  readonly points: readonly [Statement, ...Statement[]];
}

export type Scenario = KeyedScenario | DiscussionScenario;
