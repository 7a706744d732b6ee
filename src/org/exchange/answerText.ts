import type { OrgResponse } from '../org.ts';

/** The error in a response. */
export interface AnsweredError {
  readonly status: number;
  /** `invalid_client`, `E0000006`. */
  readonly code: string;
  readonly text: string;
}

/**
 * The error in a response, from its body or from `WWW-Authenticate`; undefined if there is none.
 */
export function errorOf({ status, headers, body }: OrgResponse): AnsweredError | undefined {
  const challenge = /, error="([^"]*)", error_description="([^"]*)"/.exec(
    String(headers['www-authenticate'] ?? ''),
  );
  if (challenge !== null) {
    const [, code = '', text = ''] = challenge;
    return { status, code, text };
  }
  if (status < 400 || body === '') return undefined;
  const json: unknown = JSON.parse(body);
  if (typeof json !== 'object' || json === null) return undefined;
  const member = (name: string): string => {
    const value: unknown = Object.entries(json).find(([each]) => each === name)?.[1];
    return typeof value === 'string' ? value : '';
  };
  return {
    status,
    code: member('error') || member('errorCode'),
    text: member('error_description') || member('errorSummary'),
  };
}
