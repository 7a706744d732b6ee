import type { CatalogueOperation } from '../operation.ts';

/** The resource that an event is about, by the first word of its type, as named in paths. */
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
 * The operations that can have caused a System Log event. An event has the path of its request, but
 * not the method. If it says that something was created, changed or removed, only the methods that
 * do so remain. Events about other resources than the path's exclude nothing, because they may be
 * side effects.
 *
 * @param operations all operations at the path
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
