import type { KeyType } from '#snippets/form.ts';
import { keyPairSteps, type KeyPairWay, keyPairWays } from '#snippets/keyPair.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';

interface KeyPairStepsProps {
  readonly keyId: string;
  /** The shell or language whose commands stand first. */
  readonly first: KeyPairWay;
}

/** How to make the key pair, in the same values as the snippets, in each shell. */
export function KeyPairSteps({ keyId, first }: KeyPairStepsProps) {
  const ways = keyPairWays.toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
  return (
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
        <li key={title}>
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
