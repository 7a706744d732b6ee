import type { Catalogue } from '#catalogue/operation.ts';
import { findByReference } from '#catalogue/references.ts';
import { operationTitle } from '#catalogue/title.ts';

import { focusVerdict } from '../operationChoice/SelectionVerdict.tsx';

interface EarlierSelectionProps {
  readonly catalogue: Catalogue;
  /** At least one. */
  readonly references: readonly string[];
  readonly onAdd: (references: readonly string[]) => void;
}

/** What was selected in this tab before a link showed an operation alone, with the way to have both. */
export function EarlierSelection({ catalogue, references, onAdd }: EarlierSelectionProps) {
  const names = references.slice(0, mostNamed).map((reference) => {
    const operation = findByReference(catalogue, reference);
    return operation === undefined ? reference : operationTitle(operation);
  });
  const more = references.length - names.length;
  return (
    <div className="notice stack [--gap:0.75rem]" data-earlier="">
      <p>
        {references.length === 1
          ? 'You had selected one operation before: '
          : `You had selected ${references.length} operations before: `}
        {names.join(', ')}
        {more > 0 && ` and ${more} more`}.
      </p>
      <p>
        <button
          type="button"
          className="button"
          onClick={() => {
            onAdd(references);
            focusVerdict();
          }}
        >
          {references.length === 1
            ? 'Select this operation as well'
            : 'Select these operations as well'}
        </button>
      </p>
    </div>
  );
}

/** Names that are listed; of the others only the number. */
const mostNamed = 5;
