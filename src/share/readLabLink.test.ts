import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { breakages } from '#org/exchange/breakages.ts';
import { mostActions } from '#org/exchange/labActions.ts';
import { ownOperations, planOf } from '#org/exchange/plan.ts';

import type { FragmentChoices } from './fragment.ts';
import { brokenChoice, brokenWithin, labFragment, usualChoice } from './labLink.ts';
import { type LabLink, mostOperations, readLabLink } from './readLabLink.ts';

const choices: FragmentChoices = {
  languages: [],
  defaultOperations: ['listGroups'],
  defaultForm: { variant: 'dpop', keyType: 'RSA', request: 'single' },
};
const [groups, user = groups, , log = groups] = ownOperations;

/** Every operation that is asked for, as the catalogue would give it. */
const read = async (fragment: string): Promise<LabLink> =>
  readLabLink(fragment, choices, async ({ operations = ['listGroups'] }) => ({
    operations: operations.map((reference) => ({ ...groups, reference })),
    refused: [],
  }));

const ownPlan = planOf({
  method: 'serviceApp',
  dpop: true,
  keyType: 'EC',
  host: 'acme.okta.com',
  operations: [user, log],
});

const token = '00aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';

describe('a link to the lab', () => {
  test.each([
    usualChoice,
    ...breakages.slice(0, 2).map(brokenChoice),
    ...breakages.map((breakage) => brokenWithin(ownPlan, breakage)),
    { plan: planOf({ method: 'apiToken' }) },
    {
      plan: planOf({
        method: 'serviceApp',
        keyType: 'EC',
        host: 'acme.okta.com',
        clientId: '0oa1b2c3d4e5f6g7h8i9',
        keyId: 'my-key-2026',
        operations: [user, log],
      }),
    },
    {
      plan: planOf({
        method: 'apiServiceIntegration',
        operations: [{ ...groups, reference: 'getGroup' }],
        filledIn: 'path.groupId=00gexamplegroup00002',
      }),
    },
  ])('says wholly what is shown, and what was done in it', async (choice) => {
    const replay = {
      seed: 'aB3_-xyz',
      start: Date.UTC(2026, 10, 29, 12),
      actions: [{ type: 'send' }, { type: 'off', place: 1 }, { type: 'wait' }, { type: 'send' }],
    } as const;
    const fragment = labFragment(choice, replay);
    expect(await read(fragment)).toEqual({ choice, replay, refused: [] });
    expect(await read(labFragment(choice))).toEqual({ choice, refused: [] });
  });

  test('from a result has the values of its request, and leaves its language alone', async () => {
    const { choice, refused } = await read(
      '#lab=1&method=serviceApp&v=1&key=EC&lang=python&ops=listGroups+listLogEvents&org=acme.okta.com&request=everything&variant=bearer',
    );
    expect(refused).toEqual([]);
    expect(choice.plan).toMatchObject({
      method: 'serviceApp',
      dpop: false,
      keyType: 'EC',
      host: 'acme.okta.com',
      operations: [groups, log],
    });
  });

  test.each([
    ['lab=2', /version/],
    ['lab=1&method=admin', /method/],
    ['lab=1&break=everything', /does not know/],
    ['lab=1&break=everything&method=serviceApp', /does not know/],
    ['lab=1&break=slow-clock&method=apiToken', /changed the exchange/],
    ['lab=1&method=apiToken&variant=mtls&v=1', /`variant`/],
    ['lab=1&method=apiToken&org=not+a+host&v=1', /`org`/],
    ['lab=1&method=apiToken&colour=red', /does not know/],
    ['lab=1&method=apiToken&v=1&colour=red', /does not know/],
    ['lab=1&method=apiToken&seed=short&at=1764417600&do=send', /starts again/],
    ['lab=1&method=apiToken&seed=aB3_-xyz&at=99999999999&do=send', /starts again/],
    ['lab=1&method=apiToken&seed=aB3_-xyz&at=1764417600&do=send.explode', /starts again/],
    ['lab=1&method=apiToken&seed=aB3_-xyz&at=1764417600&do=off-9', /starts again/],
    [
      `lab=1&method=apiToken&v=1&ops=${Array.from({ length: 12 }, (_, n) => `op${n}`).join('+')}`,
      /first 10/,
    ],
    [`lab=1&method=apiToken&x=${'x'.repeat(20_000)}`, /longer/],
  ])('that says something wrongly is refused with the reason: %s', async (fragment, reason) => {
    const { refused } = await read(`#${fragment}`);
    expect(refused.join(' ')).toMatch(reason);
  });

  test.each(['client', 'kid', 'org', 'path.groupId', 'body', token])(
    'that holds a secret as %s passes it on nowhere',
    async (key) => {
      const link = await read(`#lab=1&method=apiToken&v=1&${key}=${token}`);
      expect(link.refused).not.toEqual([]);
      expect(JSON.stringify(link)).not.toContain(token);
      expect(labFragment(link.choice, link.replay)).not.toContain(token);
    },
  );

  test('whose texts may hold a secret passes none of them on', async () => {
    const link = await readLabLink(
      '#lab=1&method=apiToken&v=1&ops=createUser&body=%7B%22a%22%3A%22hunter2%22%7D',
      choices,
      async () => ({
        operations: [{ ...groups, reference: 'createUser' }],
        refused: [],
        mayHoldSecret: true,
      }),
    );
    expect(labFragment(link.choice)).not.toContain('hunter2');
    expect(labFragment(link.choice)).toContain('ops=createUser');
  });

  test('with more actions than anybody does by hand is refused, and none is written', async () => {
    const actions = Array.from({ length: mostActions + 1 }, () => ({ type: 'wait' }) as const);
    const start = Date.UTC(2026, 10, 29);
    expect(labFragment(usualChoice, { seed: 'aB3_-xyz', start, actions })).toBe(
      labFragment(usualChoice),
    );
    const { replay, refused } = await read(
      `#lab=1&method=apiToken&seed=aB3_-xyz&at=1764417600&do=${actions.map(({ type }) => type).join('.')}`,
    );
    expect(replay).toBeUndefined();
    expect(refused).toHaveLength(1);
  });

  test('gives an exchange whatever it holds, and the lab reads its own link again', async () => {
    const key = fc.constantFrom(
      'lab',
      'break',
      'method',
      'seed',
      'at',
      'do',
      'v',
      'ops',
      'org',
      'client',
      'key',
      'variant',
      'path.id',
      '2.body',
      '__proto__',
    );
    const value = fc.oneof(
      fc.constantFrom(
        '1',
        'serviceApp',
        'apiToken',
        'other-key',
        'no-proof',
        'listGroups',
        'send.send',
        'EC',
        'bearer',
        '%',
        '%E0%A4',
        '__proto__',
        'NaN',
        '-1',
        '1e309',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 12 }), async (pairs) => {
        const link = await read(`#${pairs.map((pair) => pair.join('=')).join('&')}`);
        expect(link.choice.plan.operations.length).toBeLessThanOrEqual(mostOperations);
        const fragment = labFragment(link.choice, link.replay);
        const again = await read(fragment);
        expect(again.refused).toEqual([]);
        expect(labFragment(again.choice, again.replay)).toBe(fragment);
      }),
      { numRuns: 1500 },
    );
  });
});

test('says what was corrected in a link', async () => {
  const { choice, refused } = await read('#lab=1&v=1&org=https%3A%2F%2Facme-admin.okta.com%2F');
  expect(choice.plan.host).toBe('acme.okta.com');
  expect(refused).toEqual([expect.stringMatching(/^`org`: .*scheme.*slash.*`-admin`/)]);
});
