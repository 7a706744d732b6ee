import type { Breakage } from '#org/exchange/breakages.ts';
import { brokenPlan } from '#org/exchange/breaking.ts';
import { actionsText, type LabAction, mostActions } from '#org/exchange/labActions.ts';
import {
  type ExchangePlan,
  labClientIdOf,
  labHost,
  labKeyId,
  ownOperations,
  planOf,
} from '#org/exchange/plan.ts';

import { formEncoded, type Pair } from './formEncoding.ts';

/** What a lab shows: an exchange, and what is broken in it. */
export interface LabChoice {
  readonly plan: ExchangePlan;
  readonly breakage?: Breakage | undefined;
}

/** What repeats an exchange exactly, except for its keys and signatures. */
export interface LabReplay {
  /** Of its ids and nonces. */
  readonly seed: string;
  /** In milliseconds since the epoch; whole seconds. */
  readonly start: number;
  readonly actions: readonly LabAction[];
}

/** What the lab begins with. */
export const usualChoice: LabChoice = { plan: planOf({ method: 'serviceApp', dpop: true }) };

/** The lab's own exchange with something broken in it. */
export function brokenChoice(breakage: Breakage): LabChoice {
  const { method, dpop = false } = breakage;
  return { plan: planOf({ method, dpop }), breakage };
}

/**
 * The exchange that a person is looking at, with something broken in it, if that can go wrong
 * there.
 */
export function brokenWithin(plan: ExchangePlan, breakage: Breakage): LabChoice {
  return { plan: brokenPlan(breakage, plan), breakage };
}

/**
 * The fragment of a link that shows the same exchange, with its `#`. It contains no key and no token.
 * Its values are written as in the fragments of the guide's own pages (`fragment.ts`).
 *
 * @param replay what has been done in it; left out if there is more than a link can carry
 */
export function labFragment({ plan, breakage }: LabChoice, replay?: LabReplay): string {
  const done =
    replay === undefined || replay.actions.length === 0 || replay.actions.length > mostActions
      ? []
      : ([
          ['seed', replay.seed],
          ['at', String(replay.start / 1000)],
          ['do', actionsText(replay.actions)],
        ] as const);
  const isUsual = breakage !== undefined && isSame(plan, brokenChoice(breakage).plan);
  const pairs: readonly Pair[] = [
    ['lab', '1'],
    ...(breakage === undefined ? [] : [['break', breakage.id] as const]),
    ...(isUsual ? [] : [['method', plan.method] as const, ...valuesOf(plan)]),
    ...done,
  ];
  return `#${formEncoded(pairs)}${plan.filledIn === '' ? '' : `&${plan.filledIn}`}`;
}

function isSame(plan: ExchangePlan, other: ExchangePlan): boolean {
  return planText(plan) === planText(other);
}

function planText(plan: ExchangePlan): string {
  return formEncoded([['method', plan.method], ...valuesOf(plan), ['filledIn', plan.filledIn]]);
}

function valuesOf(plan: ExchangePlan): readonly Pair[] {
  const { method, dpop, keyType, host, clientId, keyId } = plan;
  const operations = plan.operations.map(({ reference }) => reference).join(' ');
  const given: readonly (readonly [string, string, string])[] = [
    ['client', clientId, labClientIdOf(method)],
    ['key', keyType, 'RSA'],
    ['kid', keyId, labKeyId],
    ['ops', operations, ownOperations[0].reference],
    ['org', host, labHost],
    ['variant', method === 'serviceApp' && !dpop ? 'bearer' : 'dpop', 'dpop'],
  ];
  const changed = given.filter(([, value, usual]) => value !== usual);
  return changed.length === 0 && plan.filledIn === ''
    ? []
    : [['v', '1'], ...changed.map(([key, value]) => [key, value] as const)];
}
