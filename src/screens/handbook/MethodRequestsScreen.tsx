import { Fragment } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { curl } from '#snippets/curl/curl.ts';
import { exchangeFilesFor } from '#snippets/exchange/exchangeFiles.ts';
import { formName, formsFor } from '#snippets/form.ts';
import { languages } from '#snippets/languages.ts';
import { defaultValues } from '#snippets/values.ts';

import { useAddresses } from '../site.tsx';
import { ExchangeFiles } from '../snippets/ExchangeFiles.tsx';
import { FormAnswers } from '../snippets/FormAnswers.tsx';
import { variantLabels } from '../snippets/formChoice.ts';
import { languageGroups } from '../snippets/languageGroups.ts';
import { windowsCurlAnchor, windowsCurlTitle } from '../snippets/WindowsCurl.tsx';
import { HandbookPage, type HandbookSection } from './HandbookPage.tsx';
import { handbookPath, hasRequestForms, requestsPath } from './handbookPaths.ts';
import { handbookHeading } from './handbookWords.ts';

interface MethodProps {
  readonly method: OutcomeId;
}

/** A method's requests: where each language has its page, and what is the same in all of them. */
export function MethodRequestsScreen({ method }: MethodProps) {
  const addresses = useAddresses();
  return (
    <HandbookPage
      method={method}
      part="requests/"
      heading={handbookHeading(method, 'requests/')}
      cites={[]}
      lead={
        <p>
          Each page has every variant of the request, with sample values. To use your own values,{' '}
          <a href={addresses.file('')}>walk through the guide</a>: its result has fields for them.
        </p>
      }
      sections={[
        {
          anchor: 'languages',
          title: 'Choose a language',
          body: <LanguageGroups method={method} />,
        },
        ...(method === 'serviceApp'
          ? [keyPair(addresses.page(handbookPath(method, 'keys/')))]
          : []),
        { anchor: 'answers', title: 'What comes back', body: <Answers method={method} /> },
        {
          anchor: 'files',
          title: 'Files for Postman and Bruno',
          body: (
            <ExchangeFiles
              files={exchangeFilesFor(method, defaultValues)}
              folder={addresses.file(handbookPath(method, 'requests/'))}
            />
          ),
        },
      ]}
    />
  );
}

function keyPair(page: string): HandbookSection {
  return {
    anchor: 'key-pair',
    title: 'Make the key pair',
    body: (
      <p>
        The programs sign with a private key. <a href={`${page}#commands`}>Make or convert a key</a>{' '}
        on the machine where the program will run.
      </p>
    ),
  };
}

function LanguageGroups({ method }: MethodProps) {
  const addresses = useAddresses();
  return (
    <>
      {languageGroups(languages.filter((language) => hasRequestForms(method, language))).map(
        ({ title, languages: shown }) => (
          <div key={title} className="stack [--gap:0.5rem]">
            <h3>{title}</h3>
            <ul className="method-pages">
              {shown.map((language) => (
                <Fragment key={language.id}>
                  <li>
                    <a href={addresses.file(requestsPath(method, language))}>{language.label}</a>
                  </li>
                  {language.id === curl.id && (
                    <li>
                      <a
                        href={`${addresses.file(requestsPath(method, curl))}#${windowsCurlAnchor}`}
                      >
                        {windowsCurlTitle}
                      </a>
                    </li>
                  )}
                </Fragment>
              ))}
            </ul>
          </div>
        ),
      )}
      <p>
        <a href={`${addresses.file('about/')}#how-proven`}>What our tests prove</a>
      </p>
    </>
  );
}

/** The responses differ between the kinds of access tokens, not between keys, programs or languages. */
function Answers({ method }: MethodProps) {
  const forms = formsFor(method).filter(
    ({ keyType, request }) => keyType !== 'EC' && request === 'single',
  );
  return forms.map((form) => (
    <div key={formName(form)} className="stack [--gap:0.25rem]">
      {forms.length > 1 && <h3>{variantLabels[form.variant]}</h3>}
      <FormAnswers form={form} values={defaultValues} />
    </div>
  ));
}
