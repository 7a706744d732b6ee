import { atSentenceStart } from '#guide/atSentenceStart.ts';
import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { withArticle } from '#guide/resultName.ts';
import { curl } from '#snippets/curl/curl.ts';
import { claimOfSample } from '#snippets/executionReport.ts';
import { type Form, formName, formsFor } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';
import { languages } from '#snippets/languages.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { WideTable } from '#ui/WideTable.tsx';

import { MethodMark } from '../MethodMark.tsx';
import { handbookPath, requestsPath } from '../handbook/handbookPaths.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { CodeText } from '../snippets/CodeText.tsx';
import { windowsCurlAnchor, windowsCurlTitle } from '../snippets/WindowsCurl.tsx';

/** A request of each method, and the way to all languages and forms. */
export function RequestsScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2.5rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>The requests, in every language</h1>
        <p className="lead">
          The same call with each method, with sample values. The guide’s result pages have fields
          for your own values.
        </p>
      </header>
      {outcomeIds.map((method) => (
        <Sample key={method} method={method} />
      ))}
      <ResultSection anchor="languages" title="In your language">
        <ClaimTable languages={languages.filter(({ kind }) => kind === 'language')} />
      </ResultSection>
      <ResultSection anchor="official-tools" title="Okta’s own SDKs and tools">
        <p>
          These requests are written from the tools’ documentation and were not executed here. Each
          page says what its tool cannot do.
        </p>
        <ClaimTable languages={languages.filter(({ kind }) => kind === 'officialTool')} />
      </ResultSection>
      <ResultSection anchor="how-proven" title="What “executed” means">
        <p>
          We ran the request unchanged against a look-alike of an Okta org, and the look-alike
          received what was intended.{' '}
          <a href={`${addresses.file('about/')}#how-proven`}>How our tests run the requests</a>
        </p>
      </ResultSection>
    </article>
  );
}

/** One request of a method in cURL. */
function Sample({ method }: { readonly method: OutcomeId }) {
  const addresses = useAddresses();
  const [form] = formsFor(method);
  if (form === undefined) return null;
  return (
    <ResultSection anchor={method} title={atSentenceStart(outcomes[method].name)}>
      <p className="flex flex-wrap items-center gap-3 max-w-none">
        <CopyButton label="Copy cURL" of={`sample-${method}`} />
        <a href={addresses.file(handbookPath(method, 'requests/'))}>
          All requests
          <span className="sr-only">{` with ${withArticle(outcomes[method].name)}`}</span>
        </a>
        <a href={`${addresses.file(requestsPath(method, curl))}#${windowsCurlAnchor}`}>
          {windowsCurlTitle}
          <span className="sr-only">{`, with ${withArticle(outcomes[method].name)}`}</span>
        </a>
      </p>
      <CodeText
        text={snippetFor('curl', form, defaultValues).text}
        syntax="bash"
        label={`Request with ${withArticle(outcomes[method].name)} in cURL`}
        id={`sample-${method}`}
      />
    </ResultSection>
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
        {`${forms.length} ${language.writesSetUp === true ? 'set-up' : 'request'}${forms.length === 1 ? '' : 's'}`}
        <span className="sr-only">{` with ${withArticle(outcomes[method].name)} ${formWords(language)}`}</span>
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
      ['none', 'not executed'],
    ] as const
  ).flatMap(([claim, words]) => {
    const count = claims.filter((each) => each === claim).length;
    if (count === 0) return [];
    return [count === claims.length ? `all ${words}` : `${count} ${words}`];
  });
  return claims.length === 1 ? counted.join().replace('all ', '') : counted.join(', ');
}

/** `in Python`; neither an exchange nor a module is a language. */
function formWords({ id, label, writesSetUp }: Language): string {
  if (writesSetUp === true) return `as a ${label}`;
  return id === 'http' ? `as an ${label}` : `in ${label}`;
}
