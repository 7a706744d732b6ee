import type { OutcomeId } from '#guide/nodeIds.ts';
import { exchangeFilesFor } from '#snippets/exchange/exchangeFiles.ts';
import { languages } from '#snippets/languages.ts';
import type { RequestValues } from '#snippets/values.ts';
import { RadioTabs } from '#ui/RadioTabs.tsx';

import { ExchangeFiles } from './ExchangeFiles.tsx';
import { FormAnswers } from './FormAnswers.tsx';
import { chosenForm, type FormChoice } from './formChoice.ts';
import { hasRequestForms, requestsPath } from '../handbook/handbookPaths.ts';
import { KeyPairSteps } from './KeyPairSteps.tsx';
import { useAddresses, useIsOffered } from '../site.tsx';
import { SnippetFigure } from './SnippetFigure.tsx';

interface SnippetsProps {
  readonly method: OutcomeId;
  readonly choice: FormChoice;
  readonly values: RequestValues;
  /** Address of the method's files, which hold the same texts; absent where the values are a person's. */
  readonly folder?: string | undefined;
  /** Address of what usually goes wrong. */
  readonly troubles?: string;
}

/** A method's request in every language, in the chosen form. */
export function Snippets({
  method,
  choice,
  values,
  folder,
  troubles = '#troubles',
}: SnippetsProps) {
  const addresses = useAddresses();
  const isOffered = useIsOffered();
  const form = chosenForm(method, choice);
  return (
    <>
      {method === 'serviceApp' && (
        <details>
          <summary className="py-2 font-semibold">Make the key pair on your own machine</summary>
          <KeyPairSteps keyId={values.keyId} />
        </details>
      )}
      <RadioTabs
        legend="Language"
        remembersAs="lang"
        tabs={languages
          .filter(({ id }) => isOffered(id))
          .map((language) => ({
            id: language.id,
            label: language.label,
            panel: (
              <>
                <SnippetFigure
                  language={language}
                  form={form}
                  values={values}
                  folder={folder === undefined ? undefined : `${folder}${language.id}/`}
                />
                {hasRequestForms(method, language) && (
                  <p className="mt-3">
                    <a href={addresses.file(requestsPath(method, language))}>
                      {language.label}: every form of this request, and what changes between methods
                    </a>
                  </p>
                )}
              </>
            ),
          }))}
      />
      <FormAnswers form={form} values={values} troubles={troubles} />
      <ExchangeFiles files={exchangeFilesFor(method, values)} folder={folder} />
    </>
  );
}
