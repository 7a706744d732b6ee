import { useActorRef, useSelector } from '@xstate/react';
import { lazy, type ReactNode, Suspense, useState } from 'react';

import { exportFailure, type PictureExport } from '#browser/pictureExportMachine.ts';

import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import type { DiagramServices } from './diagramServices.ts';

/** Few people edit the text: what the editor needs is loaded when somebody opens it. */
const DiagramEditor = lazy(async () => {
  try {
    const { DiagramEditor: Editor } = await import('./DiagramEditor.tsx');
    return { default: Editor };
  } catch {
    // The rest of the screen stays.
    return { default: EditorMissing };
  }
});

function EditorMissing() {
  return (
    <p role="status">
      The editor could not be loaded. Load the page again once you are online. You can still copy
      the text above.
    </p>
  );
}

/** The id of the element that holds the path's Mermaid text, which the buttons read. */
export const mermaidTextId = 'mermaid-text';

interface DiagramPanelProps {
  /** The picture with its text; absent while a prerendered page is hydrated. */
  readonly picture: ReactNode | undefined;
  readonly pathSvgUrl: string;
  readonly services: DiagramServices;
}

const presentText = (): string => document.getElementById(mermaidTextId)?.textContent ?? '';

/** The path, drawn and in words, and what people can take away from it. */
export function DiagramPanel({ picture, pathSvgUrl, services }: DiagramPanelProps) {
  const [draft, setDraft] = useState<string | undefined>();
  const pictureExport = useActorRef(services.pictureExport);
  const failure = useSelector(pictureExport, exportFailure);
  const take = (wanted: PictureExport) => pictureExport.send({ type: 'export.asked', wanted });
  return (
    <>
      <StaticMarkup className="stack">{picture}</StaticMarkup>
      <p className="needs-script no-print flex flex-wrap items-center gap-x-6">
        <button
          type="button"
          className="button"
          data-rank="quiet"
          onClick={() => take({ as: 'png', svgAddress: pathSvgUrl, fileName: 'path.png' })}
        >
          Download PNG
        </button>
        <button
          type="button"
          className="button"
          data-rank="quiet"
          onClick={() => take({ as: 'mermaidLive', text: presentText() })}
        >
          Open in mermaid.live
        </button>
        <button
          type="button"
          className="button"
          data-rank="quiet"
          aria-expanded={draft !== undefined}
          onClick={() => setDraft(draft === undefined ? presentText() : undefined)}
        >
          {draft === undefined ? 'Edit the text' : 'Close the editor'}
        </button>
        <span role="status" className="quiet">
          {failure !== undefined &&
            `That did not work: ${failure} The SVG above and the Mermaid text are still there.`}
        </span>
      </p>
      {draft !== undefined && (
        <Suspense fallback={<p role="status">The editor is loading.</p>}>
          <DiagramEditor initialText={draft} renderer={services.renderer} />
        </Suspense>
      )}
    </>
  );
}
