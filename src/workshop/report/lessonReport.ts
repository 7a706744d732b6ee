import { confidences, reasonChoices } from '../prediction.ts';
import type { Split } from '../room/split.ts';
import { type KeyedScenario, type Misconception, type ResultId, resultIds } from '../scenario.ts';

/** How a room answered one card: before anything was said, after the talk, and its twist. */
export interface CardSplits {
  readonly scenario: KeyedScenario;
  readonly before: Split;
  readonly after: Split;
  readonly twist: Split;
}

/** With fewer answers than this, a percentage says little, and a belief may point to the person who holds it. */
export const fewestAnswers = 5;

/** A card is worth teaching again if less than this share of its answers is right at the end: four in five. */
const understoodFrom = 0.8;

/** How many answers were right. */
export interface RightAnswers {
  /** 0 if nothing was asked. */
  readonly answered: number;
  readonly right: number;
  /** A whole number; absent below {@link fewestAnswers}. */
  readonly percent: number | undefined;
}

/**
 * What the counts of beliefs rest on: the reasons that were chosen, or the wrong results behind
 * which a belief often stands. The two are counted separately and never added.
 */
export type BeliefEvidence = 'reasons' | 'results';

/** How often a belief showed. */
export interface BeliefCount {
  readonly from: BeliefEvidence;
  readonly times: number;
  /** How many reasons, or answers, it was counted among. */
  readonly of: number;
}

/** The wrong beliefs that showed in one question. */
export interface Beliefs {
  readonly from: BeliefEvidence;
  /** How many reasons were given, or how many answers if too few gave one. */
  readonly of: number;
  /** The most frequent first. */
  readonly held: readonly { readonly belief: Misconception; readonly times: number }[];
}

/** How one question of a card was answered. */
export interface QuestionReport extends RightAnswers {
  /** Absent if they would rest on fewer than {@link fewestAnswers}. */
  readonly beliefs: Beliefs | undefined;
  /** How many were certain, and how many of those wrong; absent if too few said how sure they were. */
  readonly certainty: { readonly certain: number; readonly wrong: number } | undefined;
}

/** How one card was answered. */
export interface CardReport {
  readonly id: string;
  readonly title: string;
  /** What the guide says. */
  readonly result: ResultId;
  readonly before: QuestionReport;
  readonly after: QuestionReport;
  readonly twist: RightAnswers;
  /** In percentage points from before to after; see {@link pointsBetween}. */
  readonly change: number | undefined;
}

/** A belief that showed on a card before, and still after. */
export interface StayedBelief {
  readonly belief: Misconception;
  readonly cards: readonly {
    readonly id: string;
    readonly title: string;
    readonly before: BeliefCount;
    readonly after: BeliefCount;
  }[];
}

/** A card that was often answered wrongly at the end. */
export interface CardToTeachAgain {
  readonly id: string;
  readonly title: string;
  /** After, or before if the card was not asked again. */
  readonly last: 'before' | 'after';
  readonly atEnd: RightAnswers;
}

/** What a room believed before and after a lesson: counts only, and nobody's answer. */
export interface LessonReport {
  /** The cards that anybody answered, in the order of the lesson. */
  readonly cards: readonly CardReport[];
  /** All answers to the cards that were asked both before and after. */
  readonly askedTwice: {
    readonly cards: number;
    readonly before: RightAnswers;
    readonly after: RightAnswers;
    readonly change: number | undefined;
  };
  /** The most frequent after first; absent if no card has beliefs of both questions. */
  readonly stayed: readonly StayedBelief[] | undefined;
  /** The lowest share first; absent if no card has answers enough for a share. */
  readonly teachAgain: readonly CardToTeachAgain[] | undefined;
  /** Whether a question had some answers, yet fewer than {@link fewestAnswers}. */
  readonly hasFewAnswers: boolean;
}

/** Sums up what a room answered in a lesson. */
export function lessonReport(cards: readonly CardSplits[]): LessonReport {
  const reports = cards
    .filter(({ before, after, twist }) => before.answered + after.answered + twist.answered > 0)
    .map(cardReport);
  const twice = reports.filter(({ before, after }) => before.answered > 0 && after.answered > 0);
  const before = sumOf(twice.map((card) => card.before));
  const after = sumOf(twice.map((card) => card.after));
  return {
    cards: reports,
    askedTwice: { cards: twice.length, before, after, change: pointsBetween(before, after) },
    stayed: stayedBeliefs(reports),
    teachAgain: cardsToTeachAgain(reports),
    hasFewAnswers: reports
      .flatMap((card) => [card.before, card.after, card.twist])
      .some(({ answered }) => answered > 0 && answered < fewestAnswers),
  };
}

/**
 * The difference between two shares in percentage points, as a reader would get it by subtracting
 * the whole percents that are shown.
 *
 * @returns undefined if one of them has too few answers for a share
 */
