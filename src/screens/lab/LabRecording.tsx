import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Message } from '#org/exchange/advance.ts';
import { answerLine, jwtsOf, messageText, withoutCredentials } from '#org/exchange/trace.ts';

import { labRecordedId } from './labPath.ts';
import { methodLabels } from './labWords.ts';

/** All messages of an exchange that took place when the site was built. */
export interface RecordedExchange {
  readonly method: OutcomeId;
  readonly messages: readonly Message[];
}

/** Recorded exchanges, for those who cannot send the messages themselves. */
export function LabRecording({ exchanges }: { readonly exchanges: readonly RecordedExchange[] }) {
  return (
    <section className="stack" aria-labelledby="recorded-heading">
      <h2 id="recorded-heading">Every message, recorded</h2>
      <p>
        The model answered these requests when this site was built. Each credential is replaced by
        its name.
      </p>
      <details id={labRecordedId} className="prints-open">
        <summary className="py-1.5">The exchange by each method</summary>
        <div className="stack pt-2">
          {exchanges.map(({ method, messages }) => (
            <section key={method} className="stack" aria-labelledby={`recorded-${method}`}>
              <h3 id={`recorded-${method}`}>{methodLabels[method]}</h3>
              <ol className="list-decimal stack ps-5">
                {messages.map((message) => (
                  <li key={message.at}>
                    <p>
                      <code>
                        {message.request.method} {message.request.target}
                      </code>{' '}
                      <strong>{answerLine(message)}</strong>
                    </p>
                    <pre className="code" tabIndex={0} aria-label="The request and its answer">
                      {withoutCredentials(messageText(message))}
                    </pre>
                    {jwtsOf(message).map(({ name, header, claims }) => (
                      <details key={name}>
                        <summary>{name}, read</summary>
                        <pre className="code" tabIndex={0} aria-label={`${name}, read`}>
                          {header}
                          {'\n'}
                          {claims}
                        </pre>
                      </details>
                    ))}
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      </details>
    </section>
  );
}
