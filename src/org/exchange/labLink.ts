import { outcomeIds } from '#guide/nodeIds.ts';

import { type Breakage, breakages } from './breakages.ts';
import { type ExchangePlan, plannedOperations } from './plan.ts';

/** What a lab shows: an exchange, and what is broken in it. */
export interface LabChoice {
  readonly plan: ExchangePlan;
  readonly breakage?: Breakage | undefined;
}

/** What the lab begins with. */
export const usualChoice: LabChoice = {
  plan: { method: 'serviceApp', dpop: true, operation: plannedOperations[0] },
};

/** The exchange in which something is broken. */
export function brokenChoice(breakage: Breakage): LabChoice {
  const { method, dpop = false } = breakage;
  return { plan: { method, dpop, operation: plannedOperations[0] }, breakage };
}

/** The fragment of a link that shows the same exchange, with its `#`. It holds no key and no token. */
export function labFragment({ plan, breakage }: LabChoice): string {
  if (breakage !== undefined) {
    return `#${String(new URLSearchParams({ lab: '1', break: breakage.id }))}`;
  }
  const { method, dpop, operation } = plan;
  return `#${String(
    new URLSearchParams({
      lab: '1',
      method,
      ...(dpop ? { dpop: '1' } : {}),
      operation: `${operation.method} ${operation.path}`,
    }),
  )}`;
}

/** The exchange that a fragment asks for; what it does not say, or says wrongly, is as usual. */
export function labChoiceOf(fragment: string): LabChoice {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  if (parameters.get('lab') !== '1') return usualChoice;
  const breakage = breakages.find(({ id }) => id === parameters.get('break'));
  if (breakage !== undefined) return brokenChoice(breakage);
  const method = outcomeIds.find((each) => each === parameters.get('method'));
  if (method === undefined) return usualChoice;
  const operation = plannedOperations.find(
    (each) => `${each.method} ${each.path}` === parameters.get('operation'),
  );
  return {
    plan: {
      method,
      dpop: method === 'serviceApp' && parameters.get('dpop') === '1',
      operation: operation ?? plannedOperations[0],
    },
  };
}
