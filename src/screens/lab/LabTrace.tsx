import { useState } from 'react';

import type { RendererMachine } from '#browser/rendererMachine.ts';
import type { Message } from '#org/exchange/advance.ts';
import { answerLine, credentialsOf, traceCurl, traceMermaid } from '#org/exchange/trace.ts';
import { bashWord } from '#snippets/encoders/bashWord.ts';
import { CopyButton } from '#ui/CopyButton.tsx';

import { isExpectedRefusal } from './labWords.ts';
import { LabSequence } from './LabSequence.tsx';

interface LabTraceProps {
  readonly messages: readonly Message[];
  /** The org's. */
  readonly host: string;
  /** Address of the same exchange; absent where there is none. */
  readonly link: string | undefined;
  /** Absent where the sequence diagram is shown only as text. */
  readonly renderer?: RendererMachine;
}

/** What has been sent and answered, to take away: as a list, for Mermaid, for cURL, as a link. */
export function LabTrace({ messages, host, link, renderer }: LabTraceProps) {
  const [isDrawn, setDrawn] = useState(false);
  if (messages.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="lab-trace">
      <h2 id="lab-trace">The exchange so far</h2>
      <ol className="lab-steps">
        {messages.map((message) => (
          <li key={message.at}>
            <code>
              {message.request.method} {message.request.target.split('?')[0]}
            </code>{' '}
            with {credentialsOf(message.request).join(' and ') || 'no credential'}:{' '}
            {answerLine(message)}
            {isExpectedRefusal(message) ? ', which delivers the nonce' : null}
          </li>
        ))}
      </ol>
      {link === undefined ? null : (
        <p>
          <a href={link}>Link to this exchange</a>{' '}
          <span className="quiet">
            It shows these messages again, with new keys, tokens and signatures. The link itself
            contains none of these.
          </span>
        </p>
      )}
      {renderer === undefined ? null : isDrawn ? (
        <LabSequence text={traceMermaid(messages)} renderer={renderer} />
      ) : (
        <p>
          <button type="button" className="button" onClick={() => setDrawn(true)}>
            Draw the sequence diagram
          </button>
        </p>
      )}
      <TakenAway
        id="lab-mermaid"
        label="Sequence diagram for Mermaid"
        copies="the diagram’s text"
        text={traceMermaid(messages)}
      />
      <TakenAway
        id="lab-curl"
        label="The exchange as cURL commands"
        copies="the commands"
        text={traceCurl(messages, host, bashWord)}
      />
    </section>
  );
}

function TakenAway({
  id,
  label,
  copies,
  text,
}: {
  readonly id: string;
  readonly label: string;
  /** What its button copies, in words. */
  readonly copies: string;
  readonly text: string;
}) {
  return (
    <details>
      <summary>{label}</summary>
      <div className="stack">
        <pre className="code" tabIndex={0} aria-label={label}>
          <code id={id}>{text}</code>
        </pre>
        <CopyButton label={`Copy ${copies}`} of={id} />
      </div>
    </details>
  );
}
