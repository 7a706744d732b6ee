import {
  articleChartCaption,
  articleChartDescription,
  articleChartText,
  articleScene,
} from '#diagram/articleChart.ts';
import {
  flowchartKnownByAltText,
  flowchartWordingUnknown,
  ruleInProse,
} from '#guide/claims/articleClaims.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { replay } from '#guide/replay.ts';
import { CopyButton } from '#ui/CopyButton.tsx';

import { CitedParagraphs } from '../Cited.tsx';
import { DecisionList } from './DecisionList.tsx';
import { DecisionMap } from './DecisionMap.tsx';
import { SceneDrawing } from './SceneDrawing.tsx';

const textId = 'article-chart-text';

/** The claims that the two charts rest on, for the page's list of sources. */
export const articleChartClaims = [ruleInProse, flowchartKnownByAltText, flowchartWordingUnknown];

/** The article's rule as a chart, and beside it the map of today's decision. */
export function ThenAndNowCharts() {
  return (
    <>
      <CitedParagraphs of={articleChartClaims} />
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,5fr)]">
        <figure className="stack min-w-0 [--gap:0.75rem]">
          <figcaption className="font-semibold">The article’s rule, April 2023</figcaption>
          <SceneDrawing
            scene={articleScene()}
            caption={articleChartCaption}
            description={articleChartDescription}
            appearance="page"
          />
          <p className="quiet">The words in the boxes are ours.</p>
        </figure>
        <figure className="stack min-w-0 [--gap:0.75rem]">
          <figcaption className="font-semibold">This guide, as of {contentVersion}</figcaption>
          <nav aria-label="Map of today’s decision">
            <DecisionMap walk={replay([]).walk} />
            <DecisionList walk={replay([]).walk} />
          </nav>
        </figure>
      </div>
      <details className="prints-open">
        <summary className="py-2 font-semibold">The article’s rule as Mermaid text</summary>
        <div className="stack [--gap:0.5rem]">
          <pre id={textId} className="code" tabIndex={0}>
            <code>{articleChartText()}</code>
          </pre>
          <CopyButton label="Copy the Mermaid text" of={textId} />
        </div>
      </details>
    </>
  );
}
