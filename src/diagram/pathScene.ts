import type { Walk } from '#guide/replay.ts';

import { labels } from './geometry.ts';
import { edgesOf, nodesOf, pathState } from './pathChart.ts';
import { pathGeometry } from './pathGeometry.ts';
import { pathLayout } from './pathLayout.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Gives the picture of a walk's own path, as plain data to draw. */
export function pathScene(walk: Walk): Scene {
  return sceneOf(
    {
      nodes: nodesOf(walk),
      edges: edgesOf(walk),
      labels,
      geometry: pathLayout(walk, pathGeometry),
    },
    pathState(walk),
  );
}
