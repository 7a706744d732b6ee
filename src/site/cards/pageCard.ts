import { questionWords } from '#guide/answerWords.ts';
import { about } from '#guide/about.ts';
import { type ExitId, outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';
import { exits } from '#guide/exits.ts';
import { isAtExit, isAtOutcome, isAtQuestion } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Walk } from '#guide/replay.ts';
import { resultName } from '#guide/resultName.ts';
import type { Card } from '#diagram/card.ts';
import { stateHeading } from '#embed/builder/stateHeading.ts';

import { handbookPath } from '#screens/handbook/handbookPaths.ts';
import { handbookHeading } from '#screens/handbook/handbookWords.ts';
import { cardPageOf } from '#share/cardAddress.ts';

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

/** The card that is beside a page; undefined for a page without one of its own. */
export function cardBeside(page: Page): Card | undefined {
  if (!('walk' in page)) return plainCards[page.path];
  return cardPageOf(page.walk) === page.path ? stateCard(page.walk) : undefined;
}

/** The folder, below the base, whose card stands for a page in previews. */
export function cardFolder(page: Page): string {
  if ('walk' in page) return cardPageOf(page.walk);
  if (cardBeside(page) !== undefined) return page.path;
  const [folder = ''] = page.path.split('/', 1);
  return `${folder}/` in plainCards ? `${folder}/` : '';
}

const methodOf = (node: OutcomeId | ExitId): NonNullable<Card['method']> => ({
  node,
  name: resultName(node),
});

/** Of a question, an outcome or an exit, whatever led there. */
function stateCard(walk: Walk): Card {
  const heading = stateHeading(walk);
  if (isAtQuestion(walk)) return { heading, lines: [questionWords(walk.node).why.text] };
  if (isAtOutcome(walk)) {
    return { heading, lines: [outcomes[walk.node].verdict.text], method: methodOf(walk.node) };
  }
  return isAtExit(walk)
    ? { heading, lines: [exits[walk.node].verdict.text], method: methodOf(walk.node) }
    : { heading, lines: [] };
}
