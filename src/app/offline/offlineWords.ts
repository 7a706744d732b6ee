import { keepLabel } from '#screens/siteFrame/offlineControlParts.ts';

import type { OfflineSnapshot } from './offlineMachine.ts';

/** What a page says about the site on this device, and what it offers. */
export interface OfflineWords {
  readonly status: string;
  /** The label of the button that keeps the site; absent if there is nothing to keep. */
  readonly keep?: string;
  /** Whether the kept files can be deleted. */
  readonly canForget: boolean;
}

/** Without `Intl`, whose rules take a slow phone a tenth of a second to load. */
const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;

/** Puts the state of the site on this device into words. */
export function offlineWords(snapshot: OfflineSnapshot): OfflineWords {
  if (snapshot.matches('registering') || snapshot.matches({ kept: { files: 'keeping' } })) {
    return {
      status: 'The guide is being kept on this device…',
      canForget: snapshot.matches('kept'),
    };
  }
  if (snapshot.matches({ kept: { files: 'complete' } })) {
    const size = megabytes(snapshot.context.keptBytes ?? 0);
    return {
      status: `Kept on this device, ${size} MB: the guide works without a network.`,
      canForget: true,
    };
  }
  if (snapshot.matches({ kept: { files: 'incomplete' } })) {
    return {
      status:
        'Part of the guide could not be kept on this device. Check the network and the free space, then try again.',
      keep: 'Try again',
      canForget: true,
    };
  }
  if (snapshot.matches('refused')) {
    return {
      status:
        'This browser does not let the guide keep files, perhaps because the window is private. The guide works online.',
      keep: 'Try again',
      canForget: false,
    };
  }
  if (snapshot.matches('forgetting')) {
    return { status: 'The guide is being removed from this device…', canForget: false };
  }
  return { status: '', keep: keepLabel, canForget: false };
}
