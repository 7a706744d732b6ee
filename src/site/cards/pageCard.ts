import { optionOf, questionOf } from '#guide/answerWords.ts';
import { about } from '#guide/about.ts';
import { outcomeIds } from '#guide/nodeIds.ts';
import { isAtExit, isAtOutcome } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Walk } from '#guide/replay.ts';
import { resultName } from '#guide/resultName.ts';
import type { Card } from '#diagram/card.ts';
import { stateHeading } from '#embed/builder/stateHeading.ts';

import { handbookPath } from '#screens/handbook/handbookPaths.ts';
import { handbookHeading } from '#screens/handbook/handbookWords.ts';

import type { Page } from '../pages/pages.ts';

/** The pages beside the guide that have a card of their own. */
const plainCards: Readonly<Record<string, Card>> = {
  'compare/': {
    heading: 'The three methods, side by side',
    lines: ['Service app, API service integration and API token compared'],
  },
  'requests/': {
    heading: 'The requests, in every language',
    lines: ['For each method: which were executed, with what, and what that proves'],
  },
  'operations/': {
    heading: 'Which credential your operations accept',
    lines: ['Every operation of Okta’s APIs, and the fewest scopes for those you call'],
  },
  'embed/builder/': {
    heading: 'The guide in your own page',
    lines: ['Choose where it begins and how it looks, and copy the block'],
  },
  'workshop/': {
    heading: 'The workshop: learn to choose',
    lines: ['Cards to predict, reveal and discuss, alone or in a room'],
  },
  ...Object.fromEntries(
    outcomeIds.map((method) => [
      handbookPath(method, ''),
      {
        heading: handbookHeading(method, ''),
        lines: ['Set-up, requests, errors, and what has changed since 2023'],
        method: { node: method, name: outcomes[method].name },
      },
    ]),
  ),
  'about/': { heading: about.heading, lines: ['Sources, method, privacy and limits'] },
};

/** The card that lies beside a page; undefined for a page without one of its own. */
export function cardBeside(page: Page): Card | undefined {
  if ('walk' in page) return walkCard(page.walk);
  return plainCards[page.path];
}

/** The folder, below the base, whose card stands for a page in previews. */
export function cardFolder(page: Page): string {
  if (cardBeside(page) !== undefined) return page.path;
  const [folder = ''] = page.path.split('/', 1);
  return `${folder}/` in plainCards ? `${folder}/` : '';
}

function walkCard(walk: Walk): Card {
  const lines = walk.answers.map(
    (answer) => `${questionOf(answer).short} ${optionOf(answer).label}`,
  );
  const heading = stateHeading(walk);
  return isAtOutcome(walk) || isAtExit(walk)
    ? { heading, lines, method: { node: walk.node, name: resultName(walk.node) } }
    : { heading, lines };
}
