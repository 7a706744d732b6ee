import { useSelector } from '@xstate/react';
import type { ActorRefFrom } from 'xstate';

import type { cameraMachine } from './cameraMachine.ts';

interface CameraProps {
  readonly actor: ActorRefFrom<typeof cameraMachine>;
}

/** Switches on and off the camera that reads the codes that people hold up. */
export function CameraSwitch({ actor }: CameraProps) {
  const isOn = useSelector(actor, (snapshot) => snapshot.hasTag('on'));
  return (
    <button
      type="button"
      className="button"
      aria-pressed={isOn}
      onClick={() => actor.send({ type: 'camera.toggle' })}
    >
      Scan with the camera
    </button>
  );
}

/** What the camera sees, while it is on. */
export function CameraView({ actor }: CameraProps) {
  const showIn = useSelector(actor, ({ context }) => context.picture?.showIn);
  if (showIn === undefined) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- what a camera sees has none
    <video ref={showIn} className="camera" muted playsInline aria-label="What the camera sees" />
  );
}
