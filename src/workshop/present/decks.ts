import { plans } from '../handouts/plans.ts';
import { levelWords } from '../levelWords.ts';
import { levels } from '../scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { cardsOf } from './presentation.ts';

/** The decks that one can begin with; each is a list of cards. */
export const decks = [
  ...plans.map(({ minutes, steps }) => ({
    id: `plan-${minutes}`,
    label: `Plan of ${minutes} minutes`,
    cards: cardsOf(steps.flatMap(({ cards }) => cards)),
  })),
  ...levels.map((level) => ({
    id: level as string,
    label: `All of “${levelWords[level].label}”`,
    cards: scenarios.filter((each) => each.level === level),
  })),
];

/** The cards that a presentation begins with where nothing else is said. */
export const plannedCards = decks[0]?.cards ?? [];
