import { confidences, type Prediction, reasonChoices } from '../prediction.ts';
import { type Level, levels, type ResultId, resultIds, type Scenario } from '../scenario.ts';

/** What became of a card. */
export interface Attempt {
  readonly scenario: Scenario;
  /** Absent for a card that was skipped, or that has no key. */
  readonly prediction?: Prediction | undefined;
  /** What was predicted of the twist; absent when it was passed over. */
  readonly twist?: ResultId | undefined;
  /** How many hints were looked at. */
  readonly hints: number;
}

/** A round of practice as it stands: which cards are dealt, and what became of them so far. */
export interface Round {
  readonly level: Level | 'all';
  readonly attempts: readonly Attempt[];
}

/** Writes a round as a text to be kept. */
export function roundText({ level, attempts }: Round): string {
  return JSON.stringify({
    level,
    attempts: attempts.map(({ scenario, ...rest }) => ({ card: scenario.id, ...rest })),
  });
}

/**
 * Reads a round that was kept; attempts at cards that are not dealt any more are left out.
 *
 * @returns undefined for whatever is no round
 */
export function parseRound(text: string, cards: readonly Scenario[]): Round | undefined {
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
  if (level === undefined || !Array.isArray(data.attempts)) return undefined;
  return {
    level,
    attempts: data.attempts.flatMap((each: unknown) => attemptOf(each, cards) ?? []),
  };
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
