import type { NodeId, NodeKind, QuestionId } from '#guide/nodeIds.ts';
import { exitIds, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { kindOf } from '#guide/nodeKind.ts';
import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';

import { geometry, labels } from './geometry.ts';
import type { Box, Geometry } from './geometryShape.ts';
import {
  type Edge,
  edges,
  type EdgeState,
  type GraphState,
  graphState,
  type NodeState,
} from './graph.ts';
import { type DiagramLabels, wrapLabel } from './labels.ts';
import { labelText, nodeText } from './lettering.ts';

/** A line of text, centred at `x`; `y` is its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface SceneNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly state: NodeState;
  /** The outline of its shape, as an SVG path. */
  readonly outline: string;
  /** Lines inside the shape, as an SVG path. */
  readonly detail: string | undefined;
  readonly lines: readonly TextLine[];
}

export interface SceneAnswer extends TextLine {
  readonly answer: Answer;
  readonly state: EdgeState;
  /** What keeps its line of the picture away from the text. */
  readonly room: Box;
  /** The tick before a chosen answer, as an SVG path. */
  readonly tick: string | undefined;
}

export interface SceneEdge {
  readonly from: QuestionId;
  readonly to: NodeId;
  readonly state: EdgeState;
  readonly path: string;
  /** Points of an SVG polygon. */
  readonly arrow: string;
  readonly answers: readonly SceneAnswer[];
}

/**
 * Everything that a picture of a walk shows, in units of its view box, back to front; the nodes in the
 * order in which they are read.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly edges: readonly SceneEdge[];
  readonly nodes: readonly SceneNode[];
}

/** A graph that Mermaid has laid out: what is drawn, and where. */
export interface Chart {
  readonly nodes: readonly NodeId[];
  readonly edges: readonly Edge[];
  readonly labels: DiagramLabels;
  readonly geometry: Geometry;
}

const decision: Chart = {
  nodes: [...questionIds, ...outcomeIds, ...exitIds],
  edges,
  labels,
  geometry,
};

/** Gives the picture of the whole decision with the walk on it, as plain data to draw. */
export function sceneFor(walk: Walk): Scene {
  return sceneOf(decision, graphState(walk));
}

/**
 * Gives the picture of a chart as plain data to draw.
 *
 * @throws Error when the chart's geometry lacks one of its nodes or lines
 */
export function sceneOf(chart: Chart, state: GraphState): Scene {
  const { width, height } = chart.geometry;
  return {
    width,
    height,
    // The path lies on top where lines meet.
    edges: chart.edges
      .map((edge) => sceneEdge(chart, edge, state))
      .toSorted((a, b) => strength[a.state] - strength[b.state]),
    nodes: chart.nodes
      .map((id) => ({ id, box: placed(chart.geometry.nodes[id], id) }))
      .toSorted((a, b) => byPlace(a.box, b.box))
      .map(({ id, box }) => ({
        id,
        kind: kindOf(id),
        state: state.node(id),
        outline: outlines[id](box),
        detail: id === 'apiServiceIntegration' ? sideBars(box) : undefined,
        lines: stacked(wrapLabel(chart.labels.nodes[id]), box, nodeText),
      })),
  };
}

/** In reading order: row by row, each from its left. Boxes of one row have their middles at one height. */
function byPlace(a: Box, b: Box): number {
  const down = a.y + a.height / 2 - (b.y + b.height / 2);
  return Math.abs(down) > 1 ? down : a.x - b.x;
}

function placed<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) {
    throw new Error(`The picture has no place for ${name}. Run: npm run layout`);
  }
  return part;
}

const strength: Readonly<Record<EdgeState, number>> = { ruledOut: 0, open: 1, taken: 2 };

