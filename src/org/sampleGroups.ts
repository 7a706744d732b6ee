import { sampleGroup } from '#catalogue/sampleGroup.ts';
import type { JsonValue } from '#catalogue/json.ts';

import { apiError } from './apiErrors.ts';
import { jsonResponse, type Org, type OrgCrypto, type OrgResponse, originOf } from './org.ts';

const firstGroups = [
  ['Everyone', 'BUILT_IN', 'All users in the org'],
  ['Payroll', 'OKTA_GROUP', 'May open the payroll app'],
  // Text outside ASCII, quotes and an emoji, to expose a program that garbles UTF-8.
  ['Bürö & Zürich "Süd" 🌱', 'OKTA_GROUP', 'Schlüssel, clés, κλειδιά, 鍵'],
] as const;

/** The id of a sample group, counted from 0. */
export function groupId(index: number): string {
  return `00gexamplegroup${String(index + 1).padStart(5, '0')}`;
}

/** A sample group as Okta's API gives it, counted from 0. */
export function groupAt(index: number, origin: string): JsonValue {
  const [name, type, description] = firstGroups[index] ?? [
    `Team ${index + 1}`,
    'OKTA_GROUP',
    'A made-up group',
  ];
  return sampleGroup(`${origin}/api/v1/groups`, groupId(index), name, type, description);
}

const mostGroupsOnPage = 10_000;
/** Longer links are left out: they would only repeat a very long query. */
const longestSelfLink = 4096;

/**
 * Answers `GET /api/v1/groups`: a page of made-up groups, with Okta's links to itself and to the next page, which keep
 * the other query parameters byte for byte.
 *
 * @param target the request's path and query as they were sent
 */
export function groupsResponse(org: Org, target: string, crypto: OrgCrypto): OrgResponse {
  const origin = originOf(org);
  const [path = '', ...queries] = target.split('?');
  const pairs = queries.join('?').split('&');
  const parameters = new URLSearchParams(pairs.join('&'));
  const limit = parameters.get('limit') ?? String(mostGroupsOnPage);
  const size = /^\d{1,5}$/.test(limit) ? Number(limit) : 0;
  if (size === 0 || size > mostGroupsOnPage) {
    return apiError('E0000001', crypto.randomId(), 'limit');
  }
  const after = parameters.get('after');
  const start = after === null ? 0 : 1 + indexOf(after, org.groups);
  if (after !== null && start === 0) return apiError('E0000001', crypto.randomId(), 'after');

  const end = Math.min(start + size, org.groups);
  const self = link(`${origin}${target}`, 'self');
  const kept = pairs.filter((pair) => pair !== '' && pair.split('=')[0] !== 'after');
  const next = [`after=${groupId(end - 1)}`, ...kept].join('&');
  const links = [
    ...(self.length > longestSelfLink ? [] : [self]),
    ...(end < org.groups ? [link(`${origin}${path}?${next}`, 'next')] : []),
  ];
  return jsonResponse(
    200,
    Array.from({ length: Math.max(0, end - start) }, (_, index) => groupAt(start + index, origin)),
    links.length === 0 ? {} : { link: links },
  );
}

function indexOf(id: string, count: number): number {
  return Array.from({ length: count }, (_, index) => groupId(index)).indexOf(id);
}

/** A Link header (RFC 8288); what would end the URL or the header is encoded. */
function link(url: string, relation: 'self' | 'next'): string {
  const safe = url.replaceAll(
    /[^!#-;=?-~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `<${safe}>; rel="${relation}"`;
}
