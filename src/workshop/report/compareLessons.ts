import {
  type CardReport,
  type LessonReport,
  pointsBetween,
  type RightAnswers,
} from './lessonReport.ts';

/** The same question in two lessons. */
export interface ComparedQuestion {
  readonly here: RightAnswers;
  readonly there: RightAnswers;
  /** In percentage points: how much more was right here; absent if one has no share. */
  readonly difference: number | undefined;
}

/** A card that two lessons have. */
export interface ComparedCard {
  readonly id: string;
  readonly title: string;
  readonly before: ComparedQuestion;
  readonly after: ComparedQuestion;
}

/** A card that one lesson has. */
export type UncomparedCard = Pick<CardReport, 'id' | 'title'>;

/** Two lessons side by side. Whole lessons are not compared, because their cards may differ. */
export interface LessonComparison {
  readonly cards: readonly ComparedCard[];
  readonly onlyHere: readonly UncomparedCard[];
  readonly onlyThere: readonly UncomparedCard[];
}

/** Compares this lesson with another one, card by card. */
export function compareLessons(here: LessonReport, there: LessonReport): LessonComparison {
  const pairs = here.cards.map((card) => ({
    card,
    other: there.cards.find((each) => isSameCard(each, card)),
  }));
  return {
    cards: pairs.flatMap(({ card, other }) =>
      other === undefined
        ? []
        : [
            {
              id: card.id,
              title: card.title,
              before: comparedQuestion(card.before, other.before),
              after: comparedQuestion(card.after, other.after),
            },
          ],
    ),
    onlyHere: pairs.filter(({ other }) => other === undefined).map(({ card }) => named(card)),
    onlyThere: there.cards
      .filter((card) => !here.cards.some((each) => isSameCard(each, card)))
      .map(named),
  };
}

/** Teachers' own cards may have the same id by chance; with another key it is another card. */
const isSameCard = (one: CardReport, other: CardReport): boolean =>
  one.id === other.id && one.result === other.result;

const named = ({ id, title }: CardReport): UncomparedCard => ({ id, title });

function comparedQuestion(here: RightAnswers, there: RightAnswers): ComparedQuestion {
  return {
    here: rightOnly(here),
    there: rightOnly(there),
    difference: pointsBetween(there, here),
  };
}

const rightOnly = ({ answered, right, percent }: RightAnswers): RightAnswers => ({
  answered,
  right,
  percent,
});
