import { useState } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { windowsAbsenceOf } from '#snippets/curl/windows/windowsCurl.ts';
import type { RequestValues } from '#snippets/values.ts';

import { chosenForm, type FormChoice } from './formChoice.ts';
import { valuesOfEachCall } from './severalCalls.ts';
import { WindowsCurl, windowsCurlTitle } from './WindowsCurl.tsx';

interface WindowsRequestsProps {
  readonly method: OutcomeId;
  readonly choice: FormChoice;
  readonly values: RequestValues;
}

/** The person's values in cURL for the shells of Windows, written once somebody opens it. */
export function WindowsRequests({ method, choice, values }: WindowsRequestsProps) {
  const [isOpen, setOpen] = useState(false);
  const form = chosenForm(method, choice);
  // Why a form has none is said once, however many calls there are.
  const calls = windowsAbsenceOf(form) === null ? valuesOfEachCall(values) : [values];
  return (
    <details className="no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="py-2 font-semibold">{windowsCurlTitle}</summary>
      {isOpen && (
        <div className="stack">
          {calls.map((call, place) => (
            <WindowsCurl
              // Two calls may be the same in all but their place.
              // oxlint-disable-next-line react/no-array-index-key
              key={place}
              form={form}
              values={call}
              place={place}
            />
          ))}
        </div>
      )}
    </details>
  );
}
