import { OpenFieldsButton } from '#screens/framed/OpenFieldsButton.tsx';
import { useAddresses, useIsFramed } from '#screens/site.tsx';

import { labId } from './labIds.ts';
import { labHeading } from './labPath.ts';
import { LabRecording, type RecordedExchange } from './LabRecording.tsx';
import { stepWords } from './labWords.ts';

/** The page of the lab; without script it says what the exchange consists of. In a frame the lab comes when it is asked for. */
export function LabScreen({ recorded }: { readonly recorded: readonly RecordedExchange[] }) {
  const addresses = useAddresses();
  const isFramed = useIsFramed();
  return (
    <article className="stack [--gap:1rem]">
      <header className="stack">
        <h1 tabIndex={-1}>{labHeading}</h1>
        <p>
          See each message between a program and a model of an Okta org. Nothing leaves this page,
          and its keys are discarded when you close it. New to this? Choose “Send” to send one
          request at a time. The step in bold explains each one.
        </p>
      </header>
      {isFramed ? (
        <div id={labId} className="needs-script">
          <OpenFieldsButton label="Open the lab" awaits="lab" />
        </div>
      ) : (
        <div id={labId} className="needs-script island-to-come">
          <p role="status">Loading the lab.</p>
        </div>
      )}
      <noscript>
        <p className="notice">
          The lab needs JavaScript. Below are the messages of an exchange with each method, and{' '}
          <a href={addresses.page('errors/')}>each error has its own page</a>.
        </p>
      </noscript>
      <section className="stack pt-4" aria-labelledby="steps">
        <h2 id="steps">What happens</h2>
        <dl className="stack">
          {Object.values(stepWords).map(({ label, why }) => (
            <div key={label}>
              <dt>
                <strong>{label}</strong>
              </dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </section>
      <LabRecording exchanges={recorded} />
      <section className="stack pt-4" aria-labelledby="model">
        <h2 id="model">What the model org is</h2>
        <p>
          It is a model, not Okta. It follows Okta’s published rules and uses Okta’s published error
          texts, as our sources gave them in November 2026. If Okta has published no text, the
          response starts with “Model org:”. The list of groups is made up. Responses from other
          operations have the members that Okta’s specification defines, with made-up values, nested
          up to five levels deep.
        </p>
        <p>
          We test the model against a look-alike org, built on a certified OAuth server: thousands
          of requests must get the same response from both. Neither has been compared with Okta
          itself.
        </p>
        <p>
          You may meet the same errors in your own org.{' '}
          <a href={addresses.page('errors/')}>
            Find an error, its cause, and the step that fixes it
          </a>
          .
        </p>
      </section>
    </article>
  );
}
