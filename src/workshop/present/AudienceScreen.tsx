import { useEffect, useState } from 'react';

import type { OpenChannel } from '#browser/windowChannel.ts';

import { type AudienceView, parseAudienceMessage } from './audienceView.ts';
import { askForPresentation } from './presentPaths.ts';
import { Slide } from './Slide.tsx';

interface AudienceScreenProps {
  /** Opens the way to the presenter's window. */
  readonly openChannel: OpenChannel;
}

/** The audience's screen: it follows the presenter's window and changes nothing. */
export function AudienceScreen({ openChannel }: AudienceScreenProps) {
  const [view, setView] = useState<AudienceView | undefined>();
  useEffect(() => {
    const channel = openChannel((message) => {
      const told = parseAudienceMessage(message);
      if (told !== undefined) setView(told);
    });
    channel.say(askForPresentation);
    return channel.close;
  }, [openChannel]);
  return (
    <div
      className="slide"
      data-black={view?.presentation.isBlack === true ? '' : undefined}
      aria-live="polite"
    >
      {view === undefined ? <Waiting /> : <Slide {...view} />}
    </div>
  );
}

/** What stands there before the presenter's window has spoken. */
export function Waiting() {
  return (
    <>
      <h1>In a moment it begins</h1>
      <p>This screen follows the presenter’s window in the same browser.</p>
    </>
  );
}
