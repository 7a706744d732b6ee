import type { ProgramReport } from '#catalogue/recorded/callReport.ts';
import { hasFindings, programName } from '#catalogue/recorded/reportTexts.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';

import { ProgramAudit } from './ProgramAudit.tsx';

interface AuditResultProps {
  readonly programs: readonly ProgramReport[];
  readonly csv: string;
  readonly oinText: string;
}

/** What was found in all recordings, and what a person can take away from it. */
export function AuditResult({ programs, csv, oinText }: AuditResultProps) {
  return (
    <div className="stack [--gap:2rem]">
      {programs.some(hasFindings) && (
        <>
          <p className="flex flex-wrap items-center gap-3">
            <DownloadButton fileName="operations-and-scopes.csv" of="audit-csv" />
          </p>
          <pre id="audit-csv" hidden>
            {csv}
          </pre>
        </>
      )}
      {programs.map((report, position) => (
        <ProgramAudit key={programName(report)} report={report} id={`program-${position}`} />
      ))}
      {oinText !== '' && (
        <section aria-labelledby="oin-heading" className="stack">
          <h2 id="oin-heading">The scopes with their reasons, for the OIN</h2>
          <p>
            The OIN Wizard asks why your integration needs each scope. This is the text for all of
            them.
          </p>
          <pre id="audit-oin" className="code whitespace-pre-wrap">
            {oinText}
          </pre>
          <CopyButton label="Copy the scopes with reasons" of="audit-oin" />
        </section>
      )}
    </div>
  );
}
