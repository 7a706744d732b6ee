import { CopyButton } from '#ui/CopyButton.tsx';
import { CopyFileButton } from '#ui/CopyFileButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';

import { ResultSection } from '../ResultSection.tsx';
import { outcomeSections } from './outcomeSections.ts';

interface RecordSectionProps {
  /** The address of the folder in which it lies. */
  readonly folder: string;
  /** The name under which it is saved. */
  readonly fileName: string;
}

/** The decision record of a result, which lies beside its page: to copy, to save, to read. */
export function RecordSection({ folder, fileName }: RecordSectionProps) {
  const file = `${folder}record.md`;
  return (
    <ResultSection anchor="record" title={outcomeSections.record}>
      <p>{whatItHolds}</p>
      <p className="flex flex-wrap items-center gap-3">
        <CopyFileButton label="Copy the record" file={file} />
        <a className="button no-print" href={file} download={fileName}>
          Download record.md
        </a>
        <a className="button no-print" href={`${folder}record.json`} download>
          Download record.json
        </a>
      </p>
    </ResultSection>
  );
}

interface RecordTextProps {
  /** The record as Markdown. */
  readonly record: string;
  /** The name under which it is saved. */
  readonly fileName: string;
  /** What else it contains, in a sentence. */
  readonly remark?: string;
}

/** A decision record with its text, where no file has the same, or a page may read none. */
export function RecordText({ record, fileName, remark }: RecordTextProps) {
  return (
    <ResultSection anchor="record" title={outcomeSections.record}>
      <p>
        {whatItHolds}
        {remark !== undefined && ` ${remark}`}
      </p>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label="Copy the record" of="record-text" />
        <DownloadButton label="Download the record" fileName={fileName} of="record-text" />
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

/** What a decision record is, in a sentence. */
export const whatItHolds =
  'Your decision as an architecture decision record in Markdown (MADR 4). It lists your answers, the options that they ruled out, the consequences and the sources.';
