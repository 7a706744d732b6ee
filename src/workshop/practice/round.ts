import { confidences, type Prediction, reasonChoices } from '../prediction.ts';
import { type Level, levels, type ResultId, resultIds, type Scenario } from '../scenario.ts';

/** What a person did with a card. */
export interface Attempt {
  readonly scenario: Scenario;
  /** Absent for a card that was skipped, or that has no key. */
  readonly prediction?: Prediction | undefined;
  /** What was predicted of the twist; absent when it was passed over. */
  readonly twist?: ResultId | undefined;
  /** How many hints were looked at. */
  readonly hints: number;
}

/** The state of a round of practice: which cards are dealt, and what was done with them so far. */
export interface Round {
  readonly level: Level | 'all';
  readonly attempts: readonly Attempt[];
}

const keptAttempt = ({ scenario, prediction, twist, hints }: Attempt) => ({
  card: scenario.id,
  prediction,
  twist,
  hints,
});

/** Writes an attempt as text; equal attempts give equal texts. */
export const attemptText = (attempt: Attempt): string => JSON.stringify(keptAttempt(attempt));

/**
 * Writes a round as a text to be kept.
 *
 * @param strays attempts at cards of other decks, kept as they were found
 */
export function roundText({ level, attempts }: Round, strays: readonly unknown[] = []): string {
  return JSON.stringify({ level, attempts: [...strays, ...attempts.map(keptAttempt)] });
}

/**
 * Reads a round that was kept; leaves out attempts at cards that are no longer dealt.
 *
 * @returns undefined for anything that is not a round
 */
export function parseRound(text: string, cards: readonly Scenario[]): Round | undefined {
  const kept = keptRound(text);
  return (
    kept && {
      level: kept.level,
      attempts: kept.attempts.flatMap((each) => attemptOf(each, cards) ?? []),
    }
  );
}

/** How many attempts at cards of other decks are kept. */
const mostStrays = 500;

/** What was kept of cards that are not among these: the guide's, if a teacher's are dealt. */
export const strayAttempts = (text: string, cards: readonly Scenario[]): readonly unknown[] =>
  (keptRound(text)?.attempts ?? [])
    .filter(
      (each) =>
        typeof each === 'object' &&
        each !== null &&
        'card' in each &&
        typeof each.card === 'string' &&
        !cards.some(({ id }) => id === each.card),
    )
    .slice(-mostStrays);

function keptRound(
  text: string,
): { readonly level: Round['level']; readonly attempts: readonly unknown[] } | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== 'object' || data === null || !('level' in data && 'attempts' in data)) {
    return undefined;
  }
  const level = (['all', ...levels] as const).find((each) => each === data.level);
  return level === undefined || !Array.isArray(data.attempts)
    ? undefined
    : { level, attempts: data.attempts };
}

function attemptOf(data: unknown, cards: readonly Scenario[]): Attempt | undefined {
  if (typeof data !== 'object' || data === null || !('card' in data && 'hints' in data)) {
    return undefined;
  }
  const scenario = cards.find(({ id }) => id === data.card);
  const { hints } = data;
  if (scenario === undefined || typeof hints !== 'number' || !Number.isInteger(hints)) {
    return undefined;
  }
  return {
    scenario,
    hints,
    prediction: 'prediction' in data ? predictionOf(data.prediction, scenario) : undefined,
    twist: 'twist' in data ? resultIds.find((id) => id === data.twist) : undefined,
  };
}

function predictionOf(data: unknown, scenario: Scenario): Prediction | undefined {
  if (scenario.kind !== 'keyed' || typeof data !== 'object' || data === null) return undefined;
  if (!('result' in data && 'reason' in data && 'confidence' in data)) return undefined;
  const result = resultIds.find((id) => id === data.result);
  const reason = reasonChoices(scenario).findIndex((_, place) => place === data.reason);
  const confidence = confidences.find((each) => each === data.confidence);
  if (result === undefined || reason === -1 || confidence === undefined) return undefined;
  return { result, reason, confidence };
}
