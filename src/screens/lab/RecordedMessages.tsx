import type { Message } from '#org/exchange/advance.ts';
import { answerLine, jwtsOf, messageText, withoutCredentials } from '#org/exchange/trace.ts';

/** The messages of an exchange that took place when the site was built. */
export function RecordedMessages({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <ol className="list-decimal stack ps-5">
      {messages.map((message) => (
        <li key={message.at}>
          <p>
            <code>
              {message.request.method} {message.request.target}
            </code>{' '}
            <strong>{answerLine(message)}</strong>
          </p>
          <pre className="code" tabIndex={0} aria-label="The request and its response">
            {withoutCredentials(messageText(message))}
          </pre>
          {jwtsOf(message).map(({ name, header, claims }) => (
            <details key={name}>
              <summary>{name}, decoded</summary>
              <pre className="code" tabIndex={0} aria-label={`${name}, decoded`}>
                {header}
                {'\n'}
                {claims}
              </pre>
            </details>
          ))}
        </li>
      ))}
    </ol>
  );
}
