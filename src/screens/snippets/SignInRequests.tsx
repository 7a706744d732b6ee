import { signInEnvironment } from '#snippets/signIn/signInScripts.ts';
import { signInReport, wasExecuted } from '#snippets/signIn/signInReport.ts';
import {
  type SignInRequest,
  signInRequest,
  type SignInRequestId,
  signInScriptsNeed,
} from '#snippets/signIn/signInRequests.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';

import { useAddresses } from '../site.tsx';
import { CodeText } from './CodeText.tsx';

/** The requests of a program that acts for whoever is signed in, by what the person signs in to. */
export function PersonRequests() {
  return (
    <>
      <p>
        Each script signs a person in and calls Okta with that person’s access token. Put in your
        own org domain, client ID and redirect URI. The scope <code>offline_access</code> asks for a
        refresh token, which the script keeps in a file. With it, the program gets new access tokens
        later without another sign-in.
      </p>
      <RadioTabs
        legend="Your program"
        remembersAs="sign-in"
        tabs={[
          {
            id: 'native',
            label: 'Native app',
            panel: <AppRequests signIn="sign-in-native-app" renewal="renew-native-app" />,
          },
          {
            id: 'terminal',
            label: 'Terminal',
            panel: <AppRequests signIn="sign-in-terminal" renewal="renew-native-app" />,
          },
          {
            id: 'web',
            label: 'Web app',
            panel: <AppRequests signIn="sign-in-web-app" renewal="renew-web-app" />,
          },
        ]}
      />
      <h3>The address that the browser opens</h3>
      <p>
        The scripts write it for you. Here it is with the example values of RFC 7636 for PKCE; your
        program makes a new challenge and a new state for each sign-in.
      </p>
      <RequestFigure request={signInRequest('sign-in-address')} place="address" />
    </>
  );
}

/** The requests of a product that an admin has authorized once. */
export function ProductRequests() {
  return (
    <>
      <p>
        These scripts do what such a product does. Put in your own org domain, client ID and
        redirect URI. If they work, the app and the account are set up correctly, and what is left
        is the product’s own settings.
      </p>
      <AppRequests
        signIn="sign-in-web-app"
        renewal="renew-web-app"
        signInTitle="Once: an admin signs in"
        renewalTitle="From then on: a new access token"
      />
    </>
  );
}

interface AppRequestsProps {
  readonly signIn: SignInRequestId;
  readonly renewal: SignInRequestId;
  readonly signInTitle?: string;
  readonly renewalTitle?: string;
}

function AppRequests({
  signIn,
  renewal,
  signInTitle = 'Sign the person in',
  renewalTitle = 'Later: a new access token without a sign-in',
}: AppRequestsProps) {
  return (
    <div className="stack">
      <h3>{signInTitle}</h3>
      <RequestFigure request={signInRequest(signIn)} place={signIn} />
      <h3>{renewalTitle}</h3>
      <RequestFigure request={signInRequest(renewal)} place={signIn} />
    </div>
  );
}

interface RequestFigureProps {
  readonly request: SignInRequest;
  /** Tells figures of the same request on one page apart. */
  readonly place: string;
}

function RequestFigure({ request, place }: RequestFigureProps) {
  const { id, text, script } = request;
  const textId = `${place}-${id}`;
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
                  <code>{name}</code>
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
  const meaning = <a href={`${addresses.file('requests/')}#how-proven`}>What that means</a>;
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
