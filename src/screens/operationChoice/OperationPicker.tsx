import {
  type ClipboardEvent,
  type KeyboardEvent,
  useContext,
  useId,
  useRef,
  useState,
} from 'react';

import type { OperationIndex } from '#catalogue/find.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { isPlainName } from '#catalogue/pasted/safeExcerpt.ts';
import { readPasted } from '#catalogue/pasted/readPasted.ts';
import { findByReference } from '#catalogue/references.ts';
import { operationTitle } from '#catalogue/title.ts';
import { acceptedWords } from '#catalogue/verdictWords.ts';
import { certainSecretLike, secretLike } from '#snippets/secretLike.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { useAddresses } from '../site.tsx';
import { StateLink } from '../StateLink.tsx';
import { namedOperations, written } from './namedOperations.ts';
import { NearestOperations } from './NearestOperations.tsx';
import { mostPasted, pastedReferences, pasteProblem } from './pastedReferences.ts';
import { isCallLike, type PickerAnswer, pickerAnswer } from './pickerAnswer.ts';
import { TypedAhead } from './typedAhead.ts';

interface OperationPickerProps {
  readonly label: string;
  readonly hint: string;
  readonly index: OperationIndex;
  /** References of the operations that are chosen already. */
  readonly chosen: readonly string[];
  /** Called with references of the catalogue, and with what was typed if the catalogue does not have it. */
  readonly onChoose: (references: readonly string[]) => void;
  /** What choosing a name that the catalogue does not have is called; absent where that cannot be done. */
  readonly unknownLabel?: string;
}

/**
 * A field that finds operations while a person types: the editable combobox with a list of the WAI-ARIA Authoring
 * Practices. Arrow keys move in the list, Enter chooses, Escape closes and then clears. A pasted list of ids
 * chooses all of them, up to a bound. A secret is refused, whether it is typed or stands in such a list.
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
  const field = useRef<HTMLInputElement>(null);
  const typedAhead = useContext(TypedAhead);
  const [refusal, setRefusal] = useState(() => textProblem(typedAhead));
  const [text, setText] = useState(refusal === undefined ? typedAhead : '');
  const [isOpen, setOpen] = useState(typedAhead !== '');
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  const query = text.trim();
  const answer = pickerAnswer(index, query);
  const shown = isOpen ? answer.operations : [];

  function choose(references: readonly string[], words: string): void {
    onChoose(references);
    setText('');
    setActive(-1);
    setOpen(false);
    setSaid(words);
    setRefusal(undefined);
    // A button that was pressed is gone with what it offered.
    field.current?.focus();
  }
  function refuse(reason: string): void {
    setText('');
    setActive(-1);
    setRefusal(reason);
  }
  const chooseOne = (operation: CatalogueOperation) =>
    choose([operation.reference], `${operationTitle(operation)} is chosen.`);

  /** Takes a list of ids or names at once; leaves everything else to the search. */
  function chooseAll(given: string): boolean {
    const named = namedOperations(index.catalogue, given);
    if (named !== undefined && named.length > 1 && named.length <= mostPasted) {
      choose(
        named.map(({ reference }) => reference),
        listWords(named.map(operationTitle), named.map(operationTitle), []),
      );
      return true;
    }
    const readings = isCallLike(given) ? readPasted(index, given) : [];
    const called = readings.flatMap((each) =>
      each.kind === 'operation' ? [each.operation.reference] : [],
    );
    if (called.length > 1 && called.length * 2 >= readings.length) {
      choose(
        [...new Set(called)],
        listWords(
          called,
          readings.map((each) => each.shown),
          [],
        ),
      );
      return true;
    }
    const { references, leftOut } = pastedReferences(given);
    const known = references.filter(
      (reference) => findByReference(index.catalogue, reference) !== undefined,
    );
    if (references.length < 2 || known.length * 2 < references.length) return false;
    if (references.length > mostPasted) {
      refuse(
        `The list names ${references.length} operations, and you can choose up to ${mostPasted} at once. None was chosen: paste the list in parts.`,
      );
      return true;
    }
    const secret = secretLike(given);
    // What is neither known nor written like a name may be a secret: it is counted, and kept nowhere.
    const kept = references.filter(
      (reference) => known.includes(reference) || isPlainName(reference),
    );
    if (secret === undefined) choose(kept, listWords(known, references, leftOut));
    else refuse(secret);
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
      if (shown[active] === undefined && chooseAll(text)) return;
      const operation = shown[active] ?? exact(index, query) ?? answer.meant;
      if (operation !== undefined) chooseOne(operation);
      // A near match is only highlighted, and is chosen when the person confirms it.
      else if (shown.length > 0) move(0);
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    const pasted = event.clipboardData.getData('text');
    const problem = textProblem(pasted);
    if (problem !== undefined) refuse(problem);
    if (problem !== undefined || chooseAll(pasted)) event.preventDefault();
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
        <TextWithCode text={`${hint} A pasted list can contain up to ${mostPasted} operations.`} />
      </p>
      <input
        ref={field}
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
        aria-invalid={refusal !== undefined || undefined}
        value={text}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          const given = event.target.value;
          const problem = textProblem(given);
          setText(problem === undefined ? given : '');
          setActive(-1);
          setOpen(true);
          setSaid('');
          setRefusal(problem);
        }}
      />
      <p role="status" className="text-small">
        {refusal === undefined ? (
          said || (isOpen ? answer.words : '')
        ) : (
          <strong>
            <TextWithCode text={refusal} />
          </strong>
        )}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Operations found"
        className="picker-list"
        // Near the end of the window the list would open out of sight.
        ref={shown.length > 0 ? intoView : undefined}
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
          answer={answer}
          query={query}
          unknownLabel={unknownLabel}
          onChoose={chooseOne}
          onAsk={(scope) => {
            setText(scope);
            field.current?.focus();
          }}
          onKeep={() => {
            const secret =
              secretLike(query) ??
              (isPlainName(query)
                ? undefined
                : 'That does not look like an operation ID, so it was not kept.');
            if (secret === undefined) choose([query], `${query} is kept under its own name.`);
            else refuse(secret);
          }}
        />
      )}
    </div>
  );
}

