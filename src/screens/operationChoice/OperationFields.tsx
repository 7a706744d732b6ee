import type { OperationIndex } from '#catalogue/find.ts';
import { operationTitle } from '#catalogue/title.ts';
import type { OperationCall } from '#snippets/operationCall.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';

import { CallFields } from './CallFields.tsx';
import { ChosenOperations } from './ChosenOperations.tsx';
import { OperationPicker } from './OperationPicker.tsx';
import { type Selection, selectionChanges } from './selection.ts';
import { ScopeReasons, SelectionVerdict } from './SelectionVerdict.tsx';

/** What happens when a person chooses operations or fills one in. */
export interface OperationActions {
  /** The new list of references; the first is the one whose request is shown. */
  readonly onOperations: (references: readonly string[]) => void;
  readonly onPathText: (name: string, text: string) => void;
  readonly onQueryText: (name: string, text: string) => void;
  readonly onBody: (text: string) => void;
}

interface OperationFieldsProps {
  readonly index: OperationIndex;
  /** As the person chose them, also those that the catalogue does not have. */
  readonly references: readonly string[];
  readonly selection: Selection;
  /** The request that is shown. */
  readonly call: OperationCall;
  readonly actions: OperationActions;
}

/** On a result: which operations the program calls, what follows for the scopes, and the request of one of them. */
export function OperationFields({
  index,
  references,
  selection,
  call,
  actions,
}: OperationFieldsProps) {
  const { onOperations } = actions;
  const { operations } = selection;
  const changes = selectionChanges(references, onOperations);
  return (
    <div className="stack">
      <OperationPicker
        label="Find the operations that your program calls"
        hint="By words, id, path or scope, for example “deactivate user”. Several ids can be pasted at once."
        index={index}
        chosen={references}
        onChoose={changes.add}
      />
      {references.length > 0 && (
        <>
          <SelectionVerdict catalogue={index.catalogue} selection={selection} />
          <ChosenOperations
            index={index}
            selection={selection}
            onRemove={changes.remove}
            onReplace={changes.replace}
          />
          <details>
            <summary className="py-2 font-semibold">The fewest scopes, and why each</summary>
            <ScopeReasons catalogue={index.catalogue} selection={selection} />
          </details>
        </>
      )}
      {operations.length > 1 && (
        <RadioGroup
          legend="Show the request of"
          options={operations.map(
            (operation) => [operation.reference, operationTitle(operation)] as const,
          )}
          value={call.operation.reference}
          onPick={(reference) => onOperations([...new Set([reference, ...references])])}
        />
      )}
      <p>
        The request: <strong>{operationTitle(call.operation)}</strong>,{' '}
        <code>
          {call.operation.method} {call.operation.path}
        </code>
      </p>
      <CallFields call={call} {...actions} />
    </div>
  );
}
