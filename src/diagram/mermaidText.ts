import {
  exitIds,
  type ExitId,
  type NodeId,
  outcomeIds,
  type OutcomeId,
  type QuestionId,
  questionIds,
} from '#guide/nodeIds.ts';
import { kindOf } from '#guide/nodeKind.ts';
import type { Answer } from '#guide/questions.ts';

import { type Edge, edges as allEdges, type GraphState, type NodeState } from './graph.ts';
import { type DiagramLabels, wrapLabel } from './labels.ts';
import { hues, palette } from './palette.ts';

/**
 * `full`: with the settings that our own pictures are laid out with, colours, and a title and
 * description for screen readers; for Mermaid from 11.3 on. `plain`: boxes and lines alone, which renderers
 * as old as Mermaid 8.9 can draw.
 */
export type TextForm = 'full' | 'plain';

/** What is written, besides the graph itself. */
export interface MermaidTextOptions {
  /** What is drawn; the whole decision when left out. */
  readonly nodes?: readonly NodeId[];
  readonly edges?: readonly Edge[];
  readonly labels: DiagramLabels;
  /** Without it no path is drawn: no classes and no line is stronger than another. */
  readonly state?: GraphState;
  /** The caption that Mermaid draws above the picture; none when left out. */
  readonly title?: string;
  readonly accTitle: string;
  readonly accDescr: string;
  /** How an answer is written on its line. */
  readonly answerLabel: (answer: Answer) => string;
  /** `full` when left out. */
  readonly form?: TextForm;
}

/**
 * Writes the decision as a Mermaid flowchart that every Mermaid from 11.3 on draws with labels as
 * SVG text (no `foreignObject`), because office programs leave the other kind out. The plain form
 * leaves that to the renderer.
 */
export function mermaidText(options: MermaidTextOptions): string {
  const { nodes = allNodes, edges = allEdges, form = 'full' } = options;
  const { labels, state, title, accTitle, accDescr, answerLabel } = options;
  const isWhole = options.edges === undefined;
  const graph = [
    ...nodes.map((id) => `  ${id}${shape(id, labels.nodes[id])}`),
    ...inDrawingOrder(edges).map(
      (edge) => `  ${link(edge, answerLabel, state, isWhole ? rowsFurtherDown(edge) : 0)}`,
    ),
  ];
  const lines =
    form === 'plain'
      ? ['graph TB', ...graph]
      : [
          '---',
          ...(title === undefined ? [] : [`title: ${JSON.stringify(title)}`]),
          ...settings,
          '---',
          'flowchart TB',
          `  accTitle: ${plainLine(accTitle)}`,
          `  accDescr: ${plainLine(accDescr)}`,
          ...graph,
          ...(state === undefined ? [] : classes(nodes, state)),
        ];
  return `${lines.join('\n')}\n`;
}

/** The look that the picture's own geometry was laid out with; Mermaid 12 has other defaults. */
const settings = [
  'config:',
  '  layout: dagre',
  '  look: classic',
  '  theme: neutral',
  '  htmlLabels: false',
  '  flowchart:',
  '    htmlLabels: false',
  '    curve: basis',
  '    nodeSpacing: 10',
  '    rankSpacing: 40',
  '    padding: 5',
  '    diagramPadding: 4',
];

const allNodes: readonly NodeId[] = [...questionIds, ...outcomeIds, ...exitIds];

/** From the left of the picture to its right: Mermaid follows the order in which lines are written. */
const fromTheLeft: readonly NodeId[] = [
  'userContext',
  'agent',
  'catalog',
  'audience',
  'apiServiceIntegration',
  'serviceApp',
  'obstacle',
  'apiToken',
  'delegatedGrant',
  'otherInterface',
  'customAuthorizationServer',
];

function inDrawingOrder(all: readonly Edge[]): readonly Edge[] {
  return questionIds.flatMap((id) =>
    all
      .filter(({ from }) => from === id)
      .toSorted((a, b) => fromTheLeft.indexOf(a.to) - fromTheLeft.indexOf(b.to)),
  );
}

