import type { Walk } from '#guide/replay.ts';

import type { Geometry, PathGeometry } from './geometryShape.ts';
import { edgesOf, nodesOf } from './pathChart.ts';

/** How far before the box a line ends, and its arrow's point and barbs from there. */
const arrow = { end: 4, barb: 4 } as const;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Gives the place of everything on a walk's own path. */
export function pathLayout(walk: Walk, sizes: PathGeometry): Geometry {
  const { margin, gap, label } = sizes;
  const nodes = nodesOf(walk).map((id) => ({ id, size: sizes.nodes[id] }));
  const widths = [
    ...nodes.map(({ size: [width] }) => width),
    ...walk.answers.map((answer) => sizes.answerWidths[answer]),
  ];
  const width = Math.max(...widths) + 2 * margin;
  const middle = width / 2;
  let y = margin;
  const boxes = nodes.map(({ id, size: [wide, height] }) => {
    const box = { x: rounded(middle - wide / 2), y: rounded(y), width: wide, height };
    y += height + gap;
    return { id, box };
  });
  return {
    width: Math.ceil(width),
    height: Math.ceil(y - gap + margin),
    nodes: Object.fromEntries(boxes.map(({ id, box }) => [id, box])),
    edges: edgesOf(walk).map(({ from, to, answers: [answer] }, index) => {
      const top = boxes[index]?.box ?? { y: 0, height: 0 };
      const start = rounded(top.y + top.height);
      const end = rounded(start + gap - arrow.end);
      const x = rounded(middle);
      const labelWidth = sizes.answerWidths[answer];
      return {
        from,
        to,
        path: `M${x},${start}V${end}`,
        arrow: [
          `${x},${rounded(end + arrow.barb)}`,
          `${rounded(x - arrow.barb)},${rounded(end - arrow.barb)}`,
          `${rounded(x + arrow.barb)},${rounded(end - arrow.barb)}`,
        ].join(' '),
        label: {
          x: rounded(middle - labelWidth / 2),
          y: rounded(start + label.offset),
          width: labelWidth,
          height: label.height,
        },
      };
    }),
    answerWidths: sizes.answerWidths,
  };
}
