import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import type { Answer } from '#guide/questions.ts';
import { replay, type Walk } from '#guide/replay.ts';
import { DecisionFile } from '#screens/diagram/DecisionMap.tsx';
import { PathFile } from '#screens/diagram/PathDrawing.tsx';
import { pathOf } from '#share/address.ts';

import { withShortShapes } from './shortShapes.ts';

/**
 * Returns the pictures of a walk's path as SVG files, light and dark, complete without style sheet, font or script.
 * Their nodes are links.
 *
 * @param site the absolute address of the site; empty if it is not known, and links are then
 *   relative to the walk's page, beside which the files are
 */
export function pictureFiles(
  walk: Walk,
  site: string,
): Readonly<Record<'path.svg' | 'path-dark.svg', string>> {
  const addressOf = (answers: readonly Answer[]): string =>
    site === '' ? relativeAddress(walk.answers, answers) : `${site}${pathOf(answers)}`;
  const drawn = { walk, addressOf };
  return {
    'path.svg': svgFile(<PathFile theme="light" {...drawn} />),
    'path-dark.svg': svgFile(<PathFile theme="dark" {...drawn} />),
  };
}

/**
 * Returns the picture of the whole decision as an SVG file, like those of a path.
 *
 * @param site as for these; links are relative to the first page
 */
export const decisionPicture = (site: string): string =>
  svgFile(
    <DecisionFile
      walk={replay([]).walk}
      theme="light"
      addressOf={(answers) => `${site}${pathOf(answers)}` || './'}
    />,
  );

const svgFile = (drawing: ReactElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${withShortShapes(renderToStaticMarkup(drawing))}\n`;

/** The address of a walk's page, seen from the folder of another's. */
function relativeAddress(from: readonly Answer[], to: readonly Answer[]): string {
  return '../'.repeat(pathOf(from).split('/').length - 1) + pathOf(to);
}
