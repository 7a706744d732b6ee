import { type ReactNode, useId } from 'react';

import { TextWithCode } from './TextWithCode.tsx';

/** What a field's control needs so that its label, hint and messages belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint: string;
  /** Why the value is refused; the field then counts as invalid. */
  readonly problem?: string | undefined;
  /** How the value was corrected, if it was. */
  readonly note?: string | undefined;
  readonly children: (props: ControlProps) => ReactNode;
}

/** A control with the label, hint, note and problem that belong to it. */
export function Field({ label, hint, problem, note, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="quiet">
        <TextWithCode text={hint} />
      </p>
      {children({
        id,
        'aria-describedby': `${id}-hint ${id}-answer`,
        'aria-invalid': problem !== undefined,
      })}
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
