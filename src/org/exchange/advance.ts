import { administer, type AdminCommand } from '../admin.ts';
import type { Org, OrgAnswer, OrgCrypto, OrgRequest, OrgResponse } from '../org.ts';
import { respond } from '../respond.ts';
import {
  afterAnswer,
  type ClientKeys,
  type ClientState,
  nextRequest,
  type PlannedStep,
  startOf,
} from './client.ts';
import type { LabAction, OrgAction } from './labActions.ts';
import { labOrg, type LabSecrets } from './labOrg.ts';
import { labSwitches } from './labSwitches.ts';
import type { ExchangePlan, Faults } from './plan.ts';
import { seededIds } from './seededIds.ts';

/** A request and its response. */
export interface Message {
  /** The step that the client took. */
  readonly step: PlannedStep;
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number;
  readonly request: OrgRequest;
  readonly response: OrgResponse;
}

/** How far an exchange has got. */
export interface Stage {
  readonly org: Org;
  readonly client: ClientState;
  /** The time of the org, in milliseconds since the epoch. */
  readonly now: number;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Everything that has led here, oldest first. */
  readonly actions: readonly LabAction[];
}

/** What is made when a lab begins, and discarded with it. */
export interface Lab {
  readonly keys: ClientKeys;
  readonly secrets: LabSecrets;
  /** The org's. */
  readonly tokenKey: OrgCrypto['tokenKey'];
}

/** What an exchange does, and what it needs to do it. */
export interface ExchangeSetting extends Lab {
  readonly plan: ExchangePlan;
  readonly faults: Faults;
  /** Its ids and nonces come from this (`seededIds.ts`). */
  readonly seed: string;
  /**
   * The responses of the catalogue's operations; without them, an operation returns what it
   * received.
   */
  readonly answerOf?: AnswerOf;
}

/** Returns an operation's response, by its reference; undefined if it is unknown. */
export type AnswerOf = (reference: string) => OrgAnswer | undefined;

/**
 * An exchange before anything has been sent.
 *
 * @param now milliseconds since the epoch
 */
export function firstStage(
  { plan, faults, secrets }: Pick<ExchangeSetting, 'plan' | 'faults' | 'secrets'>,
  now: number,
): Stage {
  const org = administered(labOrg(plan, secrets), faults.admin, now);
  return { org, client: startOf(plan), now, messages: [], actions: [] };
}

/**
 * The exchange after the client's next request and its response; the same stage when there is
 * nothing more to send.
 */
export async function advance(setting: ExchangeSetting, stage: Stage): Promise<Stage> {
  const { faults, tokenKey, seed } = setting;
  const { step, called } = stage.client;
  const isCall = step === 'callApi';
  const now = stage.now + (isCall ? (faults.waitsBeforeCall ?? 0) * 1000 : 0);
  const org = isCall ? administered(stage.org, faults.adminBeforeCall, now) : stage.org;
  const randomId = seededIds(seed, stage.actions.length);
  const prepared = await nextRequest({
    ...setting,
    state: stage.client,
    // The client's clock follows the org's, apart from its skew.
    now,
    randomId,
  });
  if (prepared === undefined) return stage;
  const { request, remembered } = prepared;
  const answered = await respond(answeringOrg(org, setting, stage.client), request, now, {
    tokenKey,
    randomId,
  });
  const message: Message = {
    step: { step, called },
    at: now,
    request,
    response: answered.response,
  };
  return {
    org: answered.org,
    client: afterAnswer({ ...setting, state: stage.client }, answered.response, remembered),
    // A second passes with each message, as it may on a network.
    now: now + 1000,
    messages: [...stage.messages, message],
    actions: [...stage.actions, { type: 'send' }],
  };
}

/** The org with the response of the operation that is called next. */
function answeringOrg(org: Org, { plan, answerOf }: ExchangeSetting, { called }: ClientState): Org {
  const planned = plan.operations[called];
  const answer = planned === undefined ? undefined : answerOf?.(planned.reference);
  if (planned === undefined || answer === undefined) return org;
  const { method, path } = planned;
  return {
    ...org,
    operations: org.operations.map((each) =>
      each.method === method && each.path === path ? { ...planned, answer } : each,
    ),
  };
}

/** The exchange after something has happened between two requests. */
export function afterAction(plan: ExchangePlan, stage: Stage, action: OrgAction): Stage {
  const actions = [...stage.actions, action];
  const commanded = (commands: readonly AdminCommand[]): Stage => ({
    ...stage,
    org: administered(stage.org, commands, stage.now),
    actions,
  });
  switch (action.type) {
    case 'restart':
      return { ...stage, client: startOf(plan), messages: [], actions };
    case 'wait':
      return { ...stage, now: stage.now + 3_600_000, actions };
    case 'end':
      return commanded([{ type: 'endTokens' }]);
    case 'limit':
      return commanded([{ type: 'useUpRateLimit', count: 1, resetAfterSeconds: 30 }]);
    case 'on':
    case 'off': {
      const turned = labSwitches(plan)[action.place];
      return commanded(turned?.turn(action.type === 'on', stage.org) ?? []);
    }
  }
}

/**
 * Repeats what somebody has done.
 *
 * @param start milliseconds since the epoch
 * @returns every stage that a person can go back to, and the last one
 */
export async function replayed(
  setting: ExchangeSetting,
  start: number,
  actions: readonly LabAction[],
): Promise<readonly Stage[]> {
  let stages: readonly Stage[] = [firstStage(setting, start)];
  for (const action of actions) stages = await afterDoing(setting, stages, action);
  return stages;
}

async function afterDoing(
  setting: ExchangeSetting,
  stages: readonly Stage[],
  action: LabAction,
): Promise<readonly Stage[]> {
  const stage = stages.at(-1);
  if (stage === undefined) return stages;
  if (action.type !== 'send') return withAction(setting.plan, stages, action);
  const next = await advance(setting, stage);
  return next === stage ? stages : [...stages, next];
}

/**
 * The stages after something has happened at the last of them; a new beginning drops the earlier
 * ones.
 */
export function withAction(
  plan: ExchangePlan,
  stages: readonly Stage[],
  action: OrgAction,
): readonly Stage[] {
  const stage = stages.at(-1);
  if (stage === undefined) return stages;
  const before = action.type === 'restart' ? [] : stages.slice(0, -1);
  return [...before, afterAction(plan, stage, action)];
}

function administered(org: Org, commands: readonly AdminCommand[] = [], now: number): Org {
  return commands.reduce((before, command) => {
    const done = administer(before, command, now);
    return 'org' in done ? done.org : before;
  }, org);
}
