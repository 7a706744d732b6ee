import { useEffect, useId, useRef, useState } from 'react';

import { explainMermaidProblem } from '#diagram/mermaidProblem.ts';

import type { DiagramRenderer, DiagramServices } from './diagramServices.ts';

interface DiagramEditorProps {
  readonly initialText: string;
  readonly services: DiagramServices;
}

/** A pause in typing after which the picture follows, in milliseconds. */
const pause = 250;

/** Lets a person change the Mermaid text of their path and see Mermaid draw it. */
export function DiagramEditor({ initialText, services }: DiagramEditorProps) {
  const id = useId();
  const [text, setText] = useState(initialText);
  const [picture, setPicture] = useState<string | undefined>();
  const [problem, setProblem] = useState('Mermaid is being loaded.');
  const renderer = useRef<DiagramRenderer | undefined>(undefined);

  useEffect(() => {
    renderer.current = services.startRenderer();
    return () => renderer.current?.close();
  }, [services]);

  useEffect(() => {
    // A slow drawing must not overwrite a newer one: the text it was made for has to be the present.
    let present = true;
    const draw = async () => {
      const drawn = await renderer.current?.draw(text);
      if (!present || drawn === undefined) return;
      if (drawn.ok) setPicture(drawn.svg);
      setProblem(drawn.ok ? '' : explainMermaidProblem(text, drawn.reason));
    };
    const drawing = setTimeout(() => void draw(), pause);
    return () => {
      present = false;
      clearTimeout(drawing);
    };
  }, [text]);

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
        onChange={(event) => setText(event.target.value)}
      />
      <pre id={`${id}-problem`} role="status" className="quiet whitespace-pre-wrap font-sans">
        {problem}
      </pre>
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
