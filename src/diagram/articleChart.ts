import type { NodeId } from '#guide/nodeIds.ts';

import { articleGeometry } from './articleGeometry.ts';
import { labels as todaysLabels } from './geometry.ts';
import type { Edge } from './graph.ts';
import type { DiagramLabels } from './labels.ts';
import { mermaidText } from './mermaidText.ts';
import { type Scene, sceneOf } from './scene.ts';

// The article's own chart has three steps. Only the order is known from the words beside the
// picture, so the words in the boxes are ours (fact A31).

const nodes: readonly NodeId[] = [
  'oauth',
  'catalog',
  'apiServiceIntegration',
  'serviceApp',
  'apiToken',
];

const edges: readonly Edge[] = [
  { from: 'oauth', to: 'catalog', answers: ['oauth.yes'] },
  { from: 'oauth', to: 'apiToken', answers: ['oauth.no'] },
  { from: 'catalog', to: 'apiServiceIntegration', answers: ['catalog.yes'] },
  { from: 'catalog', to: 'serviceApp', answers: ['catalog.no'] },
];

const labels: DiagramLabels = {
  nodes: {
    ...todaysLabels.nodes,
    oauth: 'Can it use OAuth 2.0?',
    catalog: 'Is it for the OIN?',
    serviceApp: 'OAuth 2.0',
  },
  answers: {
    ...todaysLabels.answers,
    'oauth.yes': 'Yes',
    'oauth.no': 'No',
    'catalog.yes': 'Yes',
    'catalog.no': 'No',
  },
};

export const articleChartCaption = 'The rule of the 2023 article';
export const articleChartDescription =
  'Flowchart of three steps. Can it use OAuth 2.0? If not, use an API token. If so: is it for the OIN? If yes, use an API service integration. If no, use OAuth 2.0.';

/** The article's rule as Mermaid text: what its picture is laid out from. */
export function articleChartText(): string {
  return mermaidText({
    nodes,
    edges,
    labels,
    accTitle: articleChartCaption,
    accDescr: articleChartDescription,
    answerLabel: (answer) => labels.answers[answer],
  });
}

/** The answers whose widths the layout has to measure. */
export const articleAnswerLabels: Readonly<Record<string, string>> = Object.fromEntries(
  edges.flatMap(({ answers }) => answers.map((answer) => [answer, labels.answers[answer]])),
);

/** The picture of the article's rule, with no path on it. */
export function articleScene(): Scene {
  return sceneOf(
    { nodes, edges, labels, geometry: articleGeometry },
    { node: () => 'open', answer: () => 'open', edge: () => 'open' },
  );
}
