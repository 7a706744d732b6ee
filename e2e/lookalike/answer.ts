import { randomBytes } from 'node:crypto';

import { type ApiErrorCode, apiErrors } from '#org/apiErrors.ts';

/** What the look-alike org answers; header names in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

/** An answer whose body is JSON in one line. */
export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Answer['headers'] = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}

/**
 * Okta's error body for an API call.
 *
 * @param detail what the summary goes on with after a colon, for the errors that name their subject
 */
export function apiError(
  code: ApiErrorCode,
  detail?: string,
  headers: Answer['headers'] = {},
): Answer {
  const { status, summary } = apiErrors[code];
  return jsonAnswer(
    status,
    {
      errorCode: code,
      errorSummary: detail === undefined ? summary : `${summary}: ${detail}`,
      errorLink: code,
      errorId: `oae${randomBytes(16).toString('base64url')}`,
      errorCauses: [],
    },
    headers,
  );
}
