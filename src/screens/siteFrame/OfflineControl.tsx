import { keepLabel, offlineControlParts } from './offlineControlParts.ts';

/**
 * The site on this device: kept when a person asks for it. The script of each page writes its state
 * here, also on pages without React; React therefore draws it once and has nothing to change.
 */
export function OfflineControl() {
  return (
    <div
      id={offlineControlParts.control}
      tabIndex={-1}
      className="needs-script no-print flex flex-wrap items-center gap-2"
    >
      <button type="button" className="button" data-offline="keep" suppressHydrationWarning>
        {keepLabel}
      </button>
      <button
        type="button"
        className="button"
        data-offline="forget"
        hidden
        suppressHydrationWarning
      >
        Delete the kept files
      </button>
      <span role="status" data-offline="status" suppressHydrationWarning />
    </div>
  );
}
