import { Slide } from './Slide.tsx';
import { useAudienceView, usePresentationActor } from './presentationActor.ts';

/** The slide in the whole window, for a presenter with one screen only. */
export function SlideAlone() {
  const actor = usePresentationActor();
  const view = useAudienceView();
  return (
    <div className="slide slide-alone" data-black={view.presentation.isBlack ? '' : undefined}>
      <Slide {...view} />
      <p className="slide-way-out">
        <button
          type="button"
          className="button"
          onClick={() => actor.send({ type: 'screen.fill' })}
        >
          Full screen (F)
        </button>
        <button
          type="button"
          className="button"
          onClick={() => actor.send({ type: 'layout.notes' })}
        >
          Back to the notes (Esc)
        </button>
      </p>
    </div>
  );
}
