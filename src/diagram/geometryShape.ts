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
