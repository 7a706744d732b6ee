import type { ComparedQuestion, LessonComparison, UncomparedCard } from './compareLessons.ts';
import { heading, list, table, titleText } from './markdownParts.ts';
import {
  comparedColumns,
  nothingToCompare,
  onlyHereWords,
  onlyThereWords,
  pointsWords,
  reportHeadings,
  rightWords,
  whatComparedColumnsMean,
} from './reportWords.ts';

/** Writes the comparison of two lessons as a section of Markdown. */
export function comparisonMarkdown({ cards, onlyHere, onlyThere }: LessonComparison): string {
  const rows = cards.map(({ title, before, after }) => ({
    name: title,
    figures: [...figuresOf(before), ...figuresOf(after)],
  }));
  return `${[
    heading(2, reportHeadings.compared),
    ...(rows.length === 0
      ? [nothingToCompare]
      : [whatComparedColumnsMean, table(comparedColumns, rows)]),
    ...titles(onlyHereWords, onlyHere),
    ...titles(onlyThereWords, onlyThere),
  ].join('\n\n')}\n`;
}

const figuresOf = ({ here, there, difference }: ComparedQuestion): readonly string[] => [
  rightWords(here),
  rightWords(there),
  pointsWords(difference),
];

const titles = (words: string, cards: readonly UncomparedCard[]): readonly string[] =>
  cards.length === 0 ? [] : [words, list(cards.map(({ title }) => titleText(title)))];
