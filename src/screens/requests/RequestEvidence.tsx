import { executionReport } from '#snippets/executionReport.ts';
import { languages } from '#snippets/languages.ts';
import { signInReport } from '#snippets/signIn/signInReport.ts';
import { WideTable } from '#ui/WideTable.tsx';

import { ResultSection } from '../ResultSection.tsx';

export const evidenceTitle = 'What “executed” means';

/** What it means that a request was executed, and how many runs there were. */
export function RequestEvidence() {
  // The report is plain text of a program.
  const against = executionReport.against.replaceAll("'", '’');
  const executedOn = lastRun();
  const { right, hostile, wrong } = signInReport.cases;
  return (
    <ResultSection anchor="how-proven" title={evidenceTitle}>
      <p>
        Every request marked as executed is written to a file, exactly as it is shown. It then runs
        in its own language, in a sealed network on one machine. There its org domain leads to a
        look-alike of an Okta org. That is {against}. What arrives is compared with what was
        intended: method, path, query, headers, body and scopes. So is every claim of the client
        assertion and of the DPoP proof. What the program prints is compared with what the server
        sent.
      </p>
      <p>
        Each request runs again with hostile values in every field: quotes, line breaks, commands
        for every shell. It also runs with one thing wrong at a time, to check that the program says
        so. That may be the wrong key, a missing scope or a used-up rate limit. The last run was on{' '}
        <time dateTime={executedOn}>{executedOn}</time>.
      </p>
      <p>
        The scripts that sign a person in were run {right + hostile + wrong} times in the same three
        ways. All their requests went to the look-alike, where a made-up person signs in or refuses.
        What arrives, what the script prints and the file that it keeps are compared in the same
        way.
      </p>
      <p>
        Nothing was run against Okta itself. The look-alike follows the rules that Okta publishes.
        If those are wrong or have changed, a request can succeed here and fail there. An exchange
        over HTTP tests the messages, not the signing: its assertion is made elsewhere.
      </p>
      <CaseTable />
    </ResultSection>
  );
}

/** The day on which a language was run last. */
function lastRun(): string {
  const days = Object.values(executionReport.languages).map(({ executedOn }) => executedOn);
  return days.toSorted().at(-1) ?? '';
}

/** How many runs there were, and with which versions. */
function CaseTable() {
  const rows = languages.flatMap(({ id, label }) => {
    const cases = executionReport.cases[id];
    return cases === undefined ? [] : [{ id, label, ...cases }];
  });
  return (
    <WideTable label="Runs by language">
      <thead>
        <tr>
          <th scope="col">Language</th>
          <th scope="col">Valid values</th>
          <th scope="col">Hostile values</th>
          <th scope="col">Something wrong</th>
          <th scope="col">Injections</th>
          <th scope="col">Versions</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, right, hostile, wrong, injected }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{right}</td>
            <td>{hostile}</td>
            <td>{wrong}</td>
            <td>{injected}</td>
            <td>{executionReport.languages[id]?.versions.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
