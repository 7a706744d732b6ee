import type { CatalogueOperation } from '../operation.ts';

/** The resource of which an event speaks, by the first word of its type, as paths name it. */
const resources: Readonly<Record<string, string>> = {
  user: 'users',
  group: 'groups',
  application: 'apps',
  policy: 'policies',
  zone: 'zones',
  event_hook: 'eventHooks',
  inline_hook: 'inlineHooks',
  device: 'devices',
};

const isRemoved = /\.(?:delete|remove|revoke)(?:\.(?:initiated|completed))?$/;
const isMadeOrChanged =
  /\.(?:create|add|update|update_profile|update_primary_email|update_secondary_email)(?:\.initiated)?$/;

/**
 * The operations that can have brought about an event of the System Log. An event has the path of its request and not
 * its method; an event that says that something was made, changed or removed leaves out the methods that do not. Events
 * of other resources than the path's leave out nothing: they may be side effects.
 *
 * @param operations all at the path
 */
export function operationsBehind(
  eventType: string,
  operations: readonly CatalogueOperation[],
): readonly CatalogueOperation[] {
  const [first = ''] = eventType.split('.', 1);
  const resource = resources[first];
  const possible = operations.filter(({ path, method }) => {
    if (resource === undefined || path.split('/')[3] !== resource) return true;
    if (isRemoved.test(eventType)) return method === 'DELETE';
    return !isMadeOrChanged.test(eventType) || (method !== 'GET' && method !== 'DELETE');
  });
  return possible.length === 0 ? operations : possible;
}
