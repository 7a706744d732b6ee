import { shallowEqual, useActorRef, useSelector } from '@xstate/react';
import { useEffect, useSyncExternalStore } from 'react';

import { isShownDark, watchDarkness } from '#browser/darkness.ts';
import { drawnPicture, type RendererMachine, rendererStatus } from '#browser/rendererMachine.ts';

interface LabSequenceProps {
  /** In Mermaid's language. */
  readonly text: string;
  readonly renderer: RendererMachine;
}

/** Not in the text that people take away: where that is drawn, another theme may be right. */
const darkTheme = '%%{init: {"theme": "dark"}}%%\n';

/** The exchange as Mermaid draws it; the list above it says the same in words. */
export function LabSequence({ text, renderer: machine }: LabSequenceProps) {
  const isDark = useSyncExternalStore(watchDarkness, isShownDark);
  const drawn = isDark ? `${darkTheme}${text}` : text;
  const renderer = useActorRef(machine, { input: { text: drawn } });
  const picture = useSelector(renderer, drawnPicture);
  const { kind } = useSelector(renderer, rendererStatus, shallowEqual);
  const canRetry = useSelector(renderer, (snapshot) => snapshot.can({ type: 'retry' }));
  useEffect(() => renderer.send({ type: 'text.changed', text: drawn }), [renderer, drawn]);
  return (
    <div className="stack">
      <p role="status" className="quiet">
        {statusWords(kind)}
      </p>
      {canRetry ? (
        <button type="button" className="button" onClick={() => renderer.send({ type: 'retry' })}>
          Try again
        </button>
      ) : null}
      {picture === undefined ? null : (
        <img
          className="edited-picture"
          data-theme={isDark ? 'dark' : 'light'}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`}
          alt="The exchange as a sequence diagram; the list above has the same messages"
        />
      )}
    </div>
  );
}

function statusWords(kind: ReturnType<typeof rendererStatus>['kind']): string {
  switch (kind) {
    case 'loading':
      return 'Loading Mermaid.';
    case 'following':
      return '';
    default:
      return 'Mermaid could not draw the exchange here. The list above has the same messages.';
  }
}
