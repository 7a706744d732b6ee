import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { articleChartText } from './articleChart.ts';
import { articleGeometry, articleLayoutHash } from './articleGeometry.ts';
import { contentLabels } from './contentLabels.ts';
import { geometry, labels, layoutHash } from './geometry.ts';
import { edges } from './graph.ts';
import { layoutText } from './layoutText.ts';
import { allPathTexts, drawnWalks, nodesOf } from './pathChart.ts';
import { pathGeometry, pathLayoutHash } from './pathGeometry.ts';
import { pathLayout } from './pathLayout.ts';

const remedy = 'If this fails, the picture is stale. Lay it out again: npm run layout';

test('the picture was laid out from the present machine and words', () => {
  const hash = createHash('sha256').update(layoutText(contentLabels())).digest('hex');
  // The remedy is compared too, so that a failure prints it.
  expect({ remedy, hash, labels }).toEqual({
    remedy,
    hash: layoutHash,
    labels: contentLabels(),
  });
});

test('the article’s chart was laid out from its present text', () => {
  const hash = createHash('sha256').update(articleChartText()).digest('hex');
  expect({ remedy, hash }).toEqual({ remedy, hash: articleLayoutHash });
});

test('the paths by themselves were laid out from their present texts', () => {
  const hash = createHash('sha256').update(allPathTexts(contentLabels())).digest('hex');
  expect({ remedy, hash }).toEqual({ remedy, hash: pathLayoutHash });
});

test.each(drawnWalks().map((walk) => [walk.answers.join(' '), walk] as const))(
  'the boxes of a path stand in one column, in the order of the walk, and its answers between them: %s',
  (_, walk) => {
    const { width, height, nodes, edges: lines } = pathLayout(walk, pathGeometry);
    expect(Object.keys(nodes).toSorted()).toEqual(nodesOf(walk).toSorted());
    let bottom = 0;
    for (const [index, id] of nodesOf(walk).entries()) {
      const box = nodes[id];
      if (box === undefined) throw new Error(`The path has no place for ${id}.`);
      expect(box.x >= 0 && box.x + box.width <= width).toBe(true);
      expect(Math.abs(box.x + box.width / 2 - width / 2)).toBeLessThan(0.6);
      expect(box.y).toBeGreaterThan(bottom);
      const label = lines[index]?.label;
      bottom = box.y + box.height;
      if (label === undefined) continue;
      expect(label.y).toBeGreaterThan(bottom);
      expect(label.x >= 0 && label.x + label.width <= width).toBe(true);
      bottom = label.y + label.height;
    }
    expect(bottom).toBeLessThanOrEqual(height);
  },
);

const nameOf = ({ from, to }: { readonly from: string; readonly to: string }) => `${from} ${to}`;

test('every line of the graph has its place, and no other line is drawn', () => {
  expect(geometry.edges.map(nameOf).toSorted()).toEqual(edges.map(nameOf).toSorted());
});

test.each([
  ['the decision', geometry],
  ['the article’s chart', articleGeometry],
])(
  'no two boxes of %s overlap, and all of them lie in the picture',
  (_, { nodes, width, height }) => {
    const boxes = Object.values(nodes);
    expect(boxes.length).toBeGreaterThan(4);
    for (const [index, a] of boxes.entries()) {
      expect(a.x >= 0 && a.y >= 0).toBe(true);
      expect(a.x + a.width <= width && a.y + a.height <= height).toBe(true);
      for (const b of boxes.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  },
);
