import type { Claim, Statement } from '../claim.ts';
import type { KnownError } from '../errors/knownError.ts';
import type { ExitId, OutcomeId } from '../nodeIds.ts';
import type { Answer } from '../questions.ts';

/** Where a tool is in the list. */
export type ToolGroupId = 'code' | 'infrastructure' | 'okta' | 'hand';

/** What is said about a subject; `unsourced` where no public text that we read mentions it. */
export type ToolPart = readonly [Statement | Claim, ...(Statement | Claim)[]] | 'unsourced';

/** A way in which a tool is used, with what the guide answers for it. */
export interface ToolWay {
  /** Whom or what it is for, as the beginning of a sentence: `In your own org`. */
  readonly when: string;
  readonly node: OutcomeId | ExitId;
  /** The answers that lead there. */
  readonly answers: readonly Answer[];
}

/** Something that needs more than the scope you would expect. */
export interface ExtraScopes {
  /** The part of the tool, as it is written: `data okta_user`. */
  readonly use: string;
  /** Everything that it needs. */
  readonly scopes: readonly [string, ...string[]];
  /** What to set so that it needs less, as it is written. */
  readonly without?: string;
  readonly basis: readonly [Claim, ...Claim[]];
}

/** An error that people meet with a tool. */
export interface ToolError {
  readonly error: KnownError;
  /** How this tool causes or words it; absent where it has no peculiarity. */
  readonly here?: Statement | Claim;
}

/** What is shown of the request, or of the configuration that stands for it. */
export type ToolRequest =
  | {
      /** A text of the requests, by the ids that they have there. */
      readonly kind: 'language';
      readonly language: string;
      readonly method: OutcomeId;
      readonly variant: 'bearer' | 'dpop';
    }
  | {
      /** A file to import, by its label. */
      readonly kind: 'file';
      readonly label: 'Postman collection' | 'Bruno collection';
      readonly methods: readonly OutcomeId[];
    }
  | {
      readonly kind: 'configuration';
      /** What it is and where it goes, for its copy button and its name: `Settings of the server`. */
      readonly label: string;
      readonly syntax: string;
      readonly code: string;
      readonly basis: readonly [Claim, ...Claim[]];
    };

/** A product or an SDK, as people meet it. */
export interface Tool {
  /** Names its page; never changes. */
  readonly id: string;
  readonly name: string;
  readonly group: ToolGroupId;
  /** What it is, in one sentence that says nothing of how it authorizes. */
  readonly summary: string;
  /** Other names that people use, matched as whole words in any case. */
  readonly aliases: readonly string[];
  /** What its output looks like: its exceptions, its user agent, its resources. */
  readonly traces: readonly RegExp[];
  readonly ways: readonly [ToolWay, ...ToolWay[]];
  /** Which credential it takes. */
  readonly credential: ToolPart;
  /** The form in which it takes the key or secret. */
  readonly key: ToolPart;
  /** What it does, or leaves out, without telling. */
  readonly silence: ToolPart;
  /** What else its credential must be allowed to do; `unsourced` where nothing is known. */
  readonly scopes: ToolPart;
  readonly extraScopes: readonly ExtraScopes[];
  readonly errors: readonly [ToolError, ...ToolError[]];
  readonly proxy: ToolPart;
  /** Absent where it has settings and no text. */
  readonly request?: ToolRequest;
}
