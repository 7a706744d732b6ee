import { type GuideScenario, levels, type Scenario } from '../scenario.ts';
import { ambiguousScenarios } from './ambiguous.ts';
import { callerScenarios } from './callers.ts';
import { discussionScenarios } from './discussion.ts';
import { firstScenarios } from './first.ts';
import { trapScenarios } from './trap.ts';

/** Every card that has a key, the easy ones first. */
export const keyedScenarios: readonly GuideScenario[] = levels.flatMap((level) =>
  [...firstScenarios, ...ambiguousScenarios, ...trapScenarios, ...callerScenarios].filter(
    (each) => each.level === level,
  ),
);

/** Every card: the one list of them. */
export const scenarios: readonly Scenario[] = [...keyedScenarios, ...discussionScenarios];

/** Finds a card; undefined when there is none, for example in an old link. */
export function scenarioOf(id: string): Scenario | undefined {
  return scenarios.find((each) => each.id === id);
}
