import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { claimOfSample, executionReport } from '#snippets/executionReport.ts';
import { type Form, formName, formsFor } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';
import { languages } from '#snippets/languages.ts';
import { signInReport } from '#snippets/signIn/signInReport.ts';
import { WideTable } from '#ui/WideTable.tsx';

import { MethodMark } from '../MethodMark.tsx';
import { requestsPath } from '../handbook/handbookPaths.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';

/** All languages and methods in one table, with what has been proven about each, and how. */
export function RequestsScreen() {
  const { executedOn, against } = executionReport;
  const { right, hostile, wrong } = signInReport.cases;
  return (
    <article className="stack [--gap:2.5rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>The requests, in every language</h1>
        <p className="lead">
          What is marked as executed was run as it stands, and the request that arrived was the one
          that was meant.
        </p>
      </header>
      <ClaimTable languages={languages.filter(({ kind }) => kind === 'language')} />
      <ResultSection anchor="official-tools" title="Okta’s own SDKs and tools">
        <p>
          Shown as their documentation has them, and not executed here. What each cannot do is said
          in its place.
        </p>
        <ClaimTable languages={languages.filter(({ kind }) => kind === 'officialTool')} />
      </ResultSection>
      <ResultSection anchor="how-proven" title="What “executed” means">
        <p>
          Every request marked as executed is written to a file, letter for letter as it is shown,
          and run by its own language in a sealed network of one machine. There its org domain leads
          to a look-alike of an Okta org: {against}. What arrives is compared with what was meant:
          method, path, query, headers, body, scopes, every claim of the client assertion and of the
          DPoP proof; and what the program prints with what the server sent.
        </p>
        <p>
          Then again with hostile values in every field (quotes, line ends, commands of every
          shell), and with one thing wrong at a time (the wrong key, a missing scope, a used-up rate
          limit and so on), to see that the program says so. The last run was on{' '}
          <time dateTime={executedOn}>{executedOn}</time>.
        </p>
        <p>
          The scripts that sign a person in were run {right + hostile + wrong} times in the same
          three ways. Every request of theirs went to the look-alike, where a made-up person signs
          in or refuses. What arrives, what the script prints and the file that it keeps are
          compared in the same way.
        </p>
        <p>
          It was not run against Okta itself. The look-alike follows the rules that Okta publishes;
          where those are wrong or have changed, a request can be right here and be refused there.
          An exchange over HTTP proves the messages, not the signing: its assertion is made for it.
          C# and PowerShell are read by a parser of their language and not run.
        </p>
        <CaseTable />
      </ResultSection>
    </article>
  );
}

function ClaimTable({ languages: shown }: { readonly languages: readonly Language[] }) {
  return (
    <WideTable label="Requests by language">
      <thead>
        <tr>
          <th scope="col">Language</th>
          {outcomeIds.map((method) => (
            <th key={method} scope="col">
              <MethodMark node={method} name={outcomes[method].name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((language) => (
          <tr key={language.id}>
            <th scope="row">{language.label}</th>
            {outcomeIds.map((method) => (
              <td key={method}>
                <ClaimCell language={language} method={method} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function ClaimCell({
  language,
  method,
}: {
  readonly language: Language;
  readonly method: OutcomeId;
}) {
  const addresses = useAddresses();
  const forms = formsFor(method).filter((form) => language.absence(form) === null);
  if (forms.length === 0) return <>None</>;
  return (
    <>
      <a href={addresses.file(requestsPath(method, language))}>
        {forms.length === 1 ? '1 form' : `${forms.length} forms`}
        <span className="sr-only">{` of ${outcomes[method].name} in ${language.label}`}</span>
      </a>
      {language.kind === 'language' && (
        <span className="quiet block">{proven(language, forms)}</span>
      )}
    </>
  );
}

function proven(language: Language, forms: readonly Form[]): string {
  const claims = forms.map((form) => claimOfSample(`${language.id}-${formName(form)}`));
  const counted = (
    [
      ['executed', 'executed'],
      ['parsed', 'syntax checked'],
      ['none', 'not executed'],
    ] as const
  ).flatMap(([claim, words]) => {
    const count = claims.filter((each) => each === claim).length;
    if (count === 0) return [];
    return [count === claims.length ? `all ${words}` : `${count} ${words}`];
  });
  return claims.length === 1 ? counted.join().replace('all ', '') : counted.join(', ');
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
          <th scope="col">Right values</th>
          <th scope="col">Hostile values</th>
          <th scope="col">Something wrong</th>
          <th scope="col">Injected</th>
          <th scope="col">With</th>
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