export function pointsBetween(
  { percent: from }: RightAnswers,
  { percent: to }: RightAnswers,
): number | undefined {
  return from === undefined || to === undefined ? undefined : to - from;
}

function rightAnswers(answered: number, right: number): RightAnswers {
  return {
    answered,
    right,
    percent: answered < fewestAnswers ? undefined : Math.round((100 * right) / answered),
  };
}

function sumOf(questions: readonly RightAnswers[]): RightAnswers {
  return rightAnswers(
    total(questions.map(({ answered }) => answered)),
    total(questions.map(({ right }) => right)),
  );
}

const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

function cardReport({ scenario, before, after, twist }: CardSplits): CardReport {
  const { id, title, result } = scenario;
  const reports = {
    before: questionReport(scenario, before),
    after: questionReport(scenario, after),
  };
  return {
    id,
    title,
    result,
    ...reports,
    twist: rightAnswers(twist.answered, timesOf(twist, scenario.twist.result)),
    change: pointsBetween(reports.before, reports.after),
  };
}

const timesOf = ({ results }: Split, result: ResultId): number =>
  results[resultIds.indexOf(result)] ?? 0;

function questionReport(scenario: KeyedScenario, split: Split): QuestionReport {
  return {
    ...rightAnswers(split.answered, timesOf(split, scenario.result)),
    beliefs: beliefsIn(scenario, split),
    certainty: certaintyIn(split),
  };
}

/**
 * The beliefs that the reasons show, or the wrong results where too few gave a reason: of totals,
 * nobody can say which result came with which reason.
 */
function beliefsIn(scenario: KeyedScenario, split: Split): Beliefs | undefined {
  const reasons = reasonChoices(scenario).map(({ belief }, place) => ({
    belief,
    times: split.reasons[place] ?? 0,
  }));
  const given = total(reasons.map(({ times }) => times));
  if (given >= fewestAnswers) return { from: 'reasons', of: given, held: heldAmong(reasons) };
  if (split.answered < fewestAnswers) return undefined;
  const results = resultIds
    .filter((result) => result !== scenario.result)
    .map((result) => ({
      belief: scenario.misconceptions[result],
      times: timesOf(split, result),
    }));
  return { from: 'results', of: split.answered, held: heldAmong(results) };
}

/** Adds up what is the same belief in the same words; several results may have one. */
function heldAmong(
  counted: readonly { readonly belief: Misconception | undefined; readonly times: number }[],
): Beliefs['held'] {
  const held = new Map<string, Beliefs['held'][number]>();
  for (const { belief, times } of counted) {
    if (belief === undefined || times === 0) continue;
    const known = held.get(belief.belief) ?? { belief, times: 0 };
    held.set(belief.belief, { ...known, times: known.times + times });
  }
  return [...held.values()].toSorted((one, other) => other.times - one.times);
}

function certaintyIn({ confidences: said }: Split): QuestionReport['certainty'] {
  if (total(said.map(({ times }) => times)) < fewestAnswers) return undefined;
  const { times, right } = said[confidences.indexOf('certain')] ?? { times: 0, right: 0 };
  return { certain: times, wrong: times - right };
}

function stayedBeliefs(cards: readonly CardReport[]): readonly StayedBelief[] | undefined {
  const stayed = new Map<string, StayedBelief>();
  let isComparable = false;
  for (const { id, title, before, after } of cards) {
    if (before.beliefs === undefined || after.beliefs === undefined) continue;
    isComparable = true;
    for (const { belief, times } of after.beliefs.held) {
      const earlier = before.beliefs.held.find((each) => each.belief.belief === belief.belief);
      if (earlier === undefined) continue;
      const known = stayed.get(belief.belief) ?? { belief, cards: [] };
      const card = {
        id,
        title,
        before: { from: before.beliefs.from, times: earlier.times, of: before.beliefs.of },
        after: { from: after.beliefs.from, times, of: after.beliefs.of },
      };
      stayed.set(belief.belief, { ...known, cards: [...known.cards, card] });
    }
  }
  if (!isComparable) return undefined;
  return [...stayed.values()].toSorted((one, other) => timesAfter(other) - timesAfter(one));
}

const timesAfter = ({ cards }: StayedBelief): number =>
  total(cards.map(({ after }) => after.times));

function cardsToTeachAgain(cards: readonly CardReport[]): readonly CardToTeachAgain[] | undefined {
  const ends = cards
    .map(({ id, title, before, after }): CardToTeachAgain => {
      const last = after.answered > 0 ? 'after' : 'before';
      const { answered, right, percent } = last === 'after' ? after : before;
      return { id, title, last, atEnd: { answered, right, percent } };
    })
    .filter(({ atEnd }) => atEnd.percent !== undefined);
  if (ends.length === 0) return undefined;
  return ends
    .filter(({ atEnd }) => share(atEnd) < understoodFrom)
    .toSorted((one, other) => share(one.atEnd) - share(other.atEnd));
}

const share = ({ answered, right }: RightAnswers): number => right / answered;
