/** What the button says until somebody has pressed it. */
export const keepLabel = 'Keep the guide on this device';

/** Where script finds the parts of `OfflineControl`: its id, and selectors within it. */
export const offlineControlParts = {
  control: 'offline-control',
  status: '[data-offline=status]',
  keep: '[data-offline=keep]',
  forget: '[data-offline=forget]',
} as const;
