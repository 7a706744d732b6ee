import type { OutcomeId } from '#guide/nodeIds.ts';
import { serviceAppKeys } from '#guide/serviceAppKeys.ts';
import { keyPairWays } from '#snippets/keyPair.ts';
import {
  keyChangeCommands,
  keyChangeFileName,
  keyChangeNeeds,
  keyChangeScript,
} from '#snippets/keys/keyChange.ts';
import { keySetFileName, publicJwkFileName } from '#snippets/keys/keyFiles.ts';
import { keySetCheck, keySetCommand, keySetHeaders, keySetNotes } from '#snippets/keys/keySet.ts';
import { defaultValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { CitedList, CitedParagraphs } from '../Cited.tsx';
import { ErrorLinks } from '../errors/ErrorLinks.tsx';
import { HandbookPage, type HandbookSection } from '../handbook/HandbookPage.tsx';
import { handbookHeading } from '../handbook/handbookWords.ts';
import { SetUpSteps } from '../result/SetUpSteps.tsx';
import { CodeText } from '../snippets/CodeText.tsx';
import { KeyPairSteps } from '../snippets/KeyPairSteps.tsx';
import { keyMakerFoldId, keyMakerId } from './keysPath.ts';

/** The keys of a service app: how to make, convert, rotate and host them. */
export function ServiceAppKeysScreen({ method }: { readonly method: OutcomeId }) {
  return (
    <HandbookPage
      method={method}
      part="keys/"
      heading={handbookHeading(method, 'keys/')}
      cites={serviceAppKeys}
      sections={[commands, inThePage, accepted, change, hosting]}
    />
  );
}

const commands: HandbookSection = {
  anchor: 'commands',
  title: 'Make or convert a key pair with commands',
  body: (
    <>
      <p>
        Run the commands on the machine where the program will run, so that the private key never
        leaves it. They send nothing over the network.
      </p>
      <KeyPairSteps keyId={defaultValues.keyId} first="bash" />
    </>
  ),
};

const inThePage: HandbookSection = {
  anchor: 'in-the-page',
  title: 'Make a key pair on this page, for a trial',
  body: (
    <>
      <p>
        Good for a trial or a workshop. For production, make the key where it is used: this page and
        your browser’s extensions can read any key that is made here.
      </p>
      <p>
        The pair is not sent, stored or put in the address. When you leave the page, it is gone.
      </p>
      <details id={keyMakerFoldId} className="needs-script">
        <summary className="py-1 font-semibold">Open the key maker</summary>
        <div id={keyMakerId}>
          <p role="status">Loading the key maker.</p>
        </div>
      </details>
      <noscript>
        <p className="notice">This needs JavaScript. The commands above work without it.</p>
      </noscript>
    </>
  ),
};

const accepted: HandbookSection = {
  anchor: 'accepted',
  title: 'Which keys Okta accepts',
  body: <CitedList of={serviceAppKeys.accepted} />,
};

const changeId = 'key-change-script';

const change: HandbookSection = {
  anchor: 'change',
  title: 'Rotate the key without an outage',
  body: (
    <>
      <SetUpSteps steps={serviceAppKeys.rotation} />
      <h3>Rotate the key through the API</h3>
      <p>
        Save this as <code>{keyChangeFileName}</code>. The commands above print the public JWK: save
        that as <code>{publicJwkFileName}</code>. {keyChangeNeeds} It tells you which variables to
        set.
      </p>
      <p>
        Our tests run it against a look-alike org. At every step the program gets its token, and at
        the end the first key is refused.
      </p>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label="Copy the script" of={changeId} />
        <DownloadButton fileName={keyChangeFileName} of={changeId} />
      </p>
      <CodeText
        text={keyChangeScript()}
        syntax="bash"
        label="A script that rotates the keys of an app"
        id={changeId}
      />
      <ul className="stack list-disc ps-5 [--gap:0.5rem]">
        {keyChangeCommands.map(({ command, does }) => (
          <li key={command}>
            <code>{`bash ${keyChangeFileName} ${command}`}</code> <TextWithCode text={does} />
          </li>
        ))}
      </ul>
      <p>If the order is wrong, the program gets this error:</p>
      <ErrorLinks errors={serviceAppKeys.rotationErrors} />
    </>
  ),
};

const headerLines = Object.entries(keySetHeaders)
  .map(([name, value]) => `${name}: ${value}\n`)
  .join('');

const exampleUrl = 'https://keys.example.com/jwks.json';

const hosting: HandbookSection = {
  anchor: 'host',
  title: 'Host your own JWKS',
  body: (
    <>
      <SetUpSteps steps={serviceAppKeys.hosting} />
      <CitedParagraphs of={serviceAppKeys.hostingNotes} />
      <h3>Make the JWKS file</h3>
      <p>
        The commands above print the public JWK: save it as <code>{publicJwkFileName}</code>. The
        command below then writes <code>{keySetFileName}</code>, and leaves out everything private.
        For several keys, list their files one after the other.
      </p>
      {keyPairWays.map(({ id, label }, index) => (
        <details key={id} open={index === 0}>
          <summary className="py-1 font-semibold">{label}</summary>
          <div className="stack min-w-0 [--gap:0.4rem]">
            <p className="quiet">{keySetNotes[id]}</p>
            <pre className="code" tabIndex={0} aria-label={`Make the file, ${label}`}>
              <code id={`key-set-${id}`}>{keySetCommand(id)}</code>
            </pre>
            <CopyButton label="Copy the command" of={`key-set-${id}`} />
          </div>
        </details>
      ))}
      <h3>Serve and check the file</h3>
      <p>
        Send these headers: the media type of a JWKS, and a short cache lifetime, so that a change
        spreads within minutes.
      </p>
      <pre className="code" tabIndex={0} aria-label="Headers of the file">
        <code>{headerLines}</code>
      </pre>
      <p>
        Fetch it from outside your network. You should see the <code>kid</code> of each key.
      </p>
      <pre className="code" tabIndex={0} aria-label="Fetch the file">
        <code id="key-set-check">{keySetCheck(exampleUrl)}</code>
      </pre>
      <p>
        <CopyButton label="Copy the command" of="key-set-check" />
      </p>
      <p>
        Our tests make the file with these commands and serve it. A certified OAuth server fetches
        it, and verifies what this guide’s programs sign.
      </p>
      <p>If something is wrong with the file, the program gets one of these errors:</p>
      <ErrorLinks errors={serviceAppKeys.hostingErrors} />
    </>
  ),
};
