import type { OperationIndex } from '#catalogue/find.ts';
import { minimalScopes } from '#catalogue/scopes.ts';
import { CopyButton } from '#ui/CopyButton.tsx';

import { ResultSection } from '../ResultSection.tsx';
import { StateLink } from '../StateLink.tsx';
import { ChosenOperations } from '../operationChoice/ChosenOperations.tsx';
import { EarlierSelection } from './EarlierSelection.tsx';
import { selectionExamples } from './examples.ts';
import { focusPicker } from '../operationChoice/focusPicker.ts';
import { OperationPicker } from '../operationChoice/OperationPicker.tsx';
import { ScopeAudit } from './ScopeAudit.tsx';
import { type Selection, selectionChanges, selectionOf } from '../operationChoice/selection.ts';
import {
  focusVerdict,
  ScopeReasons,
  SelectionVerdict,
} from '../operationChoice/SelectionVerdict.tsx';

interface OperationsExplorerProps {
  readonly index: OperationIndex;
  readonly references: readonly string[];
  readonly onReferences: (references: readonly string[]) => void;
  /** What was selected before a link showed an operation alone. */
  readonly earlier: readonly string[];
  /** What the address brought and the guide refused. */
  readonly refused: readonly string[];
  /** The address that shows this selection again; undefined when it does not fit into one. */
  readonly address: string | undefined;
}

/** The choice of operations on its own page: verdict, scopes, what they open, and the audit. */
export function OperationsExplorer({
  index,
  references,
  onReferences,
  earlier,
  refused,
  address,
}: OperationsExplorerProps) {
  const { catalogue } = index;
  const selection = selectionOf(catalogue, references);
  const changes = selectionChanges(references, onReferences);
  const waiting = earlier.filter((reference) => !references.includes(reference));
  return (
    <div className="stack [--gap:2rem]">
      {refused.length > 0 && (
        <div className="notice" data-tone="warn" role="status">
          <p>Some of this address was left out:</p>
          <ul className="list-disc ps-5">
            {refused.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="beside-selection">
        <div className="stack [--gap:2rem]">
          <OperationPicker
            label="Find an operation"
            hint="By words, ID, path or scope: “deactivate user”, `listUsers`, `GET /api/v1/groups`, `okta.logs.read`. You can paste several IDs at once."
            index={index}
            chosen={references}
            onChoose={changes.add}
          />
          {references.length === 0 ? (
            <Examples onReferences={onReferences} />
          ) : (
            <ResultSection anchor="chosen" title={`Your operations (${references.length})`}>
              <ChosenOperations
                index={index}
                selection={selection}
                onRemove={changes.remove}
                onReplace={changes.replace}
              />
            </ResultSection>
          )}
          {waiting.length > 0 && (
            <EarlierSelection catalogue={catalogue} references={waiting} onAdd={changes.add} />
          )}
        </div>
        <section aria-label="What your selection needs" className="selection-needs stack">
          {references.length === 0 ? (
            <p className="quiet">
              Nothing is selected yet. What your operations need appears here: the credential that
              works for all of them, and the fewest scopes.
            </p>
          ) : (
            <>
              <SelectionVerdict catalogue={catalogue} selection={selection} />
              <NeededScopes selection={selection} />
              <SelectionActions
                address={address}
                onClear={() => {
                  onReferences([]);
                  focusPicker();
                }}
              />
            </>
          )}
        </section>
      </div>
      {references.length > 0 && (
        <>
          <ResultSection anchor="scopes" title="Why these scopes">
            <ScopeReasons catalogue={catalogue} selection={selection} />
          </ResultSection>
          <ResultSection anchor="audit" title="Compare with what the app has">
            <ScopeAudit catalogue={catalogue} selection={selection} />
          </ResultSection>
        </>
      )}
    </div>
  );
}

/** The scopes themselves; the reasons for them are below. */
function NeededScopes({ selection }: { readonly selection: Selection }) {
  const scopes = minimalScopes(selection.operations);
  if (scopes.length === 0) return null;
  return (
    <div className="stack [--gap:0.5rem]">
      <h2 className="text-body">The fewest scopes</h2>
      <ul>
        {scopes.map(({ scope }) => (
          <li key={scope}>
            <code>{scope}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SelectionActionsProps {
  readonly address: string | undefined;
  readonly onClear: () => void;
}

function SelectionActions({ address, onClear }: SelectionActionsProps) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        {address !== undefined && (
          <>
            <StateLink answers={[]} className="button" rank="primary">
              Use these operations in the guide
            </StateLink>
            <CopyButton label="Copy the link to this selection" of="selection-link" />
          </>
        )}
        <button type="button" className="button" data-rank="quiet" onClick={onClear}>
          Clear all
        </button>
      </p>
      <p className="quiet">
        {address === undefined ? (
          'This selection is too long for a link. Share it in parts.'
        ) : (
          <code id="selection-link">{address}</code>
        )}
      </p>
    </>
  );
}

function Examples({ onReferences }: Pick<OperationsExplorerProps, 'onReferences'>) {
  return (
    <div className="stack [--gap:0.5rem]">
      <p className="quiet">Or start with an example:</p>
      <div className="flex flex-wrap gap-3">
        {selectionExamples.map(({ name, references }) => (
          <button
            key={name}
            type="button"
            className="button"
            onClick={() => {
              onReferences(references);
              focusVerdict();
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
