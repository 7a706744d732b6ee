import { useId } from 'react';

import { TextWithCode } from './TextWithCode.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly placeholder: string;
  /** Why the text is refused; the field then counts as invalid. */
  readonly problem?: string | undefined;
  /** What was made of the text, where it was mended. */
  readonly note?: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A labelled line of text with its hint, its note and its problem, all tied to the field. */
export function TextField({
  label,
  hint,
  value,
  placeholder,
  problem,
  note,
  onChange,
}: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="quiet">
        <TextWithCode text={hint} />
      </p>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={`${id}-hint ${id}-answer`}
        aria-invalid={problem !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-answer`} role="status" className="text-small">
        {problem !== undefined && (
          <strong>
            <TextWithCode text={problem} />
          </strong>
        )}
        {problem === undefined && note !== undefined && <TextWithCode text={note} />}
      </p>
    </div>
  );
}
