import { plans } from '../handouts/plans.ts';
import { levelWords } from '../levelWords.ts';
import { levels, type Scenario } from '../scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { type LessonPlan, minutesOfPlan, usualPlan } from './lessonPlan.ts';
import { cardsOf } from './presentation.ts';

/** A set of cards to begin with, and their time. */
export interface Deck {
  readonly id: string;
  readonly label: string;
  readonly cards: readonly Scenario[];
  readonly times: Pick<LessonPlan, 'minutes' | 'closing'>;
}

/** Cards that are all given their usual time. */
export const usualDeck = (id: string, label: string, cards: readonly Scenario[]): Deck => ({
  id,
  label,
  cards,
  times: { minutes: {}, closing: usualPlan.closing },
});

/** The decks of the guide: its plans first. */
export const decks: readonly Deck[] = [
  ...plans.map(({ minutes, steps }): Deck => {
    const cards = cardsOf(steps.flatMap((step) => step.cards));
    return {
      id: `plan-${minutes}`,
      label: `${minutes}-minute plan`,
      cards,
      times: minutesOfPlan(minutes, cards),
    };
  }),
  ...levels.map((level) => {
    const cards = scenarios.filter((each) => each.level === level);
    return usualDeck(level, `Level “${levelWords[level].label}” (${cards.length} cards)`, cards);
  }),
];

/** What a presentation begins with by default. */
export const [plannedDeck = usualDeck('none', '', [])] = decks;
