import { describe, expect, test } from 'vitest';

import { oktaAnswers } from '#catalogue/oktaAnswers.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { apiIds } from '#catalogue/operation.ts';
import { replayed } from '#org/exchange/advance.ts';
import { newLab } from '#org/exchange/newLab.ts';
import { planOf } from '#org/exchange/plan.ts';

import { catalogueAnswer } from './catalogueAnswers.ts';
import { linkedOperations } from './linkedOperations.ts';

test('there is an answer for each operation of each API, in its place', () => {
  for (const api of apiIds) {
    const operations = oktaCatalogue.operations.filter((each) => each.api === api);
    expect(oktaAnswers[api].answers.split(','), api).toHaveLength(operations.length);
  }
});

test.each([
  ['getGroup', 200, ['id', 'created', 'profile', 'type']],
  ['createUser', 200, ['id', 'status', 'profile', 'credentials']],
  ['createPolicyRule', 200, ['id', 'name', 'priority', 'status']],
  ['createApplication', 200, ['id', 'label', 'signOnMode']],
])('%s answers %i with the members of the specification', (reference, status, members) => {
  const answer = catalogueAnswer(reference);
  expect(answer?.status).toBe(status);
  expect(Object.keys(answer?.body ?? {})).toEqual(expect.arrayContaining(members));
});

test('an object in an object has its members, a list one of its objects, and a password comes back in none', () => {
  expect(catalogueAnswer('getGroup')?.body).toMatchObject({
    type: 'APP_GROUP',
    profile: { description: 'example description', name: 'example name' },
  });
  expect(catalogueAnswer('listLogEvents')?.body).toMatchObject([
    {
      client: { geographicalContext: { geolocation: { lat: 1 } }, userAgent: { os: 'example os' } },
      request: { ipChain: [{ ip: 'example ip' }] },
    },
  ]);
  const user = catalogueAnswer('createUser')?.body;
  expect(user).toHaveProperty('credentials.password.hash');
  expect(user).not.toHaveProperty('credentials.password.value');
});

test('a list holds one such object, and what has no body has none', () => {
  expect(catalogueAnswer('listUsers')).toMatchObject({ status: 200, body: [{ id: 'example id' }] });
  expect(catalogueAnswer('deleteGroup')).toEqual({ status: 204 });
});

describe('the operations of the catalogue that a program can call', async () => {
  const lab = await newLab();
  const references = oktaCatalogue.operations.map(({ reference }) => reference);
  const all = linkedOperations({ operations: references });

  test('are most of them, and the others are left out with the reason', () => {
    expect(all.operations.length).toBeGreaterThan(800);
    expect(all.operations.length).toBeLessThan(references.length);
    expect(all.refused.join(' ')).toMatch(/no app or API token can call it/);
  });

  test.each([
    ['an access token', 'serviceApp', 'accessToken'],
    ['an API token', 'apiToken', 'apiToken'],
  ] as const)('answer a call with %s as the specification says', async (_, method, credential) => {
    // The org does what the operations about API tokens say, to the one that it has (`respond.test.ts`).
    const [first, ...others] = all.operations.filter(
      ({ refuses, path }) => refuses !== credential && !path.startsWith('/api/v1/api-tokens'),
    );
    if (first === undefined) throw new Error('There are no operations.');
    const operations = [first, ...others] as const;
    const setting = {
      ...lab,
      plan: planOf({ method, operations }),
      faults: {},
      seed: 'example1',
      answerOf: catalogueAnswer,
    };
    const actions = ['token', ...operations].map(() => ({ type: 'send' }) as const);
    const stages = await replayed(setting, Date.UTC(2026, 10, 29), actions);
    const calls = (stages.at(-1)?.messages ?? []).filter(({ step }) => step.step === 'callApi');
    const unlike = calls.flatMap(({ step, request, response }) => {
      const reference = operations[step.called]?.reference ?? '';
      const said = reference === 'listGroups' ? undefined : catalogueAnswer(reference);
      const body = said?.body === undefined ? '' : JSON.stringify(said.body);
      const isAsSaid =
        said === undefined
          ? response.status < 300
          : response.status === said.status && response.body === body;
      return isAsSaid ? [] : [`${request.method} ${request.target}: ${response.status}`];
    });
    expect(unlike).toEqual([]);
    expect(calls).toHaveLength(operations.length);
  });
});
