import { useState } from 'react';
import { createPortal } from 'react-dom';

import { LoadedChoice } from '../operationChoice/OperationSection.tsx';
import type { OperationChoice } from '../snippets/requestInputs.ts';
import { tokenOnlyCheckId, tokenOnlyCheckLabel } from './tokenOnlyCheckId.ts';

interface Place {
  readonly element: HTMLElement;
  /** Whether a person opened the fold before there was anything in it. */
  readonly isOpened: boolean;
  readonly hadFocus: boolean;
}

/**
 * The check of a claimed token-only operation. It is part of the question's words, below the option that
 * claims it.
 */
export function TokenOnlySection({ choice }: { readonly choice: OperationChoice }) {
  const [place, setPlace] = useState<Place>();
  if (place === undefined) {
    return (
      <span
        hidden
        ref={(span) => {
          if (span !== null) setPlace(clearedPlace());
        }}
      />
    );
  }
  return createPortal(
    <details
      open={choice.count > 0 || place.isOpened || undefined}
      onToggle={(event) => {
        if (event.currentTarget.open) choice.onOpen();
      }}
    >
      <summary ref={place.hadFocus ? focusAgain : undefined}>{tokenOnlyCheckLabel}</summary>
      <LoadedChoice choice={choice} />
    </details>,
    place.element,
  );
}

const focusAgain = (summary: HTMLElement | null) => summary?.focus();

/** Takes out the closed fold that the page comes with, so that nothing moves when this one is drawn. */
function clearedPlace(): Place | undefined {
  const element = document.getElementById(tokenOnlyCheckId);
  if (element === null) return undefined;
  const isOpened = element.querySelector('details')?.open ?? false;
  const hadFocus = element.contains(document.activeElement);
  element.replaceChildren();
  return { element, isOpened, hadFocus };
}
