import { shallowEqual, useActorRef, useSelector } from '@xstate/react';
import { useId } from 'react';

import { explainMermaidProblem } from '#diagram/mermaidProblem.ts';
import {
  drawnPicture,
  type RendererMachine,
  type RendererStatus,
  rendererStatus,
} from '#browser/rendererMachine.ts';

interface DiagramEditorProps {
  readonly initialText: string;
  readonly renderer: RendererMachine;
}

/** Lets a person change the Mermaid text of their path and see Mermaid draw it. */
export function DiagramEditor({ initialText, renderer: machine }: DiagramEditorProps) {
  const id = useId();
  const renderer = useActorRef(machine, { input: { text: initialText } });
  const text = useSelector(renderer, ({ context }) => context.text);
  const picture = useSelector(renderer, drawnPicture);
  const status = useSelector(renderer, rendererStatus, shallowEqual);
  const canRetry = useSelector(renderer, (snapshot) => snapshot.can({ type: 'retry' }));
  const retry = () => {
    renderer.send({ type: 'retry' });
    // The button goes, and the keyboard should not be left nowhere.
    document.getElementById(id)?.focus();
  };

  return (
    <div className="stack">
      <label htmlFor={id} className="block font-semibold">
        Mermaid text of your path
      </label>
      <p id={`${id}-hint`} className="quiet">
        Change labels or the title; the picture follows. Nothing leaves this page.
      </p>
      <textarea
        id={id}
        className="code block w-full"
        rows={16}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={({ target }) => renderer.send({ type: 'text.changed', text: target.value })}
      />
      <pre id={`${id}-problem`} role="status" className="quiet whitespace-pre-wrap font-sans">
        {statusText(status)}
      </pre>
      {canRetry && (
        <p>
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      {picture !== undefined && (
        <img
          className="edited-picture"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`}
          alt="Your edited diagram, drawn by Mermaid from the text above"
        />
      )}
    </div>
  );
}

function statusText(status: RendererStatus): string {
  switch (status.kind) {
    case 'loading':
      return 'Mermaid is being loaded.';
    case 'following':
      return '';
    case 'unavailable':
      return 'Mermaid could not be loaded, perhaps because you are offline. Your text is kept: copy it, or try again.';
    case 'stalled':
      return 'Mermaid did not finish drawing this text. Your text is kept: change it, or try again.';
    case 'refused':
      return explainMermaidProblem(status.text, status.reason);
  }
}
