import type { IntendedRequest } from './intendedRequest.ts';
import type { TargetId } from './targets.ts';

/** What makes snippets: one of the packages that are compared, or this project. */
export interface SnippetGenerator {
  readonly id: string;
  /** With its version, as the table shows it. */
  readonly name: string;
  /**
   * Writes a program that sends a request.
   *
   * @param origin scheme, host and port of the server
   */
  readonly generate: (
    request: IntendedRequest,
    target: TargetId,
    origin: string,
  ) => Promise<Generated>;
}

export type Generated =
  | {
      readonly kind: 'snippet';
      readonly text: string;
      /** What its program needs in the environment. */
      readonly environment: Readonly<Record<string, string>>;
      /** What the first request has to be. */
      readonly intended: IntendedRequest;
      /** How many requests the program sends when all goes well. */
      readonly requests: number;
      /** Whether it was asked for the very request of the case, or sends its hard text another way. */
      readonly sameRequest: boolean;
    }
  | {
      readonly kind: 'absent';
      /** In a few words, for the table. */
      readonly why: string;
    };
