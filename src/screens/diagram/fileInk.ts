import type { EdgeState } from '#diagram/graph.ts';
import { labelText, nodeText } from '#diagram/lettering.ts';
import { pictureInk, type Theme } from '#diagram/palette.ts';
import type { SceneNode } from '#diagram/scene.ts';

const widths: Readonly<Record<EdgeState, number>> = { taken: 3, open: 1.5, ruledOut: 1 };

/** What differs from the letters of the frame. */
const letters = (size: number, bold: boolean) => ({
  ...(size !== nodeText.size && { fontSize: size }),
  ...(bold && { fontWeight: 600 }),
});

/** How a graph is drawn in a file of its own. */
export type FileInk = ReturnType<typeof fileInk>;

/**
 * Gives how a graph is drawn in a file of its own: by presentation attributes, because office
 * programs and some converters read neither style sheets nor variables.
 */
export function fileInk(theme: Theme) {
  const { paper, ink, softInk, faint, hues } = pictureInk[theme];
  const boxLine = ({ id, state }: SceneNode) => ({
    stroke: state === 'ruledOut' ? faint : hues[id],
    strokeWidth: state === 'current' ? 3 : widths[state],
    ...(state === 'ruledOut' && { strokeDasharray: '4 3' }),
  });
  return {
    frame: (width: number, height: number) => ({
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      // Set here once for all texts: set on each, they made up half of the file.
      fontFamily: 'Atkinson Hyperlegible Next, Segoe UI, Helvetica, Arial, sans-serif',
      fontSize: nodeText.size,
      textAnchor: 'middle' as const,
    }),
    paper: { fill: paper },
    line: (state: EdgeState) => ({
      fill: 'none',
      stroke: state === 'ruledOut' ? faint : ink,
      strokeWidth: widths[state],
      ...(state === 'ruledOut' && { strokeDasharray: '4 3' }),
    }),
    arrow: (state: EdgeState) => ({ fill: state === 'ruledOut' ? faint : ink }),
    tick: { fill: 'none', stroke: ink, strokeWidth: 2.2 },
    answer: (state: EdgeState) => ({
      ...letters(labelText.size, state === 'taken'),
      fill: state === 'ruledOut' ? softInk : ink,
    }),
    outline: (node: SceneNode) => ({
      ...boxLine(node),
      fill: node.state === 'current' ? hues[node.id] : paper,
    }),
    detail: (node: SceneNode) => ({
      ...boxLine(node),
      fill: 'none',
      ...(node.state === 'current' && { stroke: paper, strokeWidth: 1.5 }),
    }),
    nodeText: ({ id, state }: SceneNode) => ({
      ...letters(nodeText.size, state === 'current' || state === 'taken'),
      fill: state === 'current' ? paper : state === 'ruledOut' ? softInk : hues[id],
    }),
  };
}
