import { jsonResponse, type OrgResponse } from './org.ts';

/** Okta's API errors that can arise here, with its own texts (facts G36, G43 to G45; source S99). */
export const apiErrors = {
  E0000001: { status: 400, summary: 'Api validation failed' },
  E0000003: { status: 400, summary: 'The request body was not well-formed.' },
  E0000005: { status: 403, summary: 'Invalid session' },
  E0000006: {
    status: 403,
    summary: 'You do not have permission to perform the requested action',
  },
  E0000007: { status: 404, summary: 'Not found' },
  E0000009: { status: 500, summary: 'Internal Server Error' },
  E0000011: { status: 401, summary: 'Invalid token provided' },
  E0000021: {
    status: 400,
    summary:
      'Bad request.  Accept and/or Content-Type headers likely do not match supported values.',
  },
  E0000022: { status: 405, summary: 'The endpoint does not support the provided HTTP method' },
  E0000047: {
    status: 429,
    summary: 'API call exceeded rate limit due to too many requests.',
  },
} as const;

export type ApiErrorCode = keyof typeof apiErrors;

/**
 * Okta's error response to an API call.
 *
 * @param randomId for the `errorId`
 * @param detail what follows the summary after a colon, for the errors that name their subject
 */
export function apiError(
  code: ApiErrorCode,
  randomId: string,
  detail?: string,
  headers: OrgResponse['headers'] = {},
): OrgResponse {
  const { status, summary } = apiErrors[code];
  return jsonResponse(
    status,
    {
      errorCode: code,
      errorSummary: detail === undefined ? summary : `${summary}: ${detail}`,
      errorLink: code,
      errorId: `oae${randomId}`,
      errorCauses: [],
    },
    headers,
  );
}
