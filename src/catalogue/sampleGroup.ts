import type { JsonValue } from './json.ts';

/**
 * A made-up group as Okta's API returns it; `groups` is the address of the list that contains it.
 */
export function sampleGroup(
  groups: string,
  id: string,
  name: string,
  type: string,
  description: string,
): JsonValue {
  return {
    id,
    created: '2026-01-12T09:00:00.000Z',
    lastUpdated: '2026-01-12T09:00:00.000Z',
    lastMembershipUpdated: '2026-11-02T14:30:00.000Z',
    objectClass: ['okta:user_group'],
    type,
    profile: { name, description },
    _links: { users: { href: `${groups}/${id}/users` }, apps: { href: `${groups}/${id}/apps` } },
  };
}
