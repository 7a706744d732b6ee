import { answerApiCall } from './apiSide.ts';
import { apiError } from './apiErrors.ts';
import {
  type Org,
  type OrgCrypto,
  type OrgRequest,
  type OrgResponse,
  pathOf,
  tokenPath,
} from './org.ts';
import { answerTokenRequest } from './tokenEndpoint.ts';

/**
 * Answers a request as an Okta org would, following Okta's published rules, in its words. It is a
 * model, not Okta; a certified OAuth server set to the same rules judges it (`npm run test:org`).
 *
 * Pure: it reads no clock and draws no random numbers. Beside the response, it returns the org
 * after the request.
 *
 * @param now milliseconds since the epoch
 */
export async function respond(
  org: Org,
  request: OrgRequest,
  now: number,
  crypto: OrgCrypto,
): Promise<{ readonly org: Org; readonly response: OrgResponse }> {
  const answered = await answer(org, request, now, crypto);
  const headers = { ...answered.response.headers, 'x-okta-request-id': crypto.randomId() };
  return { org: answered.org, response: { ...answered.response, headers } };
}

function answer(
  org: Org,
  request: OrgRequest,
  now: number,
  crypto: OrgCrypto,
): Promise<{ readonly org: Org; readonly response: OrgResponse }> {
  if (pathOf(request.target) !== tokenPath) return answerApiCall(org, request, now, crypto);
  return request.method === 'POST'
    ? answerTokenRequest(org, request, now, crypto)
    : Promise.resolve({ org, response: apiError('E0000022', crypto.randomId()) });
}
