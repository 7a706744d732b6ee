import type { KeyType } from '#snippets/form.ts';
import { conversionNotes, keyConversions } from '#snippets/keyConversion.ts';
import { keyPairSteps, type KeyPairWay, keyPairWays } from '#snippets/keyPair.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

interface KeyPairStepsProps {
  readonly keyId: string;
  /** The shell or language whose commands come first. */
  readonly first: KeyPairWay;
}

/** How to make the key pair, in the same values as the snippets, in each shell. */
export function KeyPairSteps({ keyId, first }: KeyPairStepsProps) {
  const ways = keyPairWays.toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
  return (
    <div className="stack">
      <RadioTabs
        legend="Key pair"
        remembersAs="key"
        tabs={(['RSA', 'EC'] as const).map((keyType) => ({
          id: keyType,
          label: keyType,
          panel: ways.map(({ id, label, note }, index) => (
            <details key={id} open={index === 0}>
              <summary className="py-1 font-semibold">{label}</summary>
              <p className="quiet">{note}</p>
              <Steps way={id} keyType={keyType} keyId={keyId} />
            </details>
          )),
        }))}
      />
      <details>
        <summary className="py-1 font-semibold">Convert a key that you have</summary>
        <div className="stack">
          <p>
            The programs read PKCS#8 PEM without encryption. These commands read{' '}
            <code>old.pem</code> or <code>old.jwk</code> in the current folder, and send nothing
            over the network.
          </p>
          {ways.map(({ id, label }, index) => (
            <details key={id} open={index === 0}>
              <summary className="py-1 font-semibold">{label}</summary>
              <p className="quiet">{conversionNotes[id]}</p>
              <Conversions way={id} />
            </details>
          ))}
        </div>
      </details>
    </div>
  );
}

function Conversions({ way }: { readonly way: KeyPairWay }) {
  return (
    <ul className="stack">
      {keyConversions(way).map(({ conversion, title, command }) => (
        <li key={conversion} className="max-w-none">
          <div className="stack min-w-0 [--gap:0.4rem]">
            <p>
              <TextWithCode text={title} />
            </p>
            <pre className="code" tabIndex={0} aria-label={title.replaceAll('`', '')}>
              <code id={`convert-${way}-${conversion}`}>{command}</code>
            </pre>
            <CopyButton label="Copy the command" of={`convert-${way}-${conversion}`} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface StepsProps {
  readonly way: KeyPairWay;
  readonly keyType: KeyType;
  readonly keyId: string;
}

function Steps({ way, keyType, keyId }: StepsProps) {
  return (
    <ol className="steps">
      {keyPairSteps(way, keyType, keyId).map(({ title, command }, index) => (
        <li key={title} className="max-w-none">
          <div className="stack min-w-0 [--gap:0.4rem]">
            <p>{title}</p>
            <pre className="code" tabIndex={0} aria-label={title}>
              <code id={`key-${way}-${keyType}-${index}`}>{command}</code>
            </pre>
            <CopyButton label="Copy the command" of={`key-${way}-${keyType}-${index}`} />
          </div>
        </li>
      ))}
    </ol>
  );
}
