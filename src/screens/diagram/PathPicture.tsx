import type { Walk } from '#guide/replay.ts';
import { flowchartText } from '#diagram/flowchart.ts';
import { CopyButton } from '#ui/CopyButton.tsx';

import { DecisionList } from './DecisionList.tsx';
import { DecisionMap } from './DecisionMap.tsx';
import { mermaidTextId } from './DiagramPanel.tsx';
import { useAddresses } from '../site.tsx';

/** The path on the map of the whole decision, the same in words, and as Mermaid text. */
export function PathPicture({ walk }: { readonly walk: Walk }) {
  const addresses = useAddresses();
  return (
    <>
      <nav aria-label="Map of the decision" className="stack">
        <DecisionMap walk={walk} />
        <details>
          <summary className="py-2 font-semibold">The whole decision in words</summary>
          <DecisionList walk={walk} />
        </details>
      </nav>
      <details>
        <summary className="py-2 font-semibold">Mermaid text</summary>
        <pre className="code" tabIndex={0} aria-label="Mermaid text of the path">
          <code id={mermaidTextId}>{flowchartText(walk)}</code>
        </pre>
      </details>
      <p className="no-print flex flex-wrap items-center gap-3">
        <CopyButton label="Copy Mermaid text" of={mermaidTextId} />
        <a className="button" href={addresses.beside(walk.answers, 'path.svg')} download>
          Download SVG
        </a>
        <a className="button" href={addresses.beside(walk.answers, 'path.mmd')} download>
          Download path.mmd
        </a>
      </p>
    </>
  );
}
