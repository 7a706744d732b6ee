import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { curl } from '#snippets/curl/curl.ts';
import { type Form, formName, formsFor } from '#snippets/form.ts';
import { windowsAbsenceOf } from '#snippets/curl/windows/windowsCurl.ts';
import type { Language } from '#snippets/language.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CitedList } from '../Cited.tsx';
import { claimsAbout } from '../requests/languageClaims.ts';
import { changesTo } from '../requests/requestChanges.ts';
import { SnippetDifference } from '../requests/SnippetDifference.tsx';
import { useAddresses } from '../site.tsx';
import { credentialLabel, defaultFormChoice, formLabel } from '../snippets/formChoice.ts';
import { SnippetFigure } from '../snippets/SnippetFigure.tsx';
import { WindowsCurl, windowsCurlAnchor, windowsCurlTitle } from '../snippets/WindowsCurl.tsx';
import { HandbookPage } from './HandbookPage.tsx';
import { handbookPath } from './handbookPaths.ts';
import { requestsHeading } from './handbookWords.ts';

interface MethodLanguageScreenProps {
  readonly method: OutcomeId;
  readonly language: Language;
}

/** Every form of a method's request in one language, and what changes between methods. */
export function MethodLanguageScreen({ method, language }: MethodLanguageScreenProps) {
  const addresses = useAddresses();
  const forms = formsFor(method);
  // As on a result: whoever comes from its menu of languages finds the same form first.
  const written = [
    ...forms.filter(({ variant }) => variant === defaultFormChoice.variant),
    ...forms.filter(({ variant }) => variant !== defaultFormChoice.variant),
  ].filter((form) => language.absence(form) === null);
  const changes = changesTo(method).filter(
    ({ from, to }) => language.absence(from) === null && language.absence(to) === null,
  );
  const absences = [...new Set(forms.flatMap((form) => language.absence(form) ?? []))];
  const claims = claimsAbout(language.id);
  return (
    <HandbookPage
      method={method}
      part="requests/"
      heading={requestsHeading(method, language)}
      cites={claims}
      lead={
        <p>
          The values here are samples. To use your own org domain and IDs,{' '}
          <a href={addresses.file('')}>walk through the guide</a>: its result has fields for them.{' '}
          {language.writesSetUp !== true && (
            <>
              <a href={`${addresses.file(handbookPath(method, 'requests/'))}#answers`}>
                What comes back, and what usually goes wrong
              </a>
              , is the same in all languages.{' '}
            </>
          )}
          <a href={addresses.file(handbookPath(method, 'requests/'))}>All languages</a>
        </p>
      }
      sections={[
        ...written.map((form) => ({
          anchor: formName(form),
          title: language.writesSetUp === true ? credentialLabel(form) : formLabel(form),
          body: (
            <SnippetFigure language={language} form={form} values={defaultValues} folder="./" />
          ),
        })),
        ...(language.id === curl.id
          ? [
              {
                anchor: windowsCurlAnchor,
                title: windowsCurlTitle,
                body: <OnWindows method={method} />,
              },
            ]
          : []),
        ...changes.map(({ title, anchor, from, to }) => ({
          anchor,
          title,
          body: (
            <>
              <p>
                Lines marked <code>-</code> belong to {formOf(from)} only. Lines marked{' '}
                <code>+</code> belong to {formOf(to)} only. Longer runs of unchanged lines are left
                out and counted.
              </p>
              <SnippetDifference
                label={title}
                before={snippetFor(language.id, from, defaultValues).text}
                after={snippetFor(language.id, to, defaultValues).text}
              />
            </>
          ),
        })),
        ...(absences.length === 0
          ? []
          : [
              {
                anchor: 'absent',
                title: 'What is not here, and why',
                body: <Absences reasons={absences} />,
              },
            ]),
        ...(claims.length === 0
          ? []
          : [
              {
                anchor: 'known',
                title: `What is known about ${language.writesSetUp === true ? 'the ' : ''}${language.label}`,
                body: <CitedList of={claims} />,
              },
            ]),
      ]}
    />
  );
}

/** What cURL's request becomes in the shells of Windows. */
function OnWindows({ method }: Pick<MethodLanguageScreenProps, 'method'>) {
  const forms = formsFor(method);
  const form = forms.find((each) => windowsAbsenceOf(each) === null);
  const proofs = forms.find(({ variant }) => variant === 'dpop');
  return (
    <>
      {method === 'serviceApp' && (
        <p>
          These use a bearer token. cURL cannot sign, and Windows comes without OpenSSL, so another
          program has to make the client assertion. You can use one of the programs in this guide.
        </p>
      )}
      {form !== undefined && <WindowsCurl form={form} values={defaultValues} />}
      {proofs !== undefined && <WindowsCurl form={proofs} values={defaultValues} />}
    </>
  );
}

/** Why forms are missing, each reason once. */
function Absences({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <ul className="stack list-disc ps-5 [--gap:0.5rem]">
      {reasons.map((reason) => (
        <li key={reason}>
          <TextWithCode text={reason} />
        </li>
      ))}
    </ul>
  );
}

function formOf(form: Form): string {
  const { name } = outcomes[form.method];
  return form.keyType === null ? `the ${name}` : `the ${name} (${formLabel(form)})`;
}
