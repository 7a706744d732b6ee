import { pathSentence, pathSteps, pathText } from '#diagram/pathChart.ts';
import { labels } from '#diagram/geometry.ts';
import type { Walk } from '#guide/replay.ts';
import { pathOf } from '#share/address.ts';

import { codeBlock, htmlAttribute, link, prose } from './markdownText.ts';

/**
 * Gives the path of a walk for a README: its picture for light and for dark pages, which leads to
 * the guide, and below it the same as text.
 *
 * @param site the absolute address of the site; where it is empty, the picture is Mermaid text, which
 *   GitHub draws
 */
export function readmePath(walk: Walk, site: string): string {
  const steps = pathSteps(walk).map(
    ({ question, answer }, index) => `${index + 1}. ${prose(question)} **${prose(answer)}**`,
  );
  const end = labels.nodes[walk.node];
  const page = site + pathOf(walk.answers);
  const last = `${steps.length + 1}. So: ${site === '' ? prose(end) : link(end, page)}`;
  const picture = site === '' ? codeBlock(pathText(walk), 'mermaid') : linkedPicture(walk, page);
  return `${picture}\n\n${[...steps, last].join('\n')}\n`;
}

/** Markdown has no pictures for two themes, so this is the HTML that GitHub and GitLab keep. */
function linkedPicture(walk: Walk, page: string): string {
  return [
    `<a href="${htmlAttribute(page)}"><picture>`,
    `  <source media="(prefers-color-scheme: dark)" srcset="${htmlAttribute(`${page}path-dark.svg`)}">`,
    `  <img alt="${htmlAttribute(pathSentence(walk))}" src="${htmlAttribute(`${page}path.svg`)}">`,
    '</picture></a>',
  ].join('\n');
}
