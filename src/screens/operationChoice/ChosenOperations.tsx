import { type ReactNode, useRef } from 'react';

import type { OperationIndex } from '#catalogue/find.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { operationTitle } from '#catalogue/title.ts';
import { acceptedWords } from '#catalogue/verdictWords.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { OperationRemarks } from '../operations/OperationRemarks.tsx';

import { operationAnchor } from '../operations/operationPages.ts';
import { useAddresses } from '../site.tsx';
import { focusPicker } from './focusPicker.ts';
import { NearestOperations } from './NearestOperations.tsx';
import type { Selection } from './selection.ts';

interface ChosenOperationsProps {
  readonly index: OperationIndex;
  readonly selection: Selection;
  readonly onRemove: (reference: string) => void;
  /** Chooses an operation instead of an unknown name. */
  readonly onReplace: (unknown: string, reference: string) => void;
  /** The fields of an operation's request, where it is filled in. */
  readonly fieldsOf?: (operation: CatalogueOperation) => ReactNode;
}

/** The chosen operations with what each accepts; each can be taken out again. */
export function ChosenOperations({
  index,
  selection,
  onRemove,
  onReplace,
  fieldsOf,
}: ChosenOperationsProps) {
  const list = useRef<HTMLUListElement>(null);
  const { operations, unknown } = selection;
  const remove = (reference: string, position: number) => {
    onRemove(reference);
    // The button is gone in a moment: the focus goes to the next one, or back to the search.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('[data-removes]') ?? [];
      const next = buttons[Math.min(position, buttons.length - 1)];
      if (next === undefined) focusPicker();
      else next.focus();
    });
  };
  const replace = (wrong: string, reference: string) => {
    onReplace(wrong, reference);
    // So is the suggestion: the focus goes to what it brought.
    requestAnimationFrame(() => {
      const items = [...(list.current?.children ?? [])];
      items
        .find((item) => item instanceof HTMLElement && item.dataset['chosen'] === reference)
        ?.querySelector('a')
        ?.focus();
    });
  };
  return (
    <ul ref={list} aria-label="Chosen operations">
      {operations.map((operation, position) => (
        <li
          key={operation.reference}
          className="chosen-operation"
          data-chosen={operation.reference}
        >
          <OperationFacts operation={operation} />
          <RemoveButton
            name={operationTitle(operation)}
            onRemove={() => remove(operation.reference, position)}
          />
          {fieldsOf !== undefined && (
            <div className="call" role="group" aria-label={operationTitle(operation)}>
              {fieldsOf(operation)}
            </div>
          )}
        </li>
      ))}
      {unknown.map((reference, position) => (
        <li key={reference} className="chosen-operation">
          <div className="stack min-w-0 [--gap:0.25rem]">
            <p>
              <strong>
                <code>{reference}</code>
              </strong>
            </p>
            <p>Not in the public specification: the guide cannot say what it accepts.</p>
            <NearestOperations
              index={index}
              wrong={reference}
              onChoose={(operation) => replace(reference, operation.reference)}
            />
          </div>
          <RemoveButton
            name={reference}
            onRemove={() => remove(reference, operations.length + position)}
          />
        </li>
      ))}
    </ul>
  );
}

function OperationFacts({ operation }: { readonly operation: CatalogueOperation }) {
  const addresses = useAddresses();
  return (
    <div className="stack min-w-0 [--gap:0.25rem]">
      <p>
        <a href={addresses.file(operationAnchor(operation))} className="font-semibold">
          {operationTitle(operation)}
        </a>
      </p>
      <p className="quiet">
        <code>
          {operation.method} {operation.path}
        </code>
        <span className="block">
          ID <code>{operation.reference}</code>
        </span>
      </p>
      <p className="text-small">
        <TextWithCode text={acceptedWords(operation)} />.
      </p>
      <OperationRemarks operation={operation} />
    </div>
  );
}

function RemoveButton({
  name,
  onRemove,
}: {
  readonly name: string;
  readonly onRemove: () => void;
}) {
  return (
    <button type="button" className="button" data-rank="quiet" data-removes="" onClick={onRemove}>
      Remove<span className="sr-only">{` ${name}`}</span>
    </button>
  );
}
