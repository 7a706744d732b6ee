import { plans } from '../handouts/plans.ts';
import type { Scenario } from '../scenario.ts';
import { type Presentation, presentationFragment, type Stage, stagesOf } from './presentation.ts';

/** How people say what they choose. */
export const waysToAnswer = ['phones', 'hands', 'paper'] as const;
export type WayToAnswer = (typeof waysToAnswer)[number];

/** What a teacher decides before a lesson, besides its cards. */
export interface LessonPlan {
  /** Minutes of each step of a card, by the card's id; a card that is not in it has its usual minutes. */
  readonly minutes: Readonly<Record<string, readonly number[]>>;
  /** Minutes after the last card. */
  readonly closing: number;
  /** How many people are expected; 0 if nobody said. */
  readonly people: number;
  readonly answering: WayToAnswer;
}

/** The most minutes for a card, or for what comes after the last card. */
export const mostMinutes = 120;

/** The most people that a lesson can be prepared for. */
export const mostPeople = 500;

/** How a card's minutes are shared among its steps, in proportion. */
const shares: Readonly<Record<Stage, number>> = {
  story: 2,
  facts: 2,
  question: 4,
  split: 3,
  again: 2,
  key: 4,
  twist: 3,
  twistKey: 2,
  points: 8,
};

const usualMinutes = { keyed: 8, discussion: 8 } as const;

/** The plan of a lesson before anybody has changed it. */
export const usualPlan: LessonPlan = { minutes: {}, closing: 5, people: 0, answering: 'phones' };

/**
 * Divides minutes among the steps of a card, in half minutes that add up to the total.
 *
 * @param minutes from 0 to `mostMinutes`; rounded to halves
 */
export function sharedMinutes(minutes: number, card: Scenario): readonly number[] {
  const steps = stagesOf(card);
  const halves = Math.round(minutes * 2);
  const all = steps.reduce((sum, stage) => sum + shares[stage], 0);
  // What is rounded at one step is made up for at the next.
  let [given, share] = [0, 0];
  return steps.map((stage) => {
    share += shares[stage];
    const until = Math.round((halves * share) / all);
    const own = until - given;
    given = until;
    return own / 2;
  });
}

/** The minutes of each step of a card, in the order of its steps. */
export function stepMinutes({ minutes }: LessonPlan, card: Scenario): readonly number[] {
  const own = minutes[card.id];
  return own?.length === stagesOf(card).length ? own : sharedMinutes(usualMinutes[card.kind], card);
}

/** The minutes of a whole card. */
export const cardMinutes = (plan: LessonPlan, card: Scenario): number =>
  stepMinutes(plan, card).reduce((sum, each) => sum + each, 0);

/** Gives the steps of a card their minutes. */
export const withStepMinutes = (
  plan: LessonPlan,
  card: Scenario,
  minutes: readonly number[],
): LessonPlan => ({ ...plan, minutes: { ...plan.minutes, [card.id]: minutes } });

/**
 * The minutes that a printed plan gives to its cards. A card that two steps use gets the minutes of
 * both, and steps without a card come after the last card.
 */
export function minutesOfPlan(
  length: (typeof plans)[number]['minutes'],
  cards: readonly Scenario[],
): Pick<LessonPlan, 'minutes' | 'closing'> {
  const steps = plans.find(({ minutes }) => minutes === length)?.steps ?? [];
  const closing = steps.reduce(
    (sum, { cards: { length: count }, minutes }) => (count === 0 ? sum + minutes : sum),
    0,
  );
  const minutes = cards.map((card) => {
    const total = steps.reduce(
      (sum, step) => (step.cards.includes(card.id) ? sum + step.minutes / step.cards.length : sum),
      0,
    );
    return [card.id, sharedMinutes(total, card)] as const;
  });
  return { minutes: Object.fromEntries(minutes), closing };
}

/** A step of a lesson and when it is planned, in seconds since the lesson began. */
export interface PlannedStep {
  /** Index of the card; the length of the deck for what comes after the last one. */
  readonly card: number;
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
}