/** One shape for questions, one for each method, one for exits. */
const brackets: Readonly<
  Record<QuestionId | OutcomeId | ExitId, readonly [open: string, close: string]>
> = {
  oauth: ['(', ')'],
  agent: ['(', ')'],
  obstacle: ['(', ')'],
  audience: ['(', ')'],
  catalog: ['(', ')'],
  serviceApp: ['{{', '}}'],
  apiServiceIntegration: ['[[', ']]'],
  apiToken: ['[/', '/]'],
  userContext: ['([', '])'],
  customAuthorizationServer: ['([', '])'],
  delegatedGrant: ['([', '])'],
  otherInterface: ['([', '])'],
};

function shape(id: NodeId, label: string): string {
  const [open, close] = brackets[id];
  return `${open}${quoted(wrapLabel(label))}${close}`;
}

function link(
  edge: Edge,
  answerLabel: MermaidTextOptions['answerLabel'],
  state: GraphState | undefined,
  extra: number,
): string {
  const label = quoted(edge.answers.map(answerLabel));
  const { from, to } = edge;
  switch (state?.edge(edge)) {
    case 'taken':
      return `${from} == ${label} ==${'='.repeat(extra)}> ${to}`;
    case 'ruledOut':
      return `${from} -. ${label} .${'.'.repeat(extra)}-> ${to}`;
    default:
      return `${from} -- ${label} --${'-'.repeat(extra)}> ${to}`;
  }
}

/** Exits in one row would make the picture too wide to read: these are lower. */
function rowsFurtherDown({ from, to }: Edge): number {
  if (from !== 'oauth') return 0;
  return to === 'otherInterface' ? 2 : to === 'customAuthorizationServer' ? 3 : 0;
}

const { paper, ink, softInk, faint } = palette;

const standingStyles: Readonly<Record<NodeState, string>> = {
  taken: `fill:${paper},stroke:${ink},stroke-width:3px,color:${ink}`,
  open: `fill:${paper},stroke:${softInk},stroke-width:1.5px,color:${ink}`,
  ruledOut: `fill:${paper},stroke:${faint},stroke-width:1px,stroke-dasharray:4 3,color:${softInk}`,
  current: `fill:${ink},stroke:${ink},stroke-width:3px,color:${paper}`,
};

/** The classes of the nodes, and no definition that none of them has. */
function classes(nodes: readonly NodeId[], state: GraphState): readonly string[] {
  const standings = nodes.map((id) => ({ id, standing: state.node(id) }));
  const reached = standings.filter(({ id, standing }) => standing === 'current' && isEnd(id));
  return [
    ...Object.entries(standingStyles)
      .filter(([name]) => standings.some(({ standing }) => standing === name))
      .map(([name, style]) => `  classDef ${name} ${style}`),
    ...reached.map(
      ({ id }) =>
        `  classDef ${id}Reached fill:${hues[id]},stroke:${hues[id]},stroke-width:3px,color:${paper}`,
    ),
    ...standings.map(({ id, standing }) => `  class ${id} ${standing}`),
    ...reached.map(({ id }) => `  class ${id} ${id}Reached`),
  ];
}

const isEnd = (id: NodeId): boolean => kindOf(id) !== 'question';

function quoted(lines: readonly string[]): string {
  return `"${lines.map(escapeLabel).join('<br/>')}"`;
}

/**
 * Writes a text so that Mermaid shows it as it is. Drawn as SVG text, Mermaid 12 knows the
 * references `#lt;`, `#gt;` and `#amp;` and no others, so straight quotes become curved ones, and
 * what would start a reference, an escape, a directive or Markdown is broken up by a word joiner,
 * which takes no room.
 */
export function escapeLabel(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/"([^"]*)"/g, '“$1”')
    .replaceAll('"', '”')
    .replaceAll(/#(?=\w+;)|\\|%(?=%)|^(?=`)/g, `$&${wordJoiner}`)
    .replaceAll('&', '#amp;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;');
}

const wordJoiner = '\u2060';

/** `accTitle` and `accDescr` end with their line and cannot hold references: such characters go. */
function plainLine(text: string): string {
  return text.replace(/[#;%{}\s]+/g, ' ').trim();
}
