import type { Breakage } from './breakages.ts';
import { type ExchangePlan, type Faults, planOf, scopesOf, withMethod } from './plan.ts';

/** Why a thing cannot go wrong in an exchange: what the exchange would have to be like. */
export type Obstacle =
  /** The program would have to authorize by another method. */
  | 'method'
  /** The app would have to require DPoP. */
  | 'dpop'
  /** The app would have to take bearer tokens. */
  | 'bearer'
  /** The operations would have to need a scope. */
  | 'scopes';

/** What goes wrong in an exchange; nothing where nothing is broken. */
export function faultsOf(breakage: Breakage | undefined, plan: ExchangePlan): Faults {
  if (breakage === undefined) return {};
  return typeof breakage.faults === 'function' ? breakage.faults(plan) : breakage.faults;
}

/** The smallest change that mends an exchange. */
export function mendOf({ mend }: Breakage, plan: ExchangePlan): string {
  return typeof mend === 'function' ? mend(plan) : mend;
}

/** Why a thing cannot go wrong in an exchange; undefined where it can. */
export function obstacleTo(breakage: Breakage, plan: ExchangePlan): Obstacle | undefined {
  const { method, also = [], dpop, needsScopes = false } = breakage;
  if (plan.method !== method && !also.includes(plan.method)) return 'method';
  if (dpop !== undefined && plan.dpop !== dpop) return dpop ? 'dpop' : 'bearer';
  return needsScopes && scopesOf(plan).length === 0 ? 'scopes' : undefined;
}

/** The exchange in which a thing goes wrong: the given one, or what has changed as little as it takes. */
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
