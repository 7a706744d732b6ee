import type { NodeId, QuestionId } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';

/** In units of the picture; `x` and `y` are the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where Mermaid has put everything. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** The boxes of the nodes that are in the picture. */
  readonly nodes: Partial<Readonly<Record<NodeId, Box>>>;
  readonly edges: readonly {
    readonly from: QuestionId;
    readonly to: NodeId;
    /** The line, as an SVG path. */
    readonly path: string;
    /** The triangle at its end, as the points of an SVG polygon. */
    readonly arrow: string;
    /** The room for its answers. */
    readonly label: Box;
  }[];
  /** How wide each answer is as a chosen one. */
  readonly answerWidths: Partial<Readonly<Record<Answer, number>>>;
}

/**
 * What Mermaid's layouts of all paths have in common: each is a column of boxes, centred one above
 * the other, so that the sizes determine every place. `scripts/layout.ts` proves it for each path.
 */
export interface PathGeometry {
  /** Around the whole picture. */
  readonly margin: number;
  /** From one box to the next. */
  readonly gap: number;
  /** From a box to the answer below it, and how high that is. */
  readonly label: { readonly offset: number; readonly height: number };
  /** Width and height of each box. */
  readonly nodes: Readonly<Record<NodeId, readonly [width: number, height: number]>>;
  readonly answerWidths: Readonly<Record<Answer, number>>;
}
