import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';

import { outcomeSections } from './outcomeSections.ts';
import { ResultSection } from '../ResultSection.tsx';

interface RecordSectionProps {
  /** The record as Markdown. */
  readonly record: string;
  /** Address of the file that holds the same text; absent where the record holds a person's own choices. */
  readonly file?: string;
}

/** The decision record of a result: to copy, to save, to read. */
export function RecordSection({ record, file }: RecordSectionProps) {
  return (
    <ResultSection anchor="record" title={outcomeSections.record}>
      <p>
        Your decision as an architecture decision record in Markdown (MADR 4): the answers, the
        rejected options with the answer that rejected them, the consequences, the sources.
        {file === undefined && ' It names the operations that you chose, and their scopes.'}
      </p>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label="Copy the record" of="record-text" />
        {file === undefined ? (
          <DownloadButton fileName="record.md" of="record-text" />
        ) : (
          <a className="button no-print" href={file} download>
            Download record.md
          </a>
        )}
      </p>
      <details>
        <summary className="py-2 font-semibold">Read the record</summary>
        <pre className="code" tabIndex={0} aria-label="The decision record in Markdown">
          <code id="record-text">{record}</code>
        </pre>
      </details>
    </ResultSection>
  );
}
