import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';

import { type Message, replayed } from './advance.ts';
import type { LabAction } from './labActions.ts';
import { labSwitches } from './labSwitches.ts';
import { newLab } from './newLab.ts';
import { type ExchangePlan, ownOperations, planOf } from './plan.ts';
import { jwtsOf } from './trace.ts';

const [lab, otherLab] = [await newLab(), await newLab()];
const start = Date.UTC(2026, 10, 29, 12);
const send: LabAction = { type: 'send' };

async function stagesOf(plan: ExchangePlan, actions: readonly LabAction[], seed = 'example1') {
  return replayed({ ...lab, plan, faults: {}, seed }, start, actions);
}

const messagesOf = async (...given: Parameters<typeof stagesOf>): Promise<readonly Message[]> =>
  (await stagesOf(...given)).at(-1)?.messages ?? [];

/** What a message says, without what depends on the keys. */
const saidIn = (message: Message): string =>
  JSON.stringify([
    message.at,
    message.response.status,
    message.response.headers,
    jwtsOf(message).map(({ name, claims }) => [name, claims]),
  ]).replaceAll(/(?:ath|jkt|kid|x|y)\\":\s*\\"[^"\\]*/g, '');

test.each([
  planOf({ method: 'serviceApp', dpop: true }),
  planOf({ method: 'apiServiceIntegration' }),
])(
  'the same seed brings the same messages with other keys, and another seed other ids',
  async (plan) => {
    const actions: readonly LabAction[] = [send, send, send, { type: 'wait' }];
    const [one, again] = await Promise.all(
      [lab, otherLab].map(async (each) =>
        replayed({ ...each, plan, faults: {}, seed: 'example1' }, start, actions),
      ),
    );
    const [messages = [], sameAgain = []] = [one, again].map((each) => each?.at(-1)?.messages);
    expect(messages.length).toBeGreaterThan(1);
    expect(sameAgain.map(saidIn)).toEqual(messages.map(saidIn));
    const others = await messagesOf(plan, actions, 'example2');
    expect(others.map(saidIn)).not.toEqual(messages.map(saidIn));
    // Nothing of one lab's secrets is in the other.
    expect(sameAgain[0]?.request).not.toEqual(messages[0]?.request);
  },
);

test('what an admin does between two requests is done again at its place', async () => {
  const plan = planOf({ method: 'serviceApp' });
  const scope = labSwitches(plan).findIndex(({ label }) => label === 'okta.groups.read is granted');
  const messages = await messagesOf(plan, [
    send,
    send,
    { type: 'restart' },
    { type: 'off', place: scope },
    send,
  ]);
  expect(messages.map(({ response }) => response.status)).toEqual([400]);
  expect(messages[0]?.response.body).toContain('consent_required');
});

test('a service app with an EC key signs its assertions with ES256, and they are taken', async () => {
  const [message] = await messagesOf(planOf({ method: 'serviceApp', keyType: 'EC' }), [send]);
  const assertion = new URLSearchParams(message?.request.body).get('client_assertion') ?? '';
  expect(decodeProtectedHeader(assertion).alg).toBe('ES256');
  expect(message?.response.status).toBe(200);
});

test('several operations are called one after the other, with one token for all of their scopes', async () => {
  const plan = planOf({
    method: 'serviceApp',
    host: 'acme.okta.com',
    clientId: '0oaexampleclientid77',
    operations: ownOperations,
  });
  const messages = await messagesOf(plan, [send, send, send, send, send, send]);
  expect(messages.map(({ response }) => response.status)).toEqual([200, 200, 200, 204, 200]);
  expect(messages.slice(1).map(({ request }) => request.target)).toEqual(
    ownOperations.map(({ target }) => target),
  );
  const claims = decodeJwt(
    /"access_token":"([^"]+)/.exec(messages[0]?.response.body ?? '')?.[1] ?? '',
  );
  expect(claims).toMatchObject({
    iss: 'https://acme.okta.com',
    cid: '0oaexampleclientid77',
    scp: ['okta.users.read', 'okta.groups.manage', 'okta.logs.read'],
  });
});

test('a program stops at the first operation that is refused', async () => {
  const [groups] = ownOperations;
  const plan = planOf({
    method: 'apiToken',
    operations: [
      groups,
      { ...groups, path: '/api/v1/apps', target: '/api/v1/apps', refuses: 'apiToken' },
      groups,
    ],
  });
  const messages = await messagesOf(plan, [send, send, send]);
  expect(messages.map(({ response }) => response.status)).toEqual([200, 401]);
});
