import { describe, expect, test } from 'vitest';

import type { KnownError } from '#guide/errors/knownError.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';

import { advance, firstStage, type Message } from './advance.ts';
import { errorOf } from './answerText.ts';
import { type Breakage, breakages } from './breakages.ts';
import { brokenPlan, faultsOf, obstacleTo } from './breaking.ts';
import { newLab, newSeed } from './newLab.ts';
import { type ExchangePlan, ownOperations, planOf } from './plan.ts';

const lab = await newLab();
const start = Date.UTC(2026, 10, 29, 12);

async function exchange(plan: ExchangePlan, breakage?: Breakage): Promise<readonly Message[]> {
  const setting = { ...lab, plan, faults: faultsOf(breakage, plan), seed: newSeed() };
  let stage = firstStage(setting, start);
  for (let requests = 0; requests < 10 && stage.client.step !== 'done'; requests += 1) {
    stage = await advance(setting, stage);
  }
  expect(stage.client.step).toBe('done');
  return stage.messages;
}

describe('without a fault', () => {
  const plans: readonly (readonly [OutcomeId, boolean, readonly number[]])[] = [
    ['serviceApp', false, [200, 200]],
    ['serviceApp', true, [400, 200, 200]],
    ['apiServiceIntegration', false, [200, 200]],
    ['apiToken', false, [200]],
  ];
  test.each(plans)('%s (DPoP: %s) is answered %j', async (method, dpop, statuses) => {
    const messages = await exchange(planOf({ method, dpop }));
    expect(messages.map(({ response }) => response.status)).toEqual(statuses);
  });

  test.each(ownOperations.map((operation) => [operation.name, operation] as const))(
    'the operation “%s” succeeds with its scope',
    async (_, operation) => {
      const messages = await exchange(
        planOf({ method: 'serviceApp', dpop: true, operations: [operation] }),
      );
      expect(messages.at(-1)?.response.status).toBeLessThan(300);
    },
  );
});

/** Errors of the guide that no request of the lab can bring about, and why. */
const notBreakable: Readonly<Record<string, string>> = {
  'jwks-url-fails': 'the lab’s org fetches no JWKS URL',
  'custom-server-forbidden': 'the lab’s org has no custom authorization server',
  'scopes-rejected-by-policy': 'the lab’s org has no custom authorization server',
  'feature-not-permitted': 'the lab’s org has no custom authorization server',
  'grant-only-for-custom-server': 'no source says when it is raised',
  'last-credential-protected': 'it answers an admin, not a program',
};

/** Exchanges of an org, an app, a key and operations that are not the lab's usual ones. */
const ownPlans = (
  [
    ['serviceApp', true],
    ['serviceApp', false],
    ['apiServiceIntegration', false],
    ['apiToken', false],
  ] as const
).flatMap(([method, dpop]) =>
  [ownOperations.slice(1), ownOperations.slice(2)].map(([first = ownOperations[0], ...others]) =>
    planOf({
      method,
      dpop,
      keyType: 'EC',
      keyId: 'my-key',
      host: 'acme.okta.com',
      clientId: '0oa1b2c3d4e5f6g7h8i9',
      operations: [first, ...others],
    }),
  ),
);

async function lastText(plan: ExchangePlan, breakage: Breakage): Promise<string | undefined> {
  const answered = (await exchange(plan, breakage)).at(-1)?.response;
  return answered === undefined ? undefined : errorOf(answered)?.text;
}

const linesOf = ({ message }: KnownError): readonly string[] =>
  message.split('\n').filter((line) => line !== '');

describe('each breakage', () => {
  test.each(breakages.map((breakage) => [breakage.id, breakage] as const))(
    '%s is answered with its exact text, and the fixed exchange succeeds',
    async (_, breakage) => {
      const { method, dpop = false, message, errorId } = breakage;
      const plan = planOf({ method, dpop });
      expect(obstacleTo(breakage, plan)).toBeUndefined();
      expect(await lastText(plan, breakage)).toBe(message);
      const answered = (await exchange(plan, breakage)).at(-1)?.response;
      const error = answered === undefined ? undefined : errorOf(answered);
      const known = knownErrors.find(({ id }) => id === errorId);
      expect(known === undefined ? [] : linesOf(known)).toContainEqual(
        errorId === 'no-grant-type' ? message.split(' Valid values:')[0] : message,
      );
      expect(known?.methods).toEqual(expect.arrayContaining([method, ...(breakage.also ?? [])]));
      const signal = known?.signal.split(' or ') ?? [];
      expect(signal.some((each) => isSignalOf(each, error?.status, error?.code))).toBe(true);
      expect((await exchange(plan)).at(-1)?.response.status).toBeLessThan(300);
    },
  );

  test.each(breakages.map((breakage) => [breakage.id, breakage] as const))(
    '%s breaks the exchange that one has in front of oneself, or changes no more of it than it must',
    async (_, breakage) => {
      for (const plan of ownPlans) {
        const obstacle = obstacleTo(breakage, plan);
        const broken = brokenPlan(breakage, plan);
        expect(await lastText(broken, breakage)).toBe(breakage.message);
        const { method, clientId, dpop, ...kept } = plan;
        expect(broken).toMatchObject(kept);
        if (obstacle !== 'method') expect(broken).toMatchObject({ method, clientId });
        if (obstacle === undefined) expect(broken).toEqual(plan);
        // Where it needs DPoP or bearer tokens, it does not come about without them.
        else if (obstacle !== 'method') {
          expect(broken.dpop).toBe(!dpop);
          expect(await lastText(plan, breakage)).not.toBe(breakage.message);
        }
      }
    },
  );

  test('that needs a scope turns to an operation that has one', () => {
    const [groups] = ownOperations;
    const plan = planOf({ method: 'serviceApp', operations: [{ ...groups, scopes: [] }] });
    for (const breakage of breakages.filter(({ needsScopes }) => needsScopes)) {
      expect(brokenPlan(breakage, plan).operations).toEqual([groups]);
    }
  });

  test('has a name of its own', () => {
    const ids = breakages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** `401 invalid_client`; a signal with a choice of numbers names the code only once. */
function isSignalOf(signal: string, status: number | undefined, code: string | undefined): boolean {
  const [number, name] = signal.split(' ');
  return number === String(status) && (name === undefined || name === code);
}

test('every text of the guide’s errors that a request can bring about has a breakage', () => {
  const reached = new Set(breakages.map(({ errorId, message }) => `${errorId} ${message}`));
  const missing = knownErrors
    .filter(({ id }) => !(id in notBreakable))
    .flatMap((error) => linesOf(error).map((line) => `${error.id} ${line}`))
    .filter((name) => ![...reached].some((each) => each.startsWith(name)));
  expect(missing).toEqual([]);
});

test('what counts as not breakable is an error of the guide, and has no breakage', () => {
  for (const id of Object.keys(notBreakable)) {
    expect(
      knownErrors.some((error) => error.id === id),
      id,
    ).toBe(true);
    expect(
      breakages.some(({ errorId }) => errorId === id),
      id,
    ).toBe(false);
  }
});
