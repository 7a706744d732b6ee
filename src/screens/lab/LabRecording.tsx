import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Message } from '#org/exchange/advance.ts';

import { labRecordedId } from './labIds.ts';
import { methodLabels } from './labWords.ts';
import { RecordedMessages } from './RecordedMessages.tsx';

/** All messages of an exchange that took place when the site was built. */
export interface RecordedExchange {
  readonly method: OutcomeId;
  readonly messages: readonly Message[];
}

/** Recorded exchanges, for those who cannot send the messages themselves. */
export function LabRecording({ exchanges }: { readonly exchanges: readonly RecordedExchange[] }) {
  return (
    <section className="stack pt-4" aria-labelledby="recorded-heading">
      <h2 id="recorded-heading">Every message, recorded</h2>
      <p>
        The model answered these requests when this site was built. Each credential is replaced by
        its name.
      </p>
      <details id={labRecordedId} className="prints-open">
        <summary className="py-1.5">The exchange with each method</summary>
        <div className="stack pt-2">
          {exchanges.map(({ method, messages }) => (
            <section key={method} className="stack" aria-labelledby={`recorded-${method}`}>
              <h3 id={`recorded-${method}`}>{methodLabels[method]}</h3>
              <RecordedMessages messages={messages} />
            </section>
          ))}
        </div>
      </details>
    </section>
  );
}