/** Why a text is not taken: it is too long, or a secret. */
const textProblem = (text: string): string | undefined =>
  pasteProblem(text) ?? certainSecretLike(text);

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** The operation whose reference or name was typed in full. */
function exact(index: OperationIndex, query: string): CatalogueOperation | undefined {
  const titled = index.catalogue.operations.filter(
    (operation) => written(operationTitle(operation)) === written(query),
  );
  return findByReference(index.catalogue, query) ?? (titled.length === 1 ? titled[0] : undefined);
}

function listWords(
  known: readonly string[],
  references: readonly string[],
  leftOut: readonly string[],
): string {
  const unknown = references.length - known.length;
  return [
    `${known.length} ${known.length === 1 ? 'operation is' : 'operations are'} chosen.`,
    unknown > 0 ? ` ${unknown} more ${unknown === 1 ? 'is' : 'are'} not in the specification.` : '',
    leftOut.length > 0
      ? ` ${leftOut.length} left out: ${leftOut.length === 1 ? 'it does not look like an operation ID' : 'they do not look like operation IDs'}.`
      : '',
  ].join('');
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
        , ID <code>{operation.reference}</code>
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
  readonly answer: PickerAnswer;
  readonly query: string;
  readonly unknownLabel: string | undefined;
  readonly onChoose: (operation: CatalogueOperation) => void;
  /** Looks a scope up that may have been meant. */
  readonly onAsk: (scope: string) => void;
  readonly onKeep: () => void;
}

function NothingFound({
  index,
  answer,
  query,
  unknownLabel,
  onChoose,
  onAsk,
  onKeep,
}: NothingFoundProps) {
  const addresses = useAddresses();
  const { elsewhere, isError = false, nearScopes } = answer;
  if (elsewhere !== undefined) {
    return (
      <div className="stack pt-2 [--gap:0.5rem]">
        <p>
          <TextWithCode text={elsewhere.claim.text} />
        </p>
        <p>
          <StateLink answers={elsewhere.answers}>What to use there, with the sources</StateLink>
        </p>
      </div>
    );
  }
  if (isError) {
    return (
      <p className="pt-2">
        <a href={addresses.file('errors/')}>What this error means</a>
      </p>
    );
  }
  return (
    // The focus stays in the field, so that the list is still there when a click arrives.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="stack pt-2 [--gap:0.5rem]" onMouseDown={(event) => event.preventDefault()}>
      {nearScopes === undefined ? (
        <NearestOperations index={index} wrong={query} onChoose={onChoose} />
      ) : (
        <p className="flex flex-wrap items-center gap-3">
          Did you mean:
          {nearScopes.map((scope) => (
            <button key={scope} type="button" className="button" onClick={() => onAsk(scope)}>
              {scope}
            </button>
          ))}
        </p>
      )}
      <p className="quiet">
        The search covers the operations of four public specifications. An operation that is not in
        them may still exist.
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
