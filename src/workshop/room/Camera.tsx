import { useSelector } from '@xstate/react';
import type { ActorRefFrom } from 'xstate';

import type { cameraMachine } from './cameraMachine.ts';

/** Reads the codes that people hold up to the camera. */
export function Camera({ actor }: { readonly actor: ActorRefFrom<typeof cameraMachine> }) {
  const isOn = useSelector(actor, (snapshot) => snapshot.hasTag('on'));
  const showIn = useSelector(actor, ({ context }) => context.picture?.showIn);
  return (
    <div className="stack">
      <p>
        <button
          type="button"
          className="button"
          aria-pressed={isOn}
          onClick={() => actor.send({ type: 'camera.toggle' })}
        >
          Scan with the camera
        </button>
      </p>
      {showIn !== undefined && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a camera sees has none */}
          <video
            ref={showIn}
            className="camera"
            muted
            playsInline
            aria-label="What the camera sees"
          />
          <p className="quiet">
            Hold codes up to it, several at once. The picture stays on this machine.
          </p>
        </>
      )}
    </div>
  );
}
