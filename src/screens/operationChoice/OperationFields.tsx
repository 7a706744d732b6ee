import type { OperationIndex } from '#catalogue/find.ts';
import { verdict } from '#catalogue/verdict.ts';
import type { OperationCall } from '#snippets/operationCall.ts';

import { CallFields } from './CallFields.tsx';
import { ChosenOperations } from './ChosenOperations.tsx';
import { OperationPicker } from './OperationPicker.tsx';
import { type Selection, selectionChanges } from './selection.ts';
import { SelectionVerdict } from './SelectionVerdict.tsx';

/** What happens when a person chooses operations or fills one in: the first, or a later one by its reference. */
export interface OperationActions {
  /** The new list of references. */
  readonly onOperations: (references: readonly string[]) => void;
  readonly onPathText: (later: string | undefined, name: string, text: string) => void;
  readonly onQueryText: (later: string | undefined, name: string, text: string) => void;
  readonly onBody: (later: string | undefined, text: string) => void;
}

interface OperationFieldsProps {
  readonly index: OperationIndex;
  /** As the person chose them, also those that the catalogue does not have. */
  readonly references: readonly string[];
  readonly selection: Selection;
  /** The requests of the program: to the chosen operations, or to the sample. */
  readonly calls: readonly OperationCall[];
  readonly actions: OperationActions;
}

/** On a result: which operations the program calls, each with the fields of its request. */
export function OperationFields({
  index,
  references,
  selection,
  calls,
  actions,
}: OperationFieldsProps) {
  const changes = selectionChanges(references, actions.onOperations);
  const fieldsOf = (call: OperationCall) => {
    const later = call === calls[0] ? undefined : call.operation.reference;
    return (
      <CallFields
        call={call}
        onPathText={(name, text) => actions.onPathText(later, name, text)}
        onQueryText={(name, text) => actions.onQueryText(later, name, text)}
        onBody={(text) => actions.onBody(later, text)}
      />
    );
  };
  const isServedByOauth = verdict(selection.operations, selection.unknown).word === 'oauth';
  return (
    <div className="stack">
      <OperationPicker
        label="Find the operations you call"
        hint="By words, ID, path or scope, for example “deactivate user”. You can also enter several full names, separated by commas."
        index={index}
        chosen={references}
        onChoose={changes.add}
      />
      {references.length > 0 && !isServedByOauth && (
        <SelectionVerdict catalogue={index.catalogue} selection={selection} />
      )}
      {references.length > 0 && (
        <ChosenOperations
          index={index}
          selection={selection}
          onRemove={changes.remove}
          onReplace={changes.replace}
          fieldsOf={(operation) => {
            const call = calls.find((each) => each.operation === operation);
            return call === undefined ? null : fieldsOf(call);
          }}
        />
      )}
      {selection.operations.length === 0 && calls.map(fieldsOf)}
    </div>
  );
}
