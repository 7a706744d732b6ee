import { type ReactNode, useState } from 'react';

import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { DiagramEditor } from './DiagramEditor.tsx';

/** What the panel needs of the browser. */
export interface DiagramServices {
  /** Draws the SVG at an address as a PNG of twice its size and offers it for download. */
  readonly downloadPng: (svgAddress: string, fileName: string) => Promise<void>;
  /** The address that opens a Mermaid text in mermaid.live. */
  readonly mermaidLiveAddress: (mermaidText: string) => Promise<string>;
  /** Opens an address in a new tab. */
  readonly openTab: (address: string) => void;
  /** Starts Mermaid in a frame of its own. */
  readonly startRenderer: () => DiagramRenderer;
}

/** Draws Mermaid texts. */
export interface DiagramRenderer {
  readonly draw: (
    mermaidText: string,
  ) => Promise<{ ok: true; svg: string } | { ok: false; reason: string }>;
  readonly close: () => void;
}

/** The id of the element that holds the path's Mermaid text, which the buttons read. */
export const mermaidTextId = 'mermaid-text';

interface DiagramPanelProps {
  /** The picture with its text; absent while a prerendered page wakes up. */
  readonly picture: ReactNode | undefined;
  readonly pathSvgUrl: string;
  readonly services: DiagramServices;
}

const presentText = (): string => document.getElementById(mermaidTextId)?.textContent ?? '';

/** The path, drawn and in words, and what one can take away of it. */
export function DiagramPanel({ picture, pathSvgUrl, services }: DiagramPanelProps) {
  const [problem, setProblem] = useState('');
  const [draft, setDraft] = useState<string | undefined>();
  const attempt = async (action: () => Promise<void>) => {
    try {
      await action();
      setProblem('');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(
        `That did not work: ${reason} The SVG above and the Mermaid text are still there.`,
      );
    }
  };
  return (
    <>
      <StaticMarkup className="stack">{picture}</StaticMarkup>
      <p className="needs-script no-print flex flex-wrap items-center gap-3">
        <button
          type="button"
          className="button"
          onClick={() => void attempt(() => services.downloadPng(pathSvgUrl, 'path.png'))}
        >
          Download PNG
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            void attempt(async () => {
              services.openTab(await services.mermaidLiveAddress(presentText()));
            })
          }
        >
          Open in mermaid.live
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={draft !== undefined}
          onClick={() => setDraft(draft === undefined ? presentText() : undefined)}
        >
          {draft === undefined ? 'Edit the text' : 'Close the editor'}
        </button>
        <span role="status" className="quiet">
          {problem}
        </span>
      </p>
      {draft !== undefined && <DiagramEditor initialText={draft} services={services} />}
    </>
  );
}
