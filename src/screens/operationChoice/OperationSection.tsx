import { useAddresses } from '../site.tsx';
import type { OperationChoice } from '../snippets/requestInputs.ts';

/** The operations of the request, folded until a person wants others than the sample. */
export function OperationSection({ choice }: { readonly choice: OperationChoice }) {
  const addresses = useAddresses();
  return (
    <>
      <details
        className="needs-script no-print"
        open={choice.count > 0 || undefined}
        // Opened before the page was hydrated.
        ref={(details) => {
          const isMissing = choice.fields === undefined && choice.problem === undefined;
          if (details?.open === true && isMissing) choice.onOpen();
        }}
        onToggle={(event) => {
          if (event.currentTarget.open) choice.onOpen();
        }}
      >
        <summary className="py-2 font-semibold">
          {choice.count === 0
            ? 'Call your own operations instead of the sample'
            : `Your operations (${choice.count})`}
        </summary>
        <LoadedChoice choice={choice} />
      </details>
      <p className="quiet">
        <a href={addresses.file('operations/')}>Every operation, and which credential it accepts</a>
      </p>
    </>
  );
}

/** What has been loaded of the choice, or why it has not. */
export function LoadedChoice({ choice }: { readonly choice: OperationChoice }) {
  if (choice.fields !== undefined) return choice.fields;
  return <p role="status">{choice.problem ?? 'Loading the operations.'}</p>;
}
