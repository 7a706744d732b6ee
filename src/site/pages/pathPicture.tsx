import { renderToStaticMarkup } from 'react-dom/server';

import type { Answer } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';
import { DecisionFile } from '#screens/diagram/DecisionMap.tsx';
import { pathOf } from '#share/address.ts';

/**
 * Gives a walk's picture as an SVG file, complete without style sheet, font or script. Its nodes are
 * links.
 *
 * @param site the absolute address of the site; empty where it is not known, and links are then
 *   relative to the walk's page, beside which the file lies
 */
export function standaloneSvg(walk: Walk, site: string): string {
  const addressOf = (answers: readonly Answer[]): string =>
    site === '' ? relativeAddress(walk.answers, answers) : `${site}${pathOf(answers)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(
    <DecisionFile walk={walk} theme="light" addressOf={addressOf} />,
  )}\n`;
}

/** The address of a walk's page, seen from the folder of another's. */
function relativeAddress(from: readonly Answer[], to: readonly Answer[]): string {
  return '../'.repeat(pathOf(from).split('/').length - 1) + pathOf(to);
}
