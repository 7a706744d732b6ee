import { defaultOperationId, defaultValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';

import { useAddresses } from '../site.tsx';
import type { OperationChoice } from './requestInputs.ts';

/** The fewest scopes for the operations of the request, to copy, with what else they open. */
export function LeastScopes({ choice }: { readonly choice: OperationChoice }) {
  const addresses = useAddresses();
  const { list, openedCount, reasons } = choice.scopes ?? {
    list: defaultValues.scopes.join(' '),
  };
  return (
    <div className="stack [--gap:0.25rem]">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <h3>Least scopes</h3>
        {list !== '' && <CopyButton label="Copy the scopes" of="least-scopes" />}
      </div>
      <p>
        {list === '' ? (
          'None: your operations take no access token of a program.'
        ) : (
          <code id="least-scopes">{list}</code>
        )}
      </p>
      <details
        className="no-print"
        onToggle={(event) => {
          if (event.currentTarget.open) choice.onOpen();
        }}
      >
        <summary className="quiet py-1">
          What else these scopes open
          {openedCount !== undefined &&
            `: ${openedCount} other ${openedCount === 1 ? 'operation' : 'operations'}`}
        </summary>
        {reasons ?? (
          <p>
            <a href={addresses.file(`operations/#v=1&ops=${defaultOperationId}`)}>
              The sample’s scopes on the page of operations
            </a>
          </p>
        )}
      </details>
    </div>
  );
}
