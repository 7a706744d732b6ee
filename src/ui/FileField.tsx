import { Field } from './Field.tsx';

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Why the file that was chosen last is refused. */
  readonly problem?: string | undefined;
  /** Endings and media types, as in the attribute of the same name. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A field that accepts one file; the same file can be chosen again. */
export function FileField({ label, hint, problem, accept, onFile }: FileFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(props) => (
        <input
          {...props}
          type="file"
          accept={accept}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) onFile(file);
            target.value = '';
          }}
        />
      )}
    </Field>
  );
}
