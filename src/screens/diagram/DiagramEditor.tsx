import { shallowEqual, useActorRef, useSelector } from '@xstate/react';
import { useId } from 'react';

import { explainMermaidProblem } from '#diagram/mermaidProblem.ts';
import { mermaidSize, mostCharacters, mostParts } from '#diagram/mermaidSize.ts';
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
  const canStop = useSelector(renderer, (snapshot) => snapshot.can({ type: 'drawing.stop' }));
  const send = (type: 'retry' | 'drawing.stop') => {
    renderer.send({ type });
    // The button disappears, and the focus must not be lost with it.
    document.getElementById(id)?.focus();
  };

  return (
    <div className="stack">
      <label htmlFor={id} className="block font-semibold">
        Mermaid text of your path
      </label>
      <p id={`${id}-hint`} className="quiet">
        Change labels or the title; the picture follows. Up to {counted(mostCharacters)} characters
        and {mostParts} lines, boxes and arrows are drawn. Nothing leaves this page.
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
      <p id={`${id}-problem`} role="status" className="quiet whitespace-pre-wrap">
        {statusText(status, text)}
      </p>
      <p className="flex flex-wrap gap-3">
        <button
          type="button"
          className="button"
          disabled={!canStop}
          onClick={() => send('drawing.stop')}
        >
          Stop drawing
        </button>
        {canRetry && (
          <button type="button" className="button" onClick={() => send('retry')}>
            Try again
          </button>
        )}
      </p>
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

const counted = (count: number): string => count.toLocaleString('en');

function tooLargeText(text: string): string {
  const { characters, parts } = mermaidSize(text);
  return characters > mostCharacters
    ? `This text has ${counted(characters)} characters, but the guide draws up to ${counted(mostCharacters)}. It was not drawn, because that could freeze this page for minutes. Shorten it.`
    : `This text has about ${counted(parts)} lines, boxes and arrows, but the guide draws up to ${mostParts}. It was not drawn, because that could freeze this page for minutes. Shorten it.`;
}

function statusText(status: RendererStatus, text: string): string {
  switch (status.kind) {
    case 'loading':
      return 'Loading Mermaid.';
    case 'following':
      return '';
    case 'unavailable':
      return 'Mermaid could not be loaded, perhaps because you are offline. Your text is kept: copy it, or try again.';
    case 'stalled':
      return 'Mermaid did not finish drawing this text. Your text is kept: change it, or try again.';
    case 'stopped':
      return 'Drawing was stopped. Your text is kept: change it, or try again.';
    case 'tooLarge':
      return tooLargeText(text);
    case 'refused':
      return explainMermaidProblem(status.text, status.reason);
  }
}
