import { Fragment } from 'react';

import { flowchartText } from '#diagram/flowchart.ts';
import { pathText } from '#diagram/pathChart.ts';
import type { Walk } from '#guide/replay.ts';
import { readmePath } from '#record/readmePath.ts';
import { CopyButton } from '#ui/CopyButton.tsx';

import { useAddresses, useIsFramed, useSiteAddress } from '../site.tsx';
import { DecisionList } from './DecisionList.tsx';
import { DecisionMap } from './DecisionMap.tsx';
import { decisionFiles } from './decisionFiles.ts';
import { mermaidTextId } from './DiagramPanel.tsx';
import { PathDrawing } from './PathDrawing.tsx';

const readmeTextId = 'readme-text';

/** The path by itself, with its texts and files. */
export function PathPicture({ walk }: { readonly walk: Walk }) {
  const addresses = useAddresses();
  const site = useSiteAddress();
  const isFramed = useIsFramed();
  const file = (name: string) => (
    <a className="beside" href={addresses.beside(walk.answers, name)} download>
      {name}
    </a>
  );
  const wholeFile = (name: string) => (
    <a href={addresses.file(name)} download>
      {name}
    </a>
  );
  return (
    <div className="path-picture">
      <nav aria-label="Your path">
        <PathDrawing walk={walk} />
      </nav>
      <div>
        <p className="no-print flex flex-wrap items-center gap-3">
          <CopyButton label="Copy as Markdown" of={readmeTextId} />
          <CopyButton label="Copy Mermaid text" of={mermaidTextId} />
        </p>
        <TextFold
          title="Markdown for a README"
          texts={[{ id: readmeTextId, text: readmePath(walk, site), syntax: 'markdown' }]}
        />
        <TextFold
          title="Mermaid text of the path"
          texts={[
            { id: mermaidTextId, text: pathText(walk), syntax: 'mermaid' },
            {
              id: 'plain-mermaid-text',
              text: pathText(walk, 'plain'),
              syntax: 'mermaid',
              before: 'For a renderer older than Mermaid 11.3:',
            },
            // The page in full has it: what is framed stays light.
            ...(isFramed
              ? []
              : [
                  {
                    id: 'plain-decision-text',
                    text: flowchartText(walk, 'plain'),
                    syntax: 'mermaid',
                    before: 'For older renderers, the whole decision with your path:',
                  },
                ]),
          ]}
        />
        <p className="quiet no-print">
          Download the path: {file('path.svg')}, {file('path-dark.svg')}, {file('path.mmd')}
          <br />
          The whole decision with your path: {file('decision.mmd')}; without it:{' '}
          {wholeFile(decisionFiles.picture)} or, for an older renderer,{' '}
          {wholeFile(decisionFiles.plainText)}
        </p>
      </div>
    </div>
  );
}

/** The map of the whole decision with the path on it, drawn and listed; in a frame, which is narrow, listed only. */
export function WholeDecision({ walk }: { readonly walk: Walk }) {
  return (
    <nav aria-label="Map of the decision" className="whole-decision" data-part="map">
      {!useIsFramed() && (
        <details className="map-drawn">
          <summary>The whole decision as a map</summary>
          <DecisionMap walk={walk} />
        </details>
      )}
      <details>
        <summary>The whole decision in words</summary>
        <DecisionList walk={walk} />
      </details>
    </nav>
  );
}

interface FoldedText {
  /** Of the element that holds the text, for what copies it. */
  readonly id: string;
  readonly text: string;
  /** Its language, as Markdown names it. */
  readonly syntax: string;
  /** What it is, where the title does not say so. */
  readonly before?: string;
}

interface TextFoldProps {
  readonly title: string;
  readonly texts: readonly FoldedText[];
}

function TextFold({ title, texts }: TextFoldProps) {
  return (
    <details>
      <summary>{title}</summary>
      {texts.map(({ id, text, syntax, before }) => (
        <Fragment key={id}>
          {before !== undefined && <p className="quiet">{before}</p>}
          <pre className="code" tabIndex={0} aria-label={before ?? title}>
            <code id={id} className={`language-${syntax}`}>
              {text}
            </code>
          </pre>
        </Fragment>
      ))}
    </details>
  );
}