function sceneEdge(
  { geometry: { edges: places, answerWidths }, labels: words }: Chart,
  edge: Edge,
  state: GraphState,
): SceneEdge {
  const { from, to, answers } = edge;
  const { path, arrow, label } = placed(
    places.find((each) => each.from === from && each.to === to),
    `the line from ${from} to ${to}`,
  );
  const lines = stacked(
    answers.map((answer) => words.answers[answer]),
    label,
    labelText,
  );
  return {
    from,
    to,
    state: state.edge(edge),
    path,
    arrow,
    answers: lines.flatMap(({ text, x, y }, index) => {
      const answer = answers[index];
      if (answer === undefined) return [];
      const chosen = state.answer(answer) === 'taken';
      const width = placed(answerWidths[answer], answer) + (chosen ? tickRoom : 0);
      const left = x - width / 2;
      return {
        answer,
        state: state.answer(answer),
        text,
        x: chosen ? coordinate(x + tickRoom / 2) : x,
        y,
        room: {
          x: coordinate(left - 3),
          y: coordinate(y - labelText.leading * 0.8),
          width: coordinate(width + 6),
          height: coordinate(labelText.leading + 0.8),
        },
        tick: chosen ? tickAt(left, y) : undefined,
      };
    }),
  };
}

/** The width of a tick and the gap after it. */
const tickRoom = 14;

function tickAt(x: number, baseline: number): string {
  return `M${coordinate(x)},${coordinate(baseline - 4.5)}l3,3.5l5.5,-8`;
}

/** Centres lines of text in a box. */
function stacked(
  lines: readonly string[],
  { x, y, width, height }: Box,
  { size, leading }: typeof nodeText,
): readonly TextLine[] {
  const first = y + height / 2 - ((lines.length - 1) * leading) / 2 + size * 0.35;
  return lines.map((text, index) => ({
    text,
    x: coordinate(x + width / 2),
    y: coordinate(first + index * leading),
  }));
}

type Outline = (box: Box) => string;

const roundedRectangle: Outline = ({ x, y, width, height }) => roundedBox(x, y, width, height, 6);
const stadium: Outline = ({ x, y, width, height }) => roundedBox(x, y, width, height, height / 2);

const hexagon: Outline = ({ x, y, width, height }) => {
  const inset = height / 3;
  return polygon([
    [x + inset, y],
    [x + width - inset, y],
    [x + width, y + height / 2],
    [x + width - inset, y + height],
    [x + inset, y + height],
    [x, y + height / 2],
  ]);
};

const parallelogram: Outline = ({ x, y, width, height }) => {
  const inset = height / 2;
  return polygon([
    [x + inset, y],
    [x + width, y],
    [x + width - inset, y + height],
    [x, y + height],
  ]);
};

const rectangle: Outline = ({ x, y, width, height }) =>
  polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);

/** The bars of the method whose box has one at either side. */
const sideBars: Outline = ({ x, y, width, height }) => {
  const [left, right, top, down] = [x + 8, x + width - 8, y, height].map(coordinate);
  return `M${left},${top}v${down}M${right},${top}v${down}`;
};

/** One shape for questions, one for each method, one for exits. */
const outlines: Readonly<Record<NodeId, Outline>> = {
  oauth: roundedRectangle,
  agent: roundedRectangle,
  obstacle: roundedRectangle,
  audience: roundedRectangle,
  catalog: roundedRectangle,
  serviceApp: hexagon,
  apiServiceIntegration: rectangle,
  apiToken: parallelogram,
  userContext: stadium,
  customAuthorizationServer: stadium,
  delegatedGrant: stadium,
  otherInterface: stadium,
};

/**
 * Each flag of an arc is one digit, so that nothing needs to separate it from what follows: every page has
 * many arcs.
 */
function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const [r, across, down] = [radius, width - 2 * radius, height - 2 * radius].map(coordinate);
  return [
    `M${coordinate(x + radius)},${coordinate(y)}h${across}`,
    `a${r},${r} 0 01${r},${r}v${down}`,
    `a${r},${r} 0 01-${r},${r}h-${across}`,
    `a${r},${r} 0 01-${r}-${r}v-${down}`,
    `a${r},${r} 0 01${r}-${r}z`,
  ].join('');
}

function polygon(points: readonly (readonly [x: number, y: number])[]): string {
  return `M${points.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join('L')}z`;
}

/** A tenth of a unit is finer than any screen shows it. */
const coordinate = (value: number): number => Math.round(value * 10) / 10;
