import { useId } from 'react';

import type { Scene, SceneEdge, SceneNode } from '#diagram/scene.ts';

import { mapFileInk } from './mapFileInk.ts';

interface SceneDrawingProps {
  readonly scene: Scene;
  readonly caption: string;
  /** What it shows, in a sentence or two. */
  readonly description: string;
  /**
   * `page`: drawn by the classes of `styles/diagram.css`, in the page's theme. `standalone`: a file
   * of its own, light, drawn by attributes, so that office programs show it too.
   */
  readonly appearance: 'page' | 'standalone';
}

type FileInk = typeof mapFileInk | undefined;

/**
 * A laid-out graph. Weight, fill and ticks tell the path, dashes tell what is ruled out, so that
 * nothing depends on colour.
 */
export function SceneDrawing({ scene, caption, description, appearance }: SceneDrawingProps) {
  const id = useId();
  const { width, height, edges, nodes } = scene;
  const file: FileInk = appearance === 'standalone' ? mapFileInk : undefined;
  const idOf = (part: string): string => (file === undefined ? `${id}${part}` : part);
  return (
    <svg
      {...(file?.frame(width, height) ?? { className: 'decision-map' })}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${idOf('title')} ${idOf('description')}`}
    >
      <title id={idOf('title')}>{caption}</title>
      <desc id={idOf('description')}>{description}</desc>
      {file !== undefined && <rect width={width} height={height} {...file.paper} />}
      {edges.map((edge) => (
        <Line key={`${edge.from} ${edge.to}`} edge={edge} file={file} />
      ))}
      {edges.map((edge) => (
        <Answers key={`${edge.from} ${edge.to}`} edge={edge} file={file} />
      ))}
      {nodes.map((node) => (
        <NodeBox key={node.id} node={node} file={file} />
      ))}
    </svg>
  );
}

interface EdgeProps {
  readonly edge: SceneEdge;
  readonly file: FileInk;
}

function Line({ edge: { state, path, arrow }, file }: EdgeProps) {
  return (
    <g {...(file === undefined && { className: 'map-line', 'data-state': state })}>
      <path d={path} {...file?.line(state)} />
      <polygon points={arrow} {...file?.arrow(state)} />
    </g>
  );
}

function Answers({ edge: { answers }, file }: EdgeProps) {
  return (
    <g {...(file === undefined && { className: 'map-answers' })}>
      {answers.map(({ answer, state, room, tick, text, x, y }) => (
        <g key={answer} {...(file === undefined && { 'data-state': state })}>
          <rect {...room} {...file?.paper} />
          {tick !== undefined && <path d={tick} {...file?.tick} />}
          <text x={x} y={y} {...file?.answer(state)}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

interface NodeBoxProps {
  readonly node: SceneNode;
  readonly file: FileInk;
}

function NodeBox({ node, file }: NodeBoxProps) {
  const { id, kind, state, outline, detail, lines } = node;
  const inPage = { className: 'map-node', 'data-node': id, 'data-kind': kind, 'data-state': state };
  return (
    <g {...(file === undefined && inPage)}>
      <path d={outline} {...file?.outline(node)} />
      {detail !== undefined && <path d={detail} {...file?.detail(node)} />}
      {lines.map(({ text, x, y }) => (
        <text key={text} x={x} y={y} {...file?.nodeText(node)}>
          {text}
        </text>
      ))}
    </g>
  );
}
