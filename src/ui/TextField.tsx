import { Field } from './Field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly placeholder: string;
  /** Why the text is refused; the field then counts as invalid. */
  readonly problem?: string | undefined;
  /** How the text was corrected, if it was. */
  readonly note?: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A labelled line of text. */
export function TextField({ value, placeholder, onChange, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(props) => (
        <input
          {...props}
          // What was typed before the page was hydrated.
          ref={(input) => {
            if (input !== null && input.value !== value) onChange(input.value);
          }}
          type="text"
          value={value}
          placeholder={placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