/** When each step of a lesson is planned. */
export function plannedSteps(deck: readonly Scenario[], plan: LessonPlan): readonly PlannedStep[] {
  let from = 0;
  const next = (card: number, stage: Stage, minutes: number): PlannedStep => {
    const step = { card, stage, from, to: from + minutes * 60 };
    from = step.to;
    return step;
  };
  const steps = deck.flatMap((card, index) => {
    const minutes = stepMinutes(plan, card);
    return stagesOf(card).map((stage, place) => next(index, stage, minutes[place] ?? 0));
  });
  return [...steps, next(deck.length, 'story', plan.closing)];
}

/** The step that a presentation has reached. */
export const plannedStep = (
  { deck, card, stage }: Pick<Presentation, 'deck' | 'card' | 'stage'>,
  plan: LessonPlan,
): PlannedStep | undefined =>
  plannedSteps(deck, plan).find(
    (step) => step.card === card && (card === deck.length || step.stage === stage),
  );

/**
 * How far a lesson is from its plan.
 *
 * @param seconds how long it has taken so far
 * @returns seconds that it is late, below 0 if it is early; 0 within the time of its step
 */
export function driftFrom({ from, to }: PlannedStep, seconds: number): number {
  if (seconds > to) return seconds - to;
  return seconds < from ? seconds - from : 0;
}

/** Whether a number of minutes can be planned: 0 or more, in half minutes. */
export const isMinutes = (value: number): boolean =>
  value >= 0 && value <= mostMinutes && Number.isInteger(value * 2);

const isPeople = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= mostPeople;

/**
 * Writes a lesson as a fragment with its `#`: its place, its plan, and a teacher's own cards.
 *
 * @param cards empty for none
 */
export function lessonFragment(
  place: Omit<Presentation, 'isBlack'>,
  plan: LessonPlan,
  cards: string,
): string {
  const parameters = new URLSearchParams(planParameters(place.deck, plan)).toString();
  return [
    presentationFragment(place),
    ...(parameters === '' ? [] : [parameters]),
    ...(cards === '' ? [] : [`cards=${cards}`]),
  ].join('&');
}

/** The part of a plan that differs from the usual one, as parameters of a fragment. */
function planParameters(
  deck: readonly Scenario[],
  plan: LessonPlan,
): Readonly<Record<string, string>> {
  const isUsual = deck.every(({ id }) => plan.minutes[id] === undefined);
  return {
    ...(isUsual
      ? {}
      : { minutes: deck.map((card) => stepMinutes(plan, card).join('-')).join(' ') }),
    ...(plan.closing === usualPlan.closing ? {} : { closing: `${plan.closing}` }),
    ...(plan.people === 0 ? {} : { people: `${plan.people}` }),
    ...(plan.answering === usualPlan.answering ? {} : { answering: plan.answering }),
  };
}

/** Reads the plan of a lesson's fragment; anything else has its usual value. */
export function planOf(given: URLSearchParams, deck: readonly Scenario[]): LessonPlan {
  const cards = given.get('minutes')?.split(/[\s,]+/) ?? [];
  // A card that is not known here has left the deck, and its minutes with it.
  const ids = given.get('deck')?.split(/[\s,]+/) ?? [];
  const minutes = deck.flatMap((card) => {
    const steps = cards[ids.indexOf(card.id)]?.split('-').map(Number) ?? [];
    const isRead = steps.length === stagesOf(card).length && steps.every(isMinutes);
    return isRead ? [[card.id, steps] as const] : [];
  });
  const [closing, people] = [
    Number(given.get('closing') ?? usualPlan.closing),
    Number(given.get('people') ?? 0),
  ];
  return {
    minutes: Object.fromEntries(minutes),
    closing: isMinutes(closing) ? closing : usualPlan.closing,
    people: isPeople(people) ? people : usualPlan.people,
    answering: waysToAnswer.find((way) => way === given.get('answering')) ?? usualPlan.answering,
  };
}

/** What a step is called in a sentence. */
export const stageNames: Readonly<Record<Stage, string>> = {
  story: 'the story',
  facts: 'the facts',
  question: 'the question',
  split: 'how the room chose',
  again: 'the second vote',
  key: 'the key',
  twist: 'the twist',
  twistKey: 'the twist’s key',
  points: 'the points to discuss',
};
