import { administer, type AdminCommand } from '../admin.ts';
import type { Org, OrgCrypto, OrgRequest, OrgResponse } from '../org.ts';
import { respond } from '../respond.ts';
import {
  afterAnswer,
  type ClientKeys,
  type ClientState,
  type ClientStep,
  nextRequest,
  startOf,
} from './client.ts';
import { labOrg, type LabSecrets } from './labOrg.ts';
import type { ExchangePlan, Faults } from './plan.ts';

/** A request and its answer. */
export interface Message {
  /** What the client was about. */
  readonly step: ClientStep;
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number;
  readonly request: OrgRequest;
  readonly response: OrgResponse;
}

/** How far an exchange has come. */
export interface Stage {
  readonly org: Org;
  readonly client: ClientState;
  /** The time of the org, in milliseconds since the epoch. */
  readonly now: number;
  /** Oldest first. */
  readonly messages: readonly Message[];
}

/** What an exchange is about, and with what it is done. */
export interface ExchangeSetting {
  readonly plan: ExchangePlan;
  readonly faults: Faults;
  readonly keys: ClientKeys;
  readonly secrets: LabSecrets;
  readonly crypto: OrgCrypto;
}

/**
 * An exchange before anything has been sent.
 *
 * @param now milliseconds since the epoch
 */
export function firstStage({ plan, faults, secrets }: ExchangeSetting, now: number): Stage {
  const org = administered(labOrg(plan, secrets), faults.admin, now);
  return { org, client: startOf(plan), now, messages: [] };
}

/** The exchange after the client's next request and its answer; the same stage when there is nothing more to send. */
export async function advance(setting: ExchangeSetting, stage: Stage): Promise<Stage> {
  const { faults, crypto } = setting;
  const { step } = stage.client;
  const isCall = step === 'callApi';
  const now = stage.now + (isCall ? (faults.waitsBeforeCall ?? 0) * 1000 : 0);
  const org = isCall ? administered(stage.org, faults.adminBeforeCall, now) : stage.org;
  const prepared = await nextRequest({
    ...setting,
    state: stage.client,
    // The client's clock goes with the org's, but for its skew.
    now,
    randomId: crypto.randomId,
  });
  if (prepared === undefined) return stage;
  const { request, remembered } = prepared;
  const answered = await respond(org, request, now, crypto);
  return {
    org: answered.org,
    client: afterAnswer({ ...setting, state: stage.client }, answered.response, remembered),
    // A second goes by with each message, as it may on a network.
    now: now + 1000,
    messages: [...stage.messages, { step, at: now, request, response: answered.response }],
  };
}

function administered(org: Org, commands: readonly AdminCommand[] = [], now: number): Org {
  return commands.reduce((before, command) => {
    const done = administer(before, command, now);
    return 'org' in done ? done.org : before;
  }, org);
}
