/** A public text that a claim rests on. */
export interface Source {
  /** Its number in the project's list of sources. */
  readonly id: `S${number}` | `SK${number}`;
  /** Who published it and what it is, in our words. */
  readonly title: string;
  readonly url: string;
  /** ISO date, `YYYY-MM-DD` or `YYYY-MM`. */
  readonly date: string;
  /** What `date` is: the date of the text itself, or the day on which an undated text was read. */
  readonly dated: 'text' | 'read';
}

/**
 * A fact's number in the fact base: the section's letter and a running number. Section T has what was read
 * for the pages about tools.
 */
export type FactId =
  `${'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'T'}${number}`;

/**
 * How far the sources support a claim:
 * - `agreed`: they say it and none of them contradicts it
 * - `conflict`: official sources disagree; the text names both sides and the one that the guide follows
 * - `inferred`: our reading of the sources, not their own words
 * - `unknown`: no public statement was found; the text says so and asserts nothing else
 */
export type ClaimStatus = 'agreed' | 'conflict' | 'inferred' | 'unknown';

/** Something that the guide says about Okta, with the texts that support it. */
export interface Claim {
  /** The fact that it puts into words. */
  readonly fact: FactId;
  /** One to three sentences in our words; `code` is between backticks. */
  readonly text: string;
  readonly status: ClaimStatus;
  readonly sources: readonly [Source, ...Source[]];
}

/** A sentence written for one place on a page, with the claims that it rests on. */
export interface Statement {
  /** One to three sentences in our words; `code` is between backticks. */
  readonly text: string;
  readonly basis: readonly [Claim, ...Claim[]];
}

/** Where the article of 2023 and today's documentation differ: both layers, and what to do. */
export interface Difference {
  readonly fact: FactId;
  /** A few words that name the subject. */
  readonly subject: string;
  /** What the article says, or that it is silent. */
  readonly article: Statement;
  /** What today's documentation says. */
  readonly today: Claim;
  /** What the guide therefore advises; a fact in it is a claim of `today`. */
  readonly advice: string;
}

/** An outcome's or an exit's set-up step. */
export interface SetUpStep {
  /** Names it in links, once in its list; never changes. */
  readonly id: string;
  /** What to do, in the imperative. */
  readonly action: string;
  /** Where: today's console path (`Security > API > Tokens`), or an API operation. */
  readonly where: string;
  /** Who may do it, for example `Super admin`. */
  readonly who: string;
  /** What you need to know while doing it. */
  readonly notes: readonly Statement[];
  readonly basis: readonly [Claim, ...Claim[]];
}
