import { renderToStaticMarkup } from 'react-dom/server';

import type { Walk } from '#guide/replay.ts';
import { DecisionMap } from '#screens/diagram/DecisionMap.tsx';

/** Gives a walk's picture as an SVG file, complete without style sheet, font or script. */
export function standaloneSvg(walk: Walk): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(
    <DecisionMap walk={walk} appearance="standalone" />,
  )}\n`;
}
