import type { ClaimStatus, FactId, Source } from '../claim.ts';
import type { OutcomeId } from '../nodeIds.ts';

/** Why an error occurs, and what to do about it. */
export interface ErrorCause {
  readonly fact: FactId;
  /** One to three sentences in our words; `code` is between backticks. */
  readonly cause: string;
  readonly remedy: string;
  readonly status: ClaimStatus;
  readonly sources: readonly [Source, ...Source[]];
  /** What a text contains that points to this cause rather than to the others. */
  readonly signs?: readonly RegExp[];
}

/** An error as Okta words it, with its usual cause and its remedy. */
export interface KnownError extends ErrorCause {
  /** Names it in addresses and links; never changes. */
  readonly id: string;
  /** The methods whose programs meet it. */
  readonly methods: readonly [OutcomeId, ...OutcomeId[]];
  /** The step of each method’s set-up at which it is fixed, by the step’s id. */
  readonly setUpSteps?: Readonly<Partial<Record<OutcomeId, string>>>;
  /** What it is called where Okta sends no text. */
  readonly heading?: string;
  /** How it shows where Okta sends no text: in the words of libraries, in the shape of an answer. */
  readonly recognizedBy?: readonly RegExp[];
  /** HTTP status and code, for example `401 invalid_client`, or the log event where no status is known. */
  readonly signal: string;
  /** The exact texts that Okta sends, one per line; empty where there is none. */
  readonly message: string;
  /** Other causes of the same text. */
  readonly otherCauses?: readonly [ErrorCause, ...ErrorCause[]];
}

/** Every cause of an error, the usual one first. */
export const causesOf = (error: KnownError): readonly [ErrorCause, ...ErrorCause[]] => [
  error,
  ...(error.otherCauses ?? []),
];

/** What an error is called: Okta’s text, or our words where there is none. */
export function errorHeading({ message, heading, signal }: KnownError): string {
  const [first = ''] = message.split('\n');
  return first === '' ? (heading ?? signal) : first;
}
