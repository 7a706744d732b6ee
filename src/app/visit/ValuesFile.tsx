import { DownloadButton } from '#ui/DownloadButton.tsx';
import { FileField } from '#ui/FileField.tsx';

import { largestValuesFile } from './valuesFiles.ts';

export interface ValuesFileProps {
  /** The content of the file; undefined if there is nothing that it could correctly contain. */
  readonly text: string | undefined;
  /** Why the file that was chosen last was not used. */
  readonly problems: readonly string[];
  readonly onChoose: (file: Blob) => void;
}

/** The values as a file: for values that fit into no link, and for the command line. */
export function ValuesFile({ text, problems, onChoose }: ValuesFileProps) {
  return (
    <details open={problems.length > 0 || undefined}>
      <summary className="py-2 font-semibold">Keep these values as a file, or open one</summary>
      <p className="quiet">
        The file contains this request and no secret. It has room for values that are too long for a
        link; the command line reads it too.
      </p>
      {text === undefined ? (
        <p>You cannot download the file until the body is accepted.</p>
      ) : (
        <>
          <pre id="values-file" hidden>
            {text}
          </pre>
          <DownloadButton fileName="values.json" of="values-file" />
        </>
      )}
      <FileField
        label="Open a values file"
        hint={`It replaces what is here. Up to ${largestValuesFile / 1000} kB.`}
        problem={problems.length === 0 ? undefined : problems.join(' ')}
        accept="application/json,.json"
        onFile={onChoose}
      />
    </details>
  );
}
