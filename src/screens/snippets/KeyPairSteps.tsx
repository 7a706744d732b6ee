import { keyPairSteps } from '#snippets/keyPair.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';

/** How to make the key pair, in the same values as the snippets. */
export function KeyPairSteps({ keyId }: { readonly keyId: string }) {
  return (
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
  );
}
