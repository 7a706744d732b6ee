import {
  type ExecutedCases,
  type ExecutedLanguage,
  type ExecutionReport,
  textHash,
} from '../executionReport.ts';
import reportFile from './signInReport.json' with { type: 'json' };
import type { SignInRequest, SignInRequestId } from './signInRequests.ts';

/** The results of `npm run test:snippets -- sign-in --write-report`. */
export interface SignInReport
  extends Pick<ExecutionReport, 'version' | 'against'>, ExecutedLanguage {
  /** By id: the hash of the text that was run. */
  readonly requests: Readonly<Partial<Record<SignInRequestId, string>>>;
  readonly cases: ExecutedCases;
}

/** The committed report; a test compares its texts with today's requests. */
export const signInReport = reportFile as SignInReport;

/** Whether exactly this text was run against the look-alike org. */
export function wasExecuted({ id, text }: Pick<SignInRequest, 'id' | 'text'>): boolean {
  return signInReport.requests[id] === textHash(text);
}
