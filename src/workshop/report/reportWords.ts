import type {
  BeliefCount,
  CardToTeachAgain,
  LessonReport,
  QuestionReport,
  RightAnswers,
} from './lessonReport.ts';

/** Headings of the report, on paper and in its file. */
export const reportHeadings = {
  cards: 'Right answers, card by card',
  stayed: 'Beliefs that stayed',
  teachAgain: 'Worth teaching again',
  beliefs: 'What the room believed, card by card',
  compared: 'Compared with the other lesson',
} as const;

/** The columns of the table of cards. */
export const cardColumns = ['Card', 'Before', 'After', 'Change', 'Twist'] as const;

/** The columns of the table of two lessons. */
export const comparedColumns = [
  'Card',
  'Before: this lesson',
  'Before: the other',
  'Before: difference',
  'After: this lesson',
  'After: the other',
  'After: difference',
] as const;

export const whatCardColumnsMean =
  'How many of the answers were right. The change from before to after is in percentage points.';

export const whatComparedColumnsMean =
  'How many of the answers were right. A difference is in percentage points, and a plus means that this lesson had the larger share.';

/** How many were right: `9 of 12 (75%)`, or `3 of 4` where a share says little. */
export function rightWords({ answered, right, percent }: RightAnswers): string {
  if (answered === 0) return 'no answers';
  return `${right} of ${answered}${percent === undefined ? '' : ` (${percent}%)`}`;
}

/** Percentage points with their sign: `+25`, `−8`, `0`. */
export function pointsWords(points: number | undefined): string {
  if (points === undefined) return 'not compared';
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}

/** Sums up the lesson, and says what its numbers cannot show. */
export function lessonSentences({
  cards,
  askedTwice: { cards: twice, before, after, change },
  hasFewAnswers,
}: LessonReport): readonly string[] {
  if (cards.length === 0) return ['Nobody has answered a card, so there is nothing to report yet.'];
  return [
    `Cards that the room answered: ${cards.length}. Answered both before and after the discussion: ${twice}.`,
    ...(twice === 0
      ? []
      : [
          `Right answers on the cards answered both times: ${rightWords(before)} before, ${rightWords(after)} after${change === undefined ? '' : `, a change of ${pointsWords(change)} percentage points`}.`,
          ...(change === undefined
            ? []
            : [
                'The same people may not have answered both times, so compare the percentages, not the counts.',
              ]),
        ]),
    ...(hasFewAnswers
      ? [
          'If a question has fewer than five answers, you see only how many were right: a percentage would say little, and a belief could point to the person who holds it.',
        ]
      : []),
  ];
}

export type When = 'before' | 'after';

const whenWords: Readonly<Record<When, string>> = { before: 'Before', after: 'After' };

/** The words before the list of beliefs, or in place of it; undefined if nothing was asked. */
export function beliefsWords(
  when: When,
  { answered, right, beliefs }: QuestionReport,
): string | undefined {
  const start = whenWords[when];
  if (answered === 0) return undefined;
  if (beliefs === undefined) {
    return `${start}: no beliefs are listed, because there are fewer than five answers.`;
  }
  const { from, of, held } = beliefs;
  if (from === 'reasons') {
    return held.length === 0
      ? `${start}: ${of} reasons were given, and none of them was wrong.`
      : `${start}: ${of} reasons were given. These were wrong:`;
  }
  if (right === answered) return `${start}: all ${answered} answers were right.`;
  return held.length === 0
    ? `${start}: fewer than five reasons were given, and the card gives no belief behind the wrong answers.`
    : `${start}: fewer than five reasons were given. The wrong answers suggest these beliefs:`;
}

/** How many were certain and wrong; undefined if too few said how sure they were. */
export function certaintyWords(when: When, { certainty }: QuestionReport): string | undefined {
  if (certainty === undefined) return undefined;
  const { certain, wrong } = certainty;
  if (certain === 0) return `Certain ${when}: nobody.`;
  return certain === 1
    ? `Certain ${when}: 1 answer, which was ${wrong === 1 ? 'wrong' : 'right'}.`
    : `Certain ${when}: ${certain} answers, ${wrong} of them wrong.`;
}

/** How often a belief showed, in short; the words before the list say what was counted. */
export const timesWords = (times: number, of: number): string => `${times} of ${of}`;

/** How often a belief showed on a card before and after, in reasons or in answers. */
export const stayedWords = (before: BeliefCount, after: BeliefCount): string =>
  `${evidenceWords(before)} before, ${evidenceWords(after)} after`;

const evidenceWords = ({ from, times, of }: BeliefCount): string =>
  `${times} of ${of} ${from === 'reasons' ? 'reasons' : 'answers'}`;

export const whatStayedCounts =
  'Each of these showed on the same card before and after the discussion. With at least five reasons, you see how often this belief was chosen. With fewer, you see how often people chose a wrong method that it often leads to.';

export const noneStayed = 'No belief showed on the same card both before and after the discussion.';

export const teachAgainIntroduction =
  'Of the cards with five or more answers at the end, these had fewer than four in five right. The lowest share comes first:';

export const noneToTeachAgain =
  'On every card with five or more answers at the end, at least four in five were right.';

/** How a card that is worth teaching again was answered at the end. */
export const teachAgainWords = ({ last, atEnd }: CardToTeachAgain): string =>
  `${rightWords(atEnd)}${last === 'before' ? ' before the discussion, and no answers after it' : ''}`;

export const nothingToCompare = 'The two lessons have no cards in common.';
export const onlyHereWords = 'Only in this lesson:';
export const onlyThereWords = 'Only in the other lesson:';
