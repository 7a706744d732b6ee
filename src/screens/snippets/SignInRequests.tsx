import { curl } from '#snippets/curl/curl.ts';
import { signInEnvironment } from '#snippets/signIn/signInScripts.ts';
import { signInReport, wasExecuted } from '#snippets/signIn/signInReport.ts';
import {
  type SignInRequest,
  signInRequest,
  signInScriptsNeed,
} from '#snippets/signIn/signInRequests.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';

import { useAddresses } from '../site.tsx';
import { CodeText } from './CodeText.tsx';
import { settingLine } from './settingLine.ts';

/** The requests of a program that acts for whoever is signed in, by the kind of program. */
export function PersonRequests() {
  return (
    <>
      <p>
        Each script signs a person in and calls Okta with that person’s access token. Fill in your
        own org domain, client ID and redirect URI. The scope <code>offline_access</code> asks for a
        refresh token, which the script keeps in a file. With it, the program gets new access tokens
        later without another sign-in.
      </p>
      <h3>Sign the person in</h3>
      <RadioTabs
        legend="Your program"
        remembersAs="sign-in"
        tabs={[
          {
            id: 'native',
            label: 'Native app',
            panel: <RequestFigure request={signInRequest('sign-in-native-app')} />,
          },
          {
            id: 'terminal',
            label: 'Terminal',
            panel: <RequestFigure request={signInRequest('sign-in-terminal')} />,
          },
          {
            id: 'web',
            label: 'Web app',
            panel: <RequestFigure request={signInRequest('sign-in-web-app')} />,
          },
        ]}
      />
      <h3>Later: get a new access token without a sign-in</h3>
      <RadioTabs
        legend="Your program"
        remembersAs="renewal"
        tabs={[
          {
            id: 'native',
            label: 'Native app or terminal',
            panel: <RequestFigure request={signInRequest('renew-native-app')} />,
          },
          {
            id: 'web',
            label: 'Web app',
            panel: <RequestFigure request={signInRequest('renew-web-app')} />,
          },
        ]}
      />
      <h3>The address that the browser opens</h3>
      <p>
        The scripts write it for you. Here it has the example values that RFC 7636 gives for PKCE.
        Your program makes a new challenge and a new state for each sign-in.
      </p>
      <RequestFigure request={signInRequest('sign-in-address')} />
    </>
  );
}

/** The requests of a product that an admin has authorized once. */
export function ProductRequests() {
  return (
    <>
      <p>
        These scripts do what such a product does. Fill in your own org domain, client ID and
        redirect URI. If they work, the app and the account are set up correctly, and only the
        product’s own settings are left.
      </p>
      <h3>Once: an admin signs in</h3>
      <RequestFigure request={signInRequest('sign-in-web-app')} />
      <h3>From then on: the product gets a new access token</h3>
      <RequestFigure request={signInRequest('renew-web-app')} />
    </>
  );
}

/** A request: what it needs, what has been proven, the text. */
function RequestFigure({ request }: { readonly request: SignInRequest }) {
  const { id, text, script } = request;
  const textId = `request-${id}`;
  return (
    <figure className="stack [--gap:0.75rem]">
      <figcaption className="quiet stack [--gap:0.25rem]">
        {script !== null && (
          <p>
            Needs {signInScriptsNeed}. Run it with <code>bash {script.fileName}</code>.
          </p>
        )}
        <Evidence request={request} />
        {script !== null && (
          <dl className="facts">
            {script.environment.map((name) => (
              <div key={name} className="contents">
                <dt>
                  <code>{settingLine(curl.id, name)}</code>
                </dt>
                <dd>{signInEnvironment[name]}</dd>
              </div>
            ))}
          </dl>
        )}
      </figcaption>
      {script === null ? (
        <pre className="code">
          <code id={textId} className="break-all whitespace-pre-wrap">
            {text}
          </code>
        </pre>
      ) : (
        <CodeText id={textId} label={script.fileName} text={text} syntax="bash" />
      )}
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label={script === null ? 'Copy the address' : 'Copy the script'} of={textId} />
        {script !== null && <DownloadButton fileName={script.fileName} of={textId} />}
      </p>
    </figure>
  );
}

/** What has been proven about a request, and with what. */
function Evidence({ request }: { readonly request: SignInRequest }) {
  const addresses = useAddresses();
  const { executedOn, versions } = signInReport;
  const meaning = <a href={`${addresses.file('about/')}#how-proven`}>About our tests</a>;
  return wasExecuted(request) ? (
    <p>
      <strong>Executed</strong> on <time dateTime={executedOn}>{executedOn}</time>
      {request.script !== null && <> with {versions.join(', ')}</>}. {meaning}
    </p>
  ) : (
    <p>
      <strong>Not executed</strong> by this project’s tests. {meaning}
    </p>
  );
}
