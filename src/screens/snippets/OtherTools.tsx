import { useState } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { exchangeFilesFor } from '#snippets/exchange/exchangeFiles.ts';
import { keyPairWayOf } from '#snippets/keyPair.ts';
import type { RequestValues } from '#snippets/values.ts';

import { ExchangeFiles } from './ExchangeFiles.tsx';
import { KeyPairSteps } from './KeyPairSteps.tsx';

interface OtherToolsProps {
  readonly method: OutcomeId;
  /** Id of the chosen language. */
  readonly language: string;
  readonly values: RequestValues;
}

/** The person's values in what is shown beside a program, written once somebody opens it: it is long. */
export function OtherTools({ method, language, values }: OtherToolsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="py-2 font-semibold">
        {method === 'serviceApp'
          ? 'The same for other tools, and your key pair'
          : 'The same for other tools'}
      </summary>
      {isOpen && (
        <div className="stack">
          <ExchangeFiles files={exchangeFilesFor(method, values)} folder={undefined} />
          {method === 'serviceApp' && (
            <KeyPairSteps keyId={values.keyId} first={keyPairWayOf(language)} />
          )}
        </div>
      )}
    </details>
  );
}
