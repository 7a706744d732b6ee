import { orgUrlOf } from '../orgUrl.ts';
import type { OktaRequest } from '../request.ts';

/** The call that lists groups, which is shown with every SDK. */
export interface GroupsCall {
  /** How many groups a page holds; null when Okta decides. */
  readonly limit: number | null;
}

/**
 * Whether a request lists groups, with nothing but a limit. For any other request, the SDKs show
 * only their configuration, because their names for the other operations have not been checked one
 * by one.
 */
export function groupsCall(request: OktaRequest): GroupsCall | null {
  const path = request.apiUrl.slice(orgUrlOf(request).length);
  const groups = /^\/api\/v1\/groups(?:\?limit=(\d{1,5}))?$/.exec(path);
  if (request.method !== 'GET' || groups === null) {
    return null;
  }
  const limit = groups[1];
  return { limit: limit === undefined ? null : Number(limit) };
}
