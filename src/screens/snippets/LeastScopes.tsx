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
    <div className="least-scopes">
      <h3>Fewest scopes</h3>
      <p>
        {list === '' ? (
          'None: your operations do not accept a program’s access token.'
        ) : (
          <code id="least-scopes">{list}</code>
        )}
      </p>
      {list !== '' && <CopyButton label="Copy the scopes" of="least-scopes" />}
      <details
        className="no-print"
        onToggle={(event) => {
          if (event.currentTarget.open) choice.onOpen();
        }}
      >
        <summary className="quiet py-1">
          {openedCount === undefined
            ? 'What else these scopes allow'
            : `They also give access to ${openedCount} other ${openedCount === 1 ? 'operation' : 'operations'}`}
        </summary>
        {reasons ?? (
          <p>
            <a href={addresses.file(`operations/#v=1&ops=${defaultOperationId}`)}>
              The sample’s scopes on the operations page
            </a>
          </p>
        )}
      </details>
    </div>
  );
}
