import { type FormEvent, useState } from 'react';

import { Field } from '#ui/Field.tsx';
import { TextField } from '#ui/TextField.tsx';

/** What a person gives to be read. */
export interface AuditGiven {
  readonly text: string;
  readonly files: readonly File[];
  readonly granted: string;
  readonly hosts: string;
}

interface AuditFormProps {
  readonly onRead: (given: AuditGiven) => void;
  /** Told whenever the scopes that were granted change. */
  readonly onGranted?: (granted: string) => void;
  /** Why the scopes that were granted are not read. */
  readonly grantedProblem?: string | undefined;
  readonly problem?: string | undefined;
}

/** Where a person gives recordings, and what was granted. */
export function AuditForm({ onRead, onGranted, grantedProblem, problem }: AuditFormProps) {
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [granted, setGranted] = useState('');
  const [hosts, setHosts] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRead({ text, files, granted, hosts });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label="Files"
        hint="Choose files or drop them here, up to 50 MB in all. Several files count as several programs."
        note={files.length === 0 ? undefined : filesNote(files)}
      >
        {(props) => (
          <input
            {...props}
            type="file"
            multiple
            onChange={({ target }) => setFiles([...(target.files ?? [])])}
          />
        )}
      </Field>
      <Field
        label="Or paste text"
        hint="A few lines of a log, code, or a list such as `GET /api/v1/users`."
        problem={problem}
      >
        {(props) => (
          <textarea
            {...props}
            rows={6}
            value={text}
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Field
        label="Scopes that the app has (optional)"
        hint="From the Admin Console, a decoded token, or the response to `GET /api/v1/apps/{appId}/grants`. If each program has its own scopes, write one line for each: the name of its file, a colon and its scopes. Never paste a token."
        problem={grantedProblem}
      >
        {(props) => (
          <textarea
            {...props}
            rows={3}
            value={granted}
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => {
              setGranted(target.value);
              onGranted?.(target.value);
            }}
          />
        )}
      </Field>
      <TextField
        label="Custom domain of the org (optional)"
        hint="Calls to hosts other than Okta’s count only if you enter the host."
        value={hosts}
        placeholder="id.example.com"
        onChange={setHosts}
      />
      <p>
        <button type="submit" className="button" data-rank="primary">
          Find the scopes
        </button>
      </p>
    </form>
  );
}

const filesNote = (files: readonly File[]): string =>
  files.length === 1 ? 'One file is chosen.' : `${files.length} files are chosen.`;
