import type { Answer } from '#guide/questions.ts';
import type { OperationIndex } from '#catalogue/find.ts';
import { verdict } from '#catalogue/verdict.ts';

import { StateLink } from '../StateLink.tsx';
import { ChosenOperations } from './ChosenOperations.tsx';
import { OperationPicker } from './OperationPicker.tsx';
import { type Selection, selectionChanges } from './selection.ts';
import { SelectionVerdict } from './SelectionVerdict.tsx';

interface TokenOnlyCheckProps {
  readonly index: OperationIndex;
  readonly references: readonly string[];
  readonly selection: Selection;
  /** The answers before the obstacle. */
  readonly answers: readonly Answer[];
  readonly onOperations: (references: readonly string[]) => void;
}

/** At the obstacle: whoever claims that an operation needs an API token names it and hears what the specification says. */
export function TokenOnlyCheck({
  index,
  references,
  selection,
  answers,
  onOperations,
}: TokenOnlyCheckProps) {
  const found = verdict(selection.operations, selection.unknown);
  const changes = selectionChanges(references, onOperations);
  const oauthServesAll = found.word === 'oauth';
  return (
    <div className="stack pt-2">
      <OperationPicker
        label="Which operation is it?"
        hint="By words, ID or path, for example “revoke token” or `GET /api/v1/users`."
        index={index}
        chosen={references}
        unknownLabel="Keep this name"
        onChoose={changes.add}
      />
      {references.length > 0 && (
        <>
          <SelectionVerdict catalogue={index.catalogue} selection={selection} />
          {oauthServesAll && (
            <p>
              So this is no reason for an API token.{' '}
              <StateLink answers={[...answers, 'obstacle.nothing']}>Go on with OAuth 2.0</StateLink>
            </p>
          )}
          <ChosenOperations
            index={index}
            selection={selection}
            onRemove={changes.remove}
            onReplace={changes.replace}
          />
        </>
      )}
    </div>
  );
}
