import type { ProgramReport } from '#catalogue/recorded/callReport.ts';
import { changeWords, placesText, programName } from '#catalogue/recorded/reportTexts.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';
import { WideTable } from '#ui/WideTable.tsx';

import { StateLink } from '../StateLink.tsx';

/** How many rows of a table are drawn at most; the CSV has all of them. */
const mostRows = 200;

interface ProgramAuditProps {
  readonly report: ProgramReport;
  /** For the ids of its parts. */
  readonly id: string;
}

/** What one program calls, the fewest scopes for it, and what to do with those that it has. */
export function ProgramAudit({ report, id }: ProgramAuditProps) {
  const { source, operations, scopes, changes, verdictWords } = report;
  return (
    <section aria-labelledby={`${id}-heading`} className="stack">
      <h2 id={`${id}-heading`}>{programName(report)}</h2>
      {source !== undefined && (
        <p className="quiet">
          {formNames[source.form]}: {source.withCalls} of {source.units}{' '}
          {source.unit === 'entry' ? 'entries' : `${source.unit}s`} contained a call to Okta’s APIs.
          {source.isCutOff && ' The recording is cut off, so calls may be missing.'}
        </p>
      )}
      {operations.length + report.unsettled.length === 0 ? (
        <p>No call to Okta’s APIs was recognised.</p>
      ) : (
        <>
          <h3>{verdictWords.heading}</h3>
          {verdictWords.sentences.map((sentence) => (
            <p key={sentence}>
              <TextWithCode text={sentence} />
            </p>
          ))}
        </>
      )}
      {scopes.length > 0 && (
        <>
          <h3>The fewest scopes</h3>
          <ul className="list-disc ps-5">
            {scopes.map(({ scope, neededBy }) => (
              <li key={scope}>
                <code>{scope}</code>
                <span className="quiet">: {neededBy.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {changes !== undefined && (
        <>
          <h3>What to do with the app’s scopes</h3>
          <ul className="list-disc ps-5">
            {changes.slice(0, mostRows).map((change) => (
              <li key={`${change.action} ${change.scope}`}>
                <strong>{changeWords[change.action]}</strong> <code>{change.scope}</code>
                {change.action === 'narrow' && (
                  <>
                    {' '}
                    to <code>{change.to}</code>
                  </>
                )}
                : {change.why}
              </li>
            ))}
          </ul>
        </>
      )}
      {operations.length > 0 && <OperationTable report={report} />}
      <Leftovers report={report} />
    </section>
  );
}

const formNames = {
  har: 'HAR file',
  postman: 'Postman collection',
  systemLog: 'System Log',
  jsonLog: 'Log in JSON',
  csv: 'CSV',
  accessLog: 'Access log',
  code: 'Source code',
  list: 'List',
} as const;

function OperationTable({ report }: { readonly report: ProgramReport }) {
  const { operations, scopes, source } = report;
  return (
    <>
      <WideTable label={`Operations of ${programName(report)}`}>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Request</th>
            <th scope="col">Seen</th>
            <th scope="col">Scope</th>
          </tr>
        </thead>
        <tbody>
          {operations.slice(0, mostRows).map((each) => (
            <tr key={each.reference}>
              <th scope="row">{each.title}</th>
              <td>
                <code className="beside">
                  {each.method} {each.path}
                </code>
              </td>
              <td>{placesText(each, source?.unit)}</td>
              <td>
                {scopes
                  .filter(({ neededBy }) => neededBy.includes(each.reference))
                  .map(({ scope }) => scope)
                  .join(' ') || 'none'}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {operations.length > mostRows && (
        <p className="quiet">{operations.length - mostRows} more in the CSV file.</p>
      )}
    </>
  );
}

/** What was seen but is not certainly an operation. */
function Leftovers({ report }: { readonly report: ProgramReport }) {
  const unit = report.source?.unit;
  return (
    <>
      {report.unsettled.length > 0 && (
        <>
          <h3>Paths without a method</h3>
          <ul className="list-disc ps-5">
            {report.unsettled.slice(0, mostRows).map((each) => (
              <li key={`${each.path} ${each.methods.join()}`}>
                <code>{each.path}</code>: {each.methods.join(' or ')}
                {each.perhaps.length > 0 && <>, perhaps {each.perhaps.join(' or ')}</>} (
                {placesText(each, unit)})
              </li>
            ))}
          </ul>
        </>
      )}
      {report.otherHosts.length > 0 && (
        <>
          <h3>Calls to another host</h3>
          <p>These count only if the host is the custom domain of your org. Enter it above.</p>
          <ul className="list-disc ps-5">
            {report.otherHosts.slice(0, mostRows).map(({ host, references }) => (
              <li key={host}>
                <code>{host}</code>: {references.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.elsewhere.length > 0 && (
        <>
          <h3>Calls to another interface</h3>
          <ul className="list-disc ps-5">
            {report.elsewhere.slice(0, mostRows).map((each) => (
              <li key={each.shown}>
                <code>{each.shown}</code>: {each.what}. Its credential is {each.credential}.{' '}
                <StateLink answers={each.answers}>What to do instead</StateLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {report.unknown.length > 0 && (
        <>
          <h3>Not recognised</h3>
          <p>
            None of these is in the public specification, so no scope is counted for them. Check the
            spelling, or ask Okta.
          </p>
          <ul className="list-disc ps-5">
            {report.unknown.slice(0, mostRows).map((each) => (
              <li key={each.shown}>
                <code>{each.shown}</code> ({placesText(each, unit)})
              </li>
            ))}
          </ul>
        </>
      )}
      {report.leftOut > 0 && (
        <p>
          {report.leftOut} more calls were left out, because there are too many different calls.
        </p>
      )}
    </>
  );
}
