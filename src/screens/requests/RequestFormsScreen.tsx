import { atSentenceStart } from '#guide/atSentenceStart.ts';
import { sourcesOf } from '#guide/citations.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { shortestWalkTo } from '#guide/walks.ts';
import { type Form, formName, formsFor } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CitedList, PageSourcesProvider } from '../Cited.tsx';
import { FormAnswers } from '../snippets/FormAnswers.tsx';
import { formLabel } from '../snippets/formChoice.ts';
import { claimsAbout } from './languageClaims.ts';
import { MethodMark } from '../MethodMark.tsx';
import { changesTo } from './requestChanges.ts';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { SnippetDifference } from './SnippetDifference.tsx';
import { SnippetFigure } from '../snippets/SnippetFigure.tsx';
import { SourceList } from '../SourceList.tsx';

interface RequestFormsScreenProps {
  readonly method: OutcomeId;
  readonly language: Language;
}

/** Every form of a method's request in one language, and what changes between methods. */
export function RequestFormsScreen({ method, language }: RequestFormsScreenProps) {
  const addresses = useAddresses();
  const forms = formsFor(method);
  const written = forms.filter((form) => language.absence(form) === null);
  const changes = changesTo(method).filter(
    ({ from, to }) => language.absence(from) === null && language.absence(to) === null,
  );
  const troubles = `${addresses.beside(shortestWalkTo(method).answers, '')}#troubles`;
  const claims = claimsAbout(language.id);
  const sources = sourcesOf(claims);
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <p>
            <MethodMark node={method} name={outcomes[method].name} />
          </p>
          <h1 tabIndex={-1}>
            {`${atSentenceStart(outcomes[method].name)}: the request in ${language.label}`}
          </h1>
          <p>
            With sample values. To put your own org domain and ids into it,{' '}
            <a href={addresses.file('')}>walk through the guide</a>; its result has the same request
            with fields. <a href={addresses.file('requests/')}>All languages</a>
          </p>
          <nav aria-label="Forms of this request" className="no-print">
            <ul className="list-disc ps-5">
              {written.map((form) => (
                <li key={formName(form)}>
                  <a href={`#${formName(form)}`}>{formLabel(form)}</a>
                </li>
              ))}
              {changes.map(({ title, anchor }) => (
                <li key={anchor}>
                  <a href={`#${anchor}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        {written.map((form) => (
          <ResultSection key={formName(form)} anchor={formName(form)} title={formLabel(form)}>
            <SnippetFigure language={language} form={form} values={defaultValues} folder="./" />
            <FormAnswers form={form} values={defaultValues} troubles={troubles} />
          </ResultSection>
        ))}
        {changes.map(({ title, anchor, from, to }) => (
          <ResultSection key={anchor} anchor={anchor} title={title}>
            <p>
              Lines marked <code>-</code> are of {formOf(from)} and go; lines marked <code>+</code>{' '}
              are of {formOf(to)} and come.
            </p>
            <SnippetDifference
              label={title}
              before={snippetFor(language.id, from, defaultValues).text}
              after={snippetFor(language.id, to, defaultValues).text}
            />
          </ResultSection>
        ))}
        <Absent language={language} forms={forms} />
        {claims.length > 0 && (
          <>
            <ResultSection anchor="known" title={`What is known about ${language.label}`}>
              <CitedList of={claims} />
            </ResultSection>
            <ResultSection anchor="sources" title="Sources">
              <SourceList sources={sources} />
            </ResultSection>
          </>
        )}
      </article>
    </PageSourcesProvider>
  );
}

/** Says why forms are missing, each reason once. */
function Absent({
  language,
  forms,
}: {
  readonly language: Language;
  readonly forms: readonly Form[];
}) {
  const reasons = [...new Set(forms.flatMap((form) => language.absence(form) ?? []))];
  if (reasons.length === 0) return null;
  return (
    <ResultSection anchor="absent" title="What is not here, and why">
      <ul className="stack list-disc ps-5 [--gap:0.5rem]">
        {reasons.map((reason) => (
          <li key={reason}>
            <TextWithCode text={reason} />
          </li>
        ))}
      </ul>
    </ResultSection>
  );
}

function formOf(form: Form): string {
  const { name } = outcomes[form.method];
  return form.keyType === null ? `the ${name}` : `the ${name} (${formLabel(form)})`;
}
