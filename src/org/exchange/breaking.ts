import type { Breakage } from './breakages.ts';
import { type ExchangePlan, type Faults, planOf, scopesOf, withMethod } from './plan.ts';

/** Why something cannot go wrong in an exchange: what would have to be different. */
export type Obstacle =
  /** The program would have to use another method. */
  | 'method'
  /** The app would have to require DPoP. */
  | 'dpop'
  /** The app would have to accept bearer tokens. */
  | 'bearer'
  /** The operations would have to need a scope. */
  | 'scopes';

/** What goes wrong in an exchange; nothing if nothing is broken. */
export function faultsOf(breakage: Breakage | undefined, plan: ExchangePlan): Faults {
  if (breakage === undefined) return {};
  return typeof breakage.faults === 'function' ? breakage.faults(plan) : breakage.faults;
}

/** The smallest change that fixes an exchange. */
export function mendOf({ mend }: Breakage, plan: ExchangePlan): string {
  return typeof mend === 'function' ? mend(plan) : mend;
}

/** Why something cannot go wrong in an exchange; undefined if it can. */
export function obstacleTo(breakage: Breakage, plan: ExchangePlan): Obstacle | undefined {
  const { method, also = [], dpop, needsScopes = false } = breakage;
  if (plan.method !== method && !also.includes(plan.method)) return 'method';
  if (dpop !== undefined && plan.dpop !== dpop) return dpop ? 'dpop' : 'bearer';
  return needsScopes && scopesOf(plan).length === 0 ? 'scopes' : undefined;
}

/** The exchange in which something goes wrong: the given one, with as few changes as that takes. */
export function brokenPlan(breakage: Breakage, plan: ExchangePlan): ExchangePlan {
  const { method, dpop } = breakage;
  switch (obstacleTo(breakage, plan)) {
    case undefined:
      return plan;
    case 'method':
      return brokenPlan(breakage, withMethod({ ...plan, dpop: dpop ?? false }, method));
    case 'dpop':
    case 'bearer':
      return { ...plan, dpop: dpop ?? false };
    case 'scopes': {
      const { operations, filledIn } = planOf({ method: plan.method });
      return { ...plan, operations, filledIn };
    }
  }
}
