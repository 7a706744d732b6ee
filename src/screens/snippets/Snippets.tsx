import type { OutcomeId } from '#guide/nodeIds.ts';
import { exchangeFilesFor } from '#snippets/exchange/exchangeFiles.ts';
import { keyPairSteps } from '#snippets/keyPair.ts';
import { languages } from '#snippets/languages.ts';
import type { RequestValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';

import { ExchangeFiles } from './ExchangeFiles.tsx';
import { FormAnswers } from './FormAnswers.tsx';
import { chosenForm, type FormChoice } from './formChoice.ts';
import { hasRequestForms, requestFormsPath } from '../requests/requestFormsPath.ts';
import { useAddresses, useIsOffered } from '../site.tsx';
import { SnippetFigure } from './SnippetFigure.tsx';

interface SnippetsProps {
  readonly method: OutcomeId;
  readonly choice: FormChoice;
  readonly values: RequestValues;
  /** Address of the folder whose files hold the same text; absent where the values are a person's. */
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
      {method === 'serviceApp' && <KeyPairSteps keyId={values.keyId} />}
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
                <SnippetFigure language={language} form={form} values={values} folder={folder} />
                {hasRequestForms(method, language) && (
                  <p className="mt-3">
                    <a href={addresses.file(requestFormsPath(method, language))}>
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

/** How to make the key pair, in the same values as the snippets. */
function KeyPairSteps({ keyId }: { readonly keyId: string }) {
  return (
    <details>
      <summary className="py-2 font-semibold">Make the key pair on your own machine</summary>
      <RadioTabs
        legend="Key pair"
        remembersAs="key"
        tabs={(['RSA', 'EC'] as const).map((keyType) => ({
          id: keyType,
          label: keyType,
          panel: (
            <ol className="steps">
              {keyPairSteps(keyType, keyId).map(({ title, command }, index) => (
                <li key={title}>
                  <div className="stack min-w-0 [--gap:0.4rem]">
                    <p>{title}</p>
                    <pre className="code" tabIndex={0} aria-label={title}>
                      <code id={`key-${keyType}-${index}`}>{command}</code>
                    </pre>
                    <CopyButton label="Copy the command" of={`key-${keyType}-${index}`} />
                  </div>
                </li>
              ))}
            </ol>
          ),
        }))}
      />
    </details>
  );
}
