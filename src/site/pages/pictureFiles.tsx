import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';
import { DecisionFile } from '#screens/diagram/DecisionMap.tsx';
import { PathFile } from '#screens/diagram/PathDrawing.tsx';
import { pathOf } from '#share/address.ts';

import { withShortShapes } from './shortShapes.ts';

/**
 * Gives the pictures of a walk as SVG files, complete without style sheet, font or script: its path
 * by itself, light and dark, and the whole decision with the path on it. Their nodes are links.
 *
 * @param site the absolute address of the site; empty where it is not known, and links are then
 *   relative to the walk's page, beside which the files lie
 */
export function pictureFiles(
  walk: Walk,
  site: string,
): Readonly<Record<'path.svg' | 'path-dark.svg' | 'decision.svg', string>> {
  const addressOf = (answers: readonly Answer[]): string =>
    site === '' ? relativeAddress(walk.answers, answers) : `${site}${pathOf(answers)}`;
  const drawn = { walk, addressOf };
  return {
    'path.svg': svgFile(<PathFile theme="light" {...drawn} />),
    'path-dark.svg': svgFile(<PathFile theme="dark" {...drawn} />),
    'decision.svg': svgFile(<DecisionFile theme="light" {...drawn} />),
  };
}

const svgFile = (drawing: ReactElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${withShortShapes(renderToStaticMarkup(drawing))}\n`;

/** The address of a walk's page, seen from the folder of another's. */
function relativeAddress(from: readonly Answer[], to: readonly Answer[]): string {
  return '../'.repeat(pathOf(from).split('/').length - 1) + pathOf(to);
}
