import { useEffect, useState } from 'react';

import { openWindowChannel } from '#browser/windowChannel.ts';

import { askForPresentation, presentationChannel } from './presentPaths.ts';
import { parsePresentation, type Presentation } from './presentation.ts';
import { Slide } from './Slide.tsx';

/** The audience's screen: it follows the presenter's window and changes nothing. */
export function AudienceScreen() {
  const [presentation, setPresentation] = useState<Presentation | undefined>();
  useEffect(() => {
    const channel = openWindowChannel(presentationChannel, (message) => {
      const told = parsePresentation(message);
      if (told !== undefined) setPresentation(told);
    });
    channel.say(askForPresentation);
    return channel.close;
  }, []);
  return (
    <div className="slide" data-black={presentation?.isBlack ? '' : undefined} aria-live="polite">
      {presentation === undefined ? <Waiting /> : <Slide presentation={presentation} />}
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
