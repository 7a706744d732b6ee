import { resultName } from '#guide/resultName.ts';
import { prose } from '#record/markdownText.ts';

import type { LessonComparison } from './compareLessons.ts';
import { comparisonMarkdown } from './comparisonMarkdown.ts';
import type { CardReport, LessonReport, QuestionReport, StayedBelief } from './lessonReport.ts';
import { heading, list, table, titleText } from './markdownParts.ts';
import {
  beliefsWords,
  cardColumns,
  certaintyWords,
  lessonSentences,
  noneStayed,
  noneToTeachAgain,
  pointsWords,
  reportHeadings,
  rightWords,
  stayedWords,
  teachAgainIntroduction,
  teachAgainWords,
  timesWords,
  whatCardColumnsMean,
  whatStayedCounts,
  type When,
} from './reportWords.ts';

/** Writes the report of a lesson as Markdown, with the comparison to another one if there is one. */
export function reportMarkdown(report: LessonReport, compared?: LessonComparison): string {
  return `${[
    heading(1, 'Lesson report: how a program authorizes its calls to Okta’s APIs'),
    ...lessonSentences(report),
    ...(report.cards.length === 0 ? [] : cardTable(report.cards)),
    ...stayedSection(report),
    ...teachAgainSection(report),
    ...beliefsSection(report.cards),
    ...(compared === undefined ? [] : [comparisonMarkdown(compared).trimEnd()]),
  ].join('\n\n')}\n`;
}

function cardTable(cards: readonly CardReport[]): readonly string[] {
  return [
    heading(2, reportHeadings.cards),
    whatCardColumnsMean,
    table(
      cardColumns,
      cards.map(({ title, before, after, change, twist }) => ({
        name: title,
        figures: [rightWords(before), rightWords(after), pointsWords(change), rightWords(twist)],
      })),
    ),
  ];
}

function stayedSection({ stayed }: LessonReport): readonly string[] {
  if (stayed === undefined) return [];
  return [
    heading(2, reportHeadings.stayed),
    ...(stayed.length === 0
      ? [noneStayed]
      : [whatStayedCounts, stayed.flatMap(stayedLines).join('\n')]),
  ];
}

const stayedLines = ({ belief: { belief, truth }, cards }: StayedBelief): readonly string[] => [
  list([`“${prose(belief)}” ${prose(truth.text)}`]),
  list(
    cards.map(({ title, before, after }) => `${titleText(title)}: ${stayedWords(before, after)}`),
    '  ',
  ),
];

function teachAgainSection({ teachAgain }: LessonReport): readonly string[] {
  if (teachAgain === undefined) return [];
  return [
    heading(2, reportHeadings.teachAgain),
    ...(teachAgain.length === 0
      ? [noneToTeachAgain]
      : [
          teachAgainIntroduction,
          list(teachAgain.map((card) => `${titleText(card.title)}: ${teachAgainWords(card)}`)),
        ]),
  ];
}

function beliefsSection(cards: readonly CardReport[]): readonly string[] {
  const asked = cards.filter(({ before, after }) => before.answered + after.answered > 0);
  if (asked.length === 0) return [];
  return [
    heading(2, reportHeadings.beliefs),
    ...asked.map(({ title, result, before, after }) =>
      [
        heading(3, title),
        `The guide’s answer: ${prose(resultName(result))}.`,
        ...beliefsOf('before', before),
        ...beliefsOf('after', after),
      ].join('\n\n'),
    ),
  ];
}

function beliefsOf(when: When, question: QuestionReport): readonly string[] {
  const { beliefs } = question;
  return [
    beliefsWords(when, question),
    beliefs === undefined || beliefs.held.length === 0
      ? undefined
      : list(
          beliefs.held.map(
            ({ belief: { belief }, times }) =>
              `“${prose(belief)}”: ${timesWords(times, beliefs.of)}`,
          ),
        ),
    certaintyWords(when, question),
  ].filter((part) => part !== undefined);
}
