import type { OutcomeId } from '#guide/machine.ts';
import { environmentVariables } from '#snippets/environment.ts';
import { expectedResponses } from '#snippets/expectedResponse.ts';
import { type Form, formName } from '#snippets/form.ts';
import { keyPairSteps } from '#snippets/keyPair.ts';
import type { Language } from '#snippets/language.ts';
import { languages } from '#snippets/languages.ts';
import { formsFor, snippetFor } from '#snippets/snippet.ts';
import type { RequestValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

interface SnippetsProps {
  readonly method: OutcomeId;
  readonly values: RequestValues;
  /** Address of the folder whose files hold the same text; absent where the values are a person's. */
  readonly folder?: string | undefined;
}

const variantLabels = {
  dpop: 'DPoP, as new apps from the Admin Console require',
  bearer: 'Bearer, where DPoP is switched off',
} as const;

/** DPoP first: an app made in the Admin Console today refuses a plain Bearer request (fact D2). */
export const variantOrder = ['dpop', 'bearer'] as const;

/** A method's request in every language, each in every form that the language has. */
export function Snippets({ method, ...rest }: SnippetsProps) {
  const forms = formsFor(method);
  return (
    <>
      {method === 'serviceApp' && <KeyPairSteps keyId={rest.values.keyId} />}
      <RadioTabs
        legend="Language"
        remembersAs="lang"
        tabs={languages.map((language) => ({
          id: language.id,
          label: language.label,
          panel: <InLanguage language={language} forms={forms} {...rest} />,
        }))}
      />
    </>
  );
}

type PartProps = Omit<SnippetsProps, 'method'> & { readonly language: Language };

function InLanguage({ forms, ...rest }: PartProps & { readonly forms: readonly Form[] }) {
  const offered = variantOrder.filter((variant) => forms.some((form) => form.variant === variant));
  if (offered.length < 2)
    return forms.map((form) => <OneForm key={formName(form)} form={form} {...rest} />);
  return (
    <RadioTabs
      legend="Token"
      remembersAs="variant"
      tabs={offered.map((variant) => ({
        id: variant,
        label: variantLabels[variant],
        panel: (
          <RadioTabs
            legend="Key pair"
            remembersAs="key"
            tabs={forms
              .filter((form) => form.variant === variant)
              .map((form) => ({
                id: form.keyType ?? '',
                label: form.keyType ?? '',
                panel: <OneForm form={form} {...rest} />,
              }))}
          />
        ),
      }))}
    />
  );
}

function OneForm({ language, form, values, folder }: PartProps & { readonly form: Form }) {
  const absence = language.absence(form);
  if (absence !== null) return <p className="notice">{absence}</p>;
  const snippet = snippetFor(language.id, form, values);
  const needed = Object.entries(environmentVariables).filter(
    ([name]) => name in snippet.environment,
  );
  return (
    <figure className="stack mt-2 [--gap:0.75rem]">
      <figcaption className="quiet stack [--gap:0.25rem]">
        {snippet.note !== null && (
          <p>
            <TextWithCode text={snippet.note} />
          </p>
        )}
        <p>
          Needs {language.needs}.
          {snippet.run !== null && (
            <>
              {' '}
              Run it with <code>{snippet.run}</code>.
            </>
          )}{' '}
          Not yet executed by this project’s tests.
        </p>
        {needed.length > 0 && (
          <dl className="facts">
            {needed.map(([name, { holds }]) => (
              <div key={name} className="contents">
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{holds}</dd>
              </div>
            ))}
          </dl>
        )}
      </figcaption>
      <pre className="code" tabIndex={0} aria-label={`${language.label} snippet`}>
        <code id={`snippet-${snippet.id}`}>{snippet.text}</code>
      </pre>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label={`Copy ${language.label}`} of={`snippet-${snippet.id}`} />
        {folder !== undefined && (
          <a className="button no-print" href={`${folder}${snippet.fileName}`} download>
            Download {snippet.fileName}
          </a>
        )}
      </p>
      <ExpectedResponses form={form} values={values} />
    </figure>
  );
}

function ExpectedResponses({
  form,
  values,
}: {
  readonly form: Form;
  readonly values: RequestValues;
}) {
  return (
    <details>
      <summary className="py-2 font-semibold">What should come back</summary>
      <div className="stack">
        {expectedResponses(form, values).map(({ title, status, headers, body, note }) => (
          <div key={title} className="stack [--gap:0.4rem]">
            <p>
              <strong>{title}</strong>: <code>{status}</code>. <TextWithCode text={note} />
            </p>
            <pre className="code" tabIndex={0} aria-label={`Response: ${title}`}>
              <code>
                {[...headers.map(({ name, value }) => `${name}: ${value}`), '', body].join('\n')}
              </code>
            </pre>
          </div>
        ))}
      </div>
    </details>
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
