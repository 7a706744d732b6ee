import { errorHints } from '#snippets/errorHints.ts';
import { expectedResponses } from '#snippets/expectedResponse.ts';
import type { Form } from '#snippets/form.ts';
import type { RequestValues } from '#snippets/values.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { errorsOf } from '../errors/errorPaths.ts';
import { useAddresses } from '../site.tsx';

interface FormAnswersProps {
  readonly form: Form;
  readonly values: RequestValues;
}

/** What comes back to a form's request, whatever its language: the right answers, and the usual errors. */
export function FormAnswers({ form, values }: FormAnswersProps) {
  return (
    <div>
      <ExpectedResponses form={form} values={values} />
      <UsualErrors form={form} />
    </div>
  );
}

function ExpectedResponses({ form, values }: FormAnswersProps) {
  return (
    <details className="prints-open">
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

/** The errors that the whole program tells apart, for those who run the single request. */
function UsualErrors({ form }: Omit<FormAnswersProps, 'values'>) {
  const addresses = useAddresses();
  return (
    <details className="prints-open">
      <summary className="py-2 font-semibold">What usually goes wrong</summary>
      <dl className="facts" aria-label="Common errors">
        {errorHints(form).map(({ code, hint }) => (
          <div key={code} className="contents">
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{hint}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={addresses.file(errorsOf(form.method))}>
          Okta’s own words for each, what else can go wrong, and the sources
        </a>
      </p>
    </details>
  );
}
