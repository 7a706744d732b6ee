import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import reportFile from './executionReport.json' with { type: 'json' };

/** What has been proven about a text: that it was run against the look-alike org, or nothing. */
export type SnippetClaim = 'executed' | 'none';

/** What `npm run test:snippets -- --write-report` has seen. */
export interface ExecutionReport {
  readonly version: 1;
  /** What the snippets were run against, in a phrase. */
  readonly against: string;
  /** By language id: what ran its snippets. */
  readonly languages: Readonly<Record<string, ExecutedLanguage>>;
  /** By snippet id: what happened to the text with this hash (see {@link textHash}). */
  readonly snippets: Readonly<
    Record<string, { readonly claim: Exclude<SnippetClaim, 'none'>; readonly text: string }>
  >;
  /** By language id: how many runs with right values, with hostile ones, and with something wrong on purpose. */
  readonly cases: Readonly<Record<string, ExecutedCases>>;
}

export interface ExecutedLanguage {
  /** The day of the run, an ISO date. */
  readonly executedOn: string;
  /** Programs and libraries, each with its version. */
  readonly versions: readonly string[];
}

export interface ExecutedCases {
  readonly right: number;
  readonly hostile: number;
  readonly wrong: number;
  /** How many runs did what a value asked for. */
  readonly injected: number;
}

/** The report that the project keeps; a test compares its texts with today's snippets. */
export const executionReport = reportFile as ExecutionReport;

/**
 * Says what has been proven about exactly this text. A text that differs by one letter, because it
 * has a person's own values, has not been run.
 *
 * @param snippetId as in `Snippet.id`
 */
export function claimOf(snippetId: string, text: string): SnippetClaim {
  const entry = executionReport.snippets[snippetId];
  return entry?.text === textHash(text) ? entry.claim : 'none';
}

/** What has been proven about a snippet with the sample values, whatever values it has now. */
export function claimOfSample(snippetId: string): SnippetClaim {
  return executionReport.snippets[snippetId]?.claim ?? 'none';
}

/** The SHA-256 of a text's UTF-8 as the report writes it: `sha256-` and hexadecimal digits. */
export function textHash(text: string): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`;
}
