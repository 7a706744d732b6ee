import { forgetPlace } from '#browser/lastPlace.ts';

import { useKeptPlace } from './keptPlace.ts';

/** A way back to where a person was in the guide, and a way to forget it. */
export function ResumeLine({ base }: { readonly base: string }) {
  const place = useKeptPlace(base);
  if (place === undefined) return null;
  const { length } = place.answers;
  return (
    <p className="top-line">
      <a href={place.address} data-loads="">
        Continue where you left off
        <span className="max-sm:hidden">
          {length === 1 ? ' (one answer)' : ` (${length} answers)`}
        </span>
      </a>
      <button type="button" className="text-button" onClick={forgetPlace}>
        Delete answers
      </button>
    </p>
  );
}
