import { useEffect, useState } from 'react';

import { offlineReady } from '#browser/offline.ts';

/** Says, once it is so, that no network is needed any more. */
export function OfflineStatus() {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    let isGone = false;
    void offlineReady().then(() => {
      if (!isGone) setIsKept(true);
      return undefined;
    });
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <p role="status" className="quiet">
      {isKept && 'This device keeps the workshop: it now works without a network.'}
    </p>
  );
}
