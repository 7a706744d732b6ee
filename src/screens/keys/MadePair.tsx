import type {
  KeyMakerEvent,
  KeyMakerSnapshot,
  PrivateWish,
} from '#browser/keys/keyMakerMachine.ts';
import type { MadeKeyPair } from '#browser/keys/keyPair.ts';
import { keySetFileName, publicJwkFileName } from '#snippets/keys/keyFiles.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { takeFocus } from '#ui/takeFocus.ts';
import { takeLostFocus } from '#ui/takeLostFocus.ts';

interface MadePairProps {
  readonly pair: MadeKeyPair;
  readonly snapshot: KeyMakerSnapshot;
  readonly canDownload: boolean;
  readonly send: (event: KeyMakerEvent) => void;
}

/** Both halves of a pair: the public one to paste, and the private one when a person asks for it. */
export function MadePair({ pair, snapshot, canDownload, send }: MadePairProps) {
  const { publicJwk } = pair;
  return (
    <>
      <div className="stack" role="group" aria-labelledby="made-private">
        <h3
          id="made-private"
          // What was pressed is gone, and this is what came of it.
          ref={takeFocus}
          tabIndex={-1}
        >
          The private key
        </h3>
        <PrivateHalf snapshot={snapshot} canDownload={canDownload} send={send} />
      </div>
      <div className="stack" role="group" aria-labelledby="made-public">
        <h3 id="made-public">The public key</h3>
        <p>
          Key ID: <code>{publicJwk.kid}</code>. Give it to the program too.
        </p>
        <PublicText
          id="made-jwk"
          title="As a JWK, to paste into the app"
          copy="Copy the public JWK"
          fileName={publicJwkFileName}
          text={jsonOf(publicJwk)}
          canDownload={canDownload}
        />
        <PublicText
          id="made-jwks"
          title="As a JWKS, to host"
          copy="Copy the JWKS"
          fileName={keySetFileName}
          text={jsonOf({ keys: [publicJwk] })}
          canDownload={canDownload}
        />
      </div>
      <p>
        <button type="button" className="button" onClick={() => send({ type: 'pair.forget' })}>
          Discard this key pair
        </button>
      </p>
    </>
  );
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const forms = [
  ['pem', 'PEM'],
  ['jwk', 'JWK'],
] as const;

function PrivateHalf({ snapshot, canDownload, send }: Omit<MadePairProps, 'pair'>) {
  const { privateText } = snapshot.context;
  const ask = (wish: PrivateWish) => send({ type: 'private.ask', wish });
  return (
    <>
      <p>
        Save it now: when you discard the pair or leave this page, it is gone. Programs read the
        PEM; Okta’s SDK for .NET reads the JWK.
      </p>
      {canDownload && (
        <p className="flex flex-wrap gap-3">
          {forms.map(([form, name]) => (
            <button
              key={form}
              type="button"
              className="button"
              onClick={() => ask({ form, as: 'file' })}
            >
              Download the private key as {name}
            </button>
          ))}
        </p>
      )}
      {privateText === undefined ? (
        <p className="flex flex-wrap gap-3">
          {forms.map(([form, name]) => (
            <button
              key={form}
              ref={takeLostFocus}
              type="button"
              className="button"
              data-rank="quiet"
              onClick={() => ask({ form, as: 'text' })}
            >
              Show the private key as {name}
            </button>
          ))}
        </p>
      ) : (
        <div className="stack">
          <p className="notice" data-tone="warn">
            Other programs can read what you copy, and some systems keep it or send it to your other
            devices. Paste it into its file, then copy something else.
          </p>
          <pre className="code" tabIndex={0} aria-label="The private key" ref={takeFocus}>
            <code id="made-private-text">{privateText}</code>
          </pre>
          <p className="flex flex-wrap items-center gap-3">
            <CopyButton label="Copy the private key" of="made-private-text" />
            <button
              type="button"
              className="button"
              onClick={() => send({ type: 'private.cover' })}
            >
              Hide the private key
            </button>
          </p>
        </div>
      )}
    </>
  );
}

interface PublicTextProps {
  readonly id: string;
  readonly title: string;
  readonly copy: string;
  readonly fileName: string;
  readonly text: string;
  readonly canDownload: boolean;
}

function PublicText({ id, title, copy, fileName, text, canDownload }: PublicTextProps) {
  return (
    <div className="stack min-w-0 [--gap:0.4rem]">
      <p>{title}</p>
      <pre className="code" tabIndex={0} aria-label={title}>
        <code id={id}>{text}</code>
      </pre>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label={copy} of={id} />
        {canDownload && <DownloadButton fileName={fileName} of={id} />}
      </p>
    </div>
  );
}
