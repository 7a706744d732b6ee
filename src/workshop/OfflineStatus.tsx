import { useActorRef, useSelector } from '@xstate/react';
import { fromPromise } from 'xstate';

import { offlineReady } from '#browser/offline.ts';

const waitUntilOffline = fromPromise(offlineReady);

/** Says that no network is needed any more, once that is true. */
export function OfflineStatus() {
  const isReady = useSelector(useActorRef(waitUntilOffline), ({ status }) => status === 'done');
  return (
    <p role="status" className="quiet">
      {isReady && 'This device keeps the workshop: it now works without a network.'}
    </p>
  );
}
