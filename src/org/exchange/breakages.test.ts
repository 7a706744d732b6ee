import { describe, expect, test } from 'vitest';

import type { KnownError } from '#guide/errors/knownError.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';

import { advance, firstStage, type Message } from './advance.ts';
import { errorOf } from './answerText.ts';
import { breakages } from './breakages.ts';
import { newLab, newSeed } from './newLab.ts';
import { type ExchangePlan, type Faults, ownOperations, planOf } from './plan.ts';

const lab = await newLab();
const start = Date.UTC(2026, 10, 29, 12);

async function exchange(plan: ExchangePlan, faults: Faults): Promise<readonly Message[]> {
  const setting = { ...lab, plan, faults, seed: newSeed() };
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
    const messages = await exchange(planOf({ method, dpop }), {});
    expect(messages.map(({ response }) => response.status)).toEqual(statuses);
  });

  test.each(ownOperations.map((operation) => [operation.name, operation] as const))(
    'the operation “%s” succeeds with its scope',
    async (_, operation) => {
      const messages = await exchange(
        planOf({ method: 'serviceApp', dpop: true, operations: [operation] }),
        {},
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

const linesOf = ({ message }: KnownError): readonly string[] =>
  message.split('\n').filter((line) => line !== '');

describe('each breakage', () => {
  test.each(breakages.map((breakage) => [breakage.id, breakage] as const))(
    '%s is answered with its exact text, and the mended exchange succeeds',
    async (_, { method, dpop = false, faults, message, errorId }) => {
      const plan = planOf({ method, dpop });
      const answered = (await exchange(plan, faults)).at(-1)?.response;
      const error = answered === undefined ? undefined : errorOf(answered);
      expect(error?.text).toBe(message);
      const known = knownErrors.find(({ id }) => id === errorId);
      expect(known === undefined ? [] : linesOf(known)).toContainEqual(
        errorId === 'no-grant-type' ? message.split(' Valid values:')[0] : message,
      );
      expect(known?.methods).toContain(method);
      const signal = known?.signal.split(' or ') ?? [];
      expect(signal.some((each) => isSignalOf(each, error?.status, error?.code))).toBe(true);
      expect((await exchange(plan, {})).at(-1)?.response.status).toBeLessThan(300);
    },
  );

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
