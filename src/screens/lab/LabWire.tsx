import type { Message } from '#org/exchange/advance.ts';
import { errorOf } from '#org/exchange/answerText.ts';
import { breakages } from '#org/exchange/breakages.ts';
import { answerLine, jwtsOf, messageText } from '#org/exchange/trace.ts';
import { expectedRefusal, isExpectedRefusal } from './labWords.ts';
import { errorPath } from '#screens/errors/errorPaths.ts';
import { useAddresses, useHasSite } from '#screens/site.tsx';

/** What has gone over the wire, newest first, each message raw and read. */
export function LabWire({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <section className="lab-column stack" data-column="wire" aria-labelledby="lab-wire">
      <h2 id="lab-wire">The messages</h2>
      {messages.length === 0 && <p className="quiet">Nothing yet.</p>}
      <ol className="lab-messages stack" reversed>
        {messages
          .map((message, index) => (
            <li key={message.at} value={index + 1}>
              <LabMessage message={message} isOpen={index === messages.length - 1} />
            </li>
          ))
          .toReversed()}
      </ol>
    </section>
  );
}

function LabMessage({ message, isOpen }: { readonly message: Message; readonly isOpen: boolean }) {
  const { request, response } = message;
  const addresses = useAddresses();
  const hasSite = useHasSite();
  const error = errorOf(response);
  const page = breakages.find(({ message: text }) => text === error?.text)?.errorId;
  return (
    <details open={isOpen}>
      <summary>
        <code>
          {request.method} {request.target.split('?')[0]}
        </code>{' '}
        <strong>{answerLine(message)}</strong>
      </summary>
      <div className="stack">
        {isExpectedRefusal(message) ? <p>{expectedRefusal}</p> : null}
        {error === undefined ? null : (
          <p>
            {error.text}
            {page === undefined || !hasSite ? null : (
              <>
                {' '}
                <a href={addresses.file(errorPath({ id: page }))}>Cause and fix of this error</a>
              </>
            )}
          </p>
        )}
        {jwtsOf(message).map(({ name, header, claims }) => (
          <details key={name}>
            <summary>{name}, decoded</summary>
            <pre className="code" tabIndex={0} aria-label={`${name}, decoded`}>
              <code>
                {header}
                {'\n'}
                {claims}
              </code>
            </pre>
          </details>
        ))}
        <details>
          <summary>As it was sent</summary>
          <p className="quiet">Every key, secret and token in it was made for this page.</p>
          <pre className="code" tabIndex={0} aria-label="The request and its response">
            <code>{messageText(message)}</code>
          </pre>
        </details>
      </div>
    </details>
  );
}
