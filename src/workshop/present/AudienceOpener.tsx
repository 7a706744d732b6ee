import { useState } from 'react';

interface AudienceOpenerProps {
  /** Opens the window; says whether the browser let it. */
  readonly onOpen: () => boolean;
}

/** Opens the audience's window by its handle, and says so if the browser refuses. */
export function AudienceOpener({ onOpen }: AudienceOpenerProps) {
  const [isRefused, setIsRefused] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setIsRefused(!onOpen())}>
        Open the audience’s window
      </button>
      {isRefused && (
        <span role="alert">
          Your browser did not open the window. Allow pop-up windows for this page, then try again.
        </span>
      )}
    </>
  );
}
