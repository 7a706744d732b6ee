import { useSelector } from '@xstate/react';

import {
  keyIdProblem,
  keyMakerFailure,
  type KeyMakerActor,
  type KeyMakerSnapshot,
} from '#browser/keys/keyMakerMachine.ts';
import { algorithmOfKind, type KeyKind, keyKinds } from '#browser/keys/keyPair.ts';
import { takeFocus } from '#ui/takeFocus.ts';
import { takeLostFocus } from '#ui/takeLostFocus.ts';
import { TextField } from '#ui/TextField.tsx';

import { MadePair } from './MadePair.tsx';

interface KeyMakerProps {
  readonly actor: KeyMakerActor;
  /** Whether the page may save files; in a frame without an origin it may not. */
  readonly canDownload: boolean;
}

const kindNames: Readonly<Record<KeyKind, string>> = {
  'RSA-2048': 'RSA, 2048 bits',
  'RSA-3072': 'RSA, 3072 bits',
  'RSA-4096': 'RSA, 4096 bits',
  'EC-P-256': 'Elliptic curve P-256',
  'EC-P-384': 'Elliptic curve P-384',
  'EC-P-521': 'Elliptic curve P-521',
};

/** Makes a key pair that never leaves the page, and gives its halves away on request. */
export function KeyMaker({ actor, canDownload }: KeyMakerProps) {
  const snapshot = useSelector(actor, (current) => current);
  if (snapshot.matches('unsupported')) {
    return (
      <p className="notice" data-tone="warn">
        This page cannot make keys here: browsers offer that only over HTTPS or on localhost. Use
        the commands above.
      </p>
    );
  }
  const { pair } = snapshot.context;
  return (
    <div className="stack">
      {pair === undefined && <Choice actor={actor} snapshot={snapshot} />}
      <p role="status">{statusOf(snapshot)}</p>
      {pair !== undefined && (
        <MadePair
          pair={pair}
          snapshot={snapshot}
          canDownload={canDownload}
          send={(event) => actor.send(event)}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly actor: KeyMakerActor;
  readonly snapshot: KeyMakerSnapshot;
}

function Choice({ actor, snapshot }: ChoiceProps) {
  const { choice } = snapshot.context;
  const isMaking = snapshot.matches('making');
  return (
    <>
      <label className="field">
        <span className="font-semibold">Kind of key</span>
        <select
          value={choice.kind}
          onChange={({ target }) => {
            const kind = keyKinds.find((each) => each === target.value) ?? choice.kind;
            actor.send({ type: 'choice.change', change: { kind } });
          }}
        >
          {keyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]} ({algorithmOfKind(kind)})
            </option>
          ))}
        </select>
      </label>
      <p className="quiet">
        Okta’s documentation lists the algorithms for all these kinds. This guide’s programs read
        RSA keys of any size, but only the elliptic curve P-256.
      </p>
      <TextField
        label="Key ID (kid)"
        hint="Leave it empty to use the thumbprint of the key (RFC 7638)."
        value={choice.keyId}
        placeholder="thumbprint"
        problem={keyIdProblem(choice)}
        onChange={(keyId) => actor.send({ type: 'choice.change', change: { keyId } })}
      />
      <p className="flex flex-wrap items-center gap-3">
        {isMaking ? (
          <button
            // The button that was pressed is gone.
            ref={takeFocus}
            type="button"
            className="button"
            onClick={() => actor.send({ type: 'pair.forget' })}
          >
            Stop
          </button>
        ) : (
          <button
            ref={takeLostFocus}
            type="button"
            className="button"
            data-rank="primary"
            disabled={keyIdProblem(choice) !== undefined}
            onClick={() => actor.send({ type: 'pair.make' })}
          >
            Make the key pair
          </button>
        )}
      </p>
    </>
  );
}

/** What a person who does not see the page is told. */
function statusOf(snapshot: KeyMakerSnapshot): string {
  const failure = keyMakerFailure(snapshot);
  if (failure !== undefined) {
    return snapshot.matches('failed')
      ? `This browser could not make the key pair: ${failure} Try another kind of key.`
      : `This browser could not export the private key: ${failure}`;
  }
  if (snapshot.matches('making')) return 'Making the key pair.';
  if (snapshot.matches({ made: 'saved' }))
    return 'The private key was passed to the browser to download.';
  return snapshot.matches('made') ? 'The key pair is ready.' : '';
}
