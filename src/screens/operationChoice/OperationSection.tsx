import { useLayoutEffect, useState } from 'react';

import { useAddresses } from '../site.tsx';
import type { OperationChoice } from '../snippets/requestInputs.ts';
import { focusPicker } from './focusPicker.ts';
import { TypedAhead } from './typedAhead.ts';

/** The operations of the request. The list to choose from comes when a person asks for it. */
export function OperationSection({ choice }: { readonly choice: OperationChoice }) {
  const addresses = useAddresses();
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  // Stays when the last operation is taken out, so that the focus has somewhere to go.
  const [isShown, setShown] = useState(choice.count > 0);
  if (!isShown && (isAsked || choice.count > 0)) setShown(true);
  const isLoaded = choice.fields !== undefined;
  // Before the next key is pressed: it belongs in the field that takes this one's place.
  useLayoutEffect(() => {
    // Not for a person whose link brought operations: nobody asked for the focus to move.
    if (isAsked && isLoaded) focusPicker();
  }, [isAsked, isLoaded]);
  const ask = (text: string) => {
    setTyped(text);
    setAsked(true);
    choice.onOpen();
  };
  return (
    <div className="stack needs-script no-print [--gap:0.5rem]">
      <h3>Operations</h3>
      {choice.count === 0 && (
        <p className="quiet">
          The sample: List groups, <code>GET /api/v1/groups</code>
        </p>
      )}
      {isShown && (
        <TypedAhead value={typed}>
          <LoadedChoice choice={choice} />
        </TypedAhead>
      )}
      {!isLoaded && (
        <input
          // What was typed before the page was hydrated.
          ref={(input) => {
            if (input !== null && input.value !== typed) ask(input.value);
          }}
          type="text"
          className="field-opener"
          aria-label="Find the operations you call"
          placeholder="Find the operations you call"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          onClick={() => ask(typed)}
          onChange={(event) => ask(event.target.value)}
        />
      )}
      <p className="quiet">
        <a href={addresses.file('operations/')}>Every operation, and which credential it accepts</a>
      </p>
    </div>
  );
}

/** What has been loaded of the choice, or why it has not. */
export function LoadedChoice({ choice }: { readonly choice: OperationChoice }) {
  if (choice.fields !== undefined) return choice.fields;
  return <p role="status">{choice.problem ?? 'Loading the operations.'}</p>;
}
