import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';

import { findOperations, type OperationIndex } from '#catalogue/find.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference, parseReferences } from '#catalogue/references.ts';
import { operationTitle } from '#catalogue/title.ts';
import { acceptedWords } from '#catalogue/verdictWords.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { NearestOperations } from './NearestOperations.tsx';

interface OperationPickerProps {
  readonly label: string;
  readonly hint: string;
  readonly index: OperationIndex;
  /** References of the operations that are chosen already. */
  readonly chosen: readonly string[];
  /** Called with references of the catalogue, and with what was typed where it is none. */
  readonly onChoose: (references: readonly string[]) => void;
  /** What choosing a name that the catalogue does not have is called; absent where that cannot be done. */
  readonly unknownLabel?: string;
}

/** How many matches the list shows; whoever finds more types on. */
const mostShown = 20;

/**
 * A field that finds operations while a person types: the editable combobox with a list of the WAI-ARIA Authoring
 * Practices. Arrow keys move in the list, Enter chooses, Escape closes and then clears. A pasted list of ids
 * chooses all of them.
 */
export function OperationPicker({
  label,
  hint,
  index,
  chosen,
  onChoose,
  unknownLabel,
}: OperationPickerProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  const query = text.trim();
  const { matches, total, unmatched } = findOperations(index, query, { limit: mostShown });
  const shown = query === '' || !isOpen ? [] : matches.map(({ operation }) => operation);

  function choose(references: readonly string[], words: string): void {
    onChoose(references);
    setText('');
    setActive(-1);
    setOpen(false);
    setSaid(words);
  }
  const chooseOne = (operation: CatalogueOperation) =>
    choose([operation.reference], `${operationTitle(operation)} is chosen.`);

  /** Takes a list of ids at once; leaves everything else to the search. */
  function chooseAll(given: string): boolean {
    const references = parseReferences(given);
    const known = references.filter(
      (reference) => findByReference(index.catalogue, reference) !== undefined,
    );
    if (references.length < 2 || known.length * 2 < references.length) return false;
    choose(references, `${known.length} operations are chosen.`);
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const move = (to: number) => {
      event.preventDefault();
      setOpen(true);
      setActive(shown.length === 0 ? -1 : (to + shown.length) % shown.length);
    };
    if (event.key === 'ArrowDown') move(active + 1);
    if (event.key === 'ArrowUp') move(active < 0 ? -1 : active - 1);
    if (event.key === 'Escape') {
      if (!isOpen || query === '') setText('');
      setOpen(false);
      setActive(-1);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const operation = shown[active] ?? exact(index, query) ?? shown[0];
      if (!chooseAll(text) && operation !== undefined) chooseOne(operation);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    if (chooseAll(event.clipboardData.getData('text'))) event.preventDefault();
  }

  return (
    <div
      className="field picker"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="quiet">
        <TextWithCode text={hint} />
      </p>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[active] === undefined ? undefined : `${id}-${active}`}
        aria-describedby={`${id}-hint`}
        value={text}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setActive(-1);
          setOpen(true);
          setSaid('');
        }}
      />
      <p role="status" className="text-small">
        {said || (query !== '' && isOpen ? foundWords(query, total, unmatched) : '')}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Operations found"
        className="picker-list"
        hidden={shown.length === 0}
      >
        {shown.map((operation, position) => (
          // The field has the focus and handles the keys, as the pattern asks for.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={operation.reference}
            id={`${id}-${position}`}
            role="option"
            className="picker-option"
            aria-selected={chosen.includes(operation.reference)}
            data-active={position === active ? '' : undefined}
            ref={position === active ? intoView : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => chooseOne(operation)}
          >
            <OperationLines operation={operation} />
          </div>
        ))}
      </div>
      {query !== '' && isOpen && shown.length === 0 && (
        <NothingFound
          index={index}
          query={query}
          unknownLabel={unknownLabel}
          onChoose={chooseOne}
          onKeep={() => choose([query], `${query} is kept under its own name.`)}
        />
      )}
    </div>
  );
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

/** The reference that was typed in full. */
function exact(index: OperationIndex, query: string): CatalogueOperation | undefined {
  return findByReference(index.catalogue, query);
}

function foundWords(query: string, total: number, unmatched: readonly string[]): string {
  if (total === 0) return `No operation is called “${query}”.`;
  const left =
    unmatched.length === 0
      ? ''
      : ` Nothing has ${unmatched.map((word) => `“${word}”`).join(', ')}.`;
  if (total > mostShown) return `${total} found, the best ${mostShown} are shown.${left}`;
  return `${total} found.${left}`;
}

/** What an operation is called, how it is requested and what it accepts. */
function OperationLines({ operation }: { readonly operation: CatalogueOperation }) {
  return (
    <>
      <span className="font-semibold">{operationTitle(operation)}</span>
      {markOf(operation)}
      <span className="quiet block">
        <code>
          {operation.method} {operation.path}
        </code>
      </span>
      <span className="quiet block">
        <TextWithCode text={acceptedWords(operation)} />
      </span>
    </>
  );
}

function markOf({ deprecated, lifecycle }: CatalogueOperation): string {
  if (deprecated) return ' (deprecated)';
  if (lifecycle === 'BETA') return ' (beta)';
  return lifecycle === 'EA' ? ' (early access)' : '';
}

interface NothingFoundProps {
  readonly index: OperationIndex;
  readonly query: string;
  readonly unknownLabel: string | undefined;
  readonly onChoose: (operation: CatalogueOperation) => void;
  readonly onKeep: () => void;
}

function NothingFound({ index, query, unknownLabel, onChoose, onKeep }: NothingFoundProps) {
  return (
    // The focus stays in the field, so that the list is still there when a click arrives.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="stack pt-2 [--gap:0.5rem]" onMouseDown={(event) => event.preventDefault()}>
      <NearestOperations index={index} wrong={query} onChoose={onChoose} />
      <p className="quiet">
        The search knows the operations of four public specifications. An operation that is not in
        them may exist all the same.
      </p>
      {unknownLabel !== undefined && /^[A-Za-z][\w-]{1,99}$/.test(query) && (
        <p>
          <button type="button" className="button" onClick={onKeep}>
            {unknownLabel}
          </button>
        </p>
      )}
    </div>
  );
}
