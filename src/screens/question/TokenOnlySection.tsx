import { useState } from 'react';
import { createPortal } from 'react-dom';

import { LoadedChoice } from '../operationChoice/OperationSection.tsx';
import type { OperationChoice } from '../snippets/requestInputs.ts';
import { tokenOnlyCheckId } from './tokenOnlyCheckId.ts';

/**
 * The check of a claimed token-only operation. It is part of the question's words, below the option that
 * claims it.
 */
export function TokenOnlySection({ choice }: { readonly choice: OperationChoice }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  if (place === null) {
    return <span hidden ref={() => setPlace(document.getElementById(tokenOnlyCheckId))} />;
  }
  return createPortal(
    <details
      open={choice.count > 0 || undefined}
      onToggle={(event) => {
        if (event.currentTarget.open) choice.onOpen();
      }}
    >
      <summary>Name the operation, and see what the specification says</summary>
      <LoadedChoice choice={choice} />
    </details>,
    place,
  );
}
