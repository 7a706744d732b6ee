import { type KeyboardEvent, useState } from 'react';

import { Field } from '#ui/Field.tsx';

import { longestText } from './room.ts';

interface CodeFieldProps {
  /** Whether a text is a code that answers something here. */
  readonly isAnswer: (text: string) => boolean;
  /** Counts what was typed; returns whether it was accepted. */
  readonly onCodes: (text: string) => boolean;
}

const isComposing = (event: Event): boolean => event instanceof InputEvent && event.isComposing;

/** The field for typing and pasting codes: a code counts at its last letter, a longer text on Enter. */
export function CodeField({ isAnswer, onCodes }: CodeFieldProps) {
  const [text, setText] = useState('');
  const count = (given: string) => {
    // What is too long to be counted stays, to be shortened.
    setText(onCodes(given) ? '' : given);
  };
  const countOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    count(text);
  };
  return (
    <div className="code-field">
      <Field
        label="Codes"
        hint={`Type codes, or paste a whole chat of up to ${longestText.toLocaleString('en')} characters. A typed code is counted at once; press Enter to count what you pasted.`}
      >
        {(props) => (
          <textarea
            {...props}
            rows={1}
            value={text}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onKeyDown={countOnEnter}
            onChange={({ target, nativeEvent }) => {
              const isTyped = target.value.length === text.length + 1 && !isComposing(nativeEvent);
              // What is no answer stays: the next letter may be one of it.
              if (isTyped && isAnswer(target.value)) count(target.value);
              else setText(target.value);
            }}
          />
        )}
      </Field>
      <button type="button" className="button" onClick={() => count(text)}>
        Count
      </button>
    </div>
  );
}
