import fc from 'fast-check';
import { expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

import {
  nothingTicked,
  parseTicked,
  planKeys,
  type TickedSteps,
  tickedText,
  withTick,
} from './tickedSteps.ts';
import { examplePlan } from './examplePlan.ts';

const [first = '', second = ''] = planKeys([
  { name: 'Nightly report' },
  { name: 'Nightly report' },
]);

test('what was ticked is there again after a reload, each plan by itself', () => {
  let ticked = withTick(nothingTicked, first, 'switch', true);
  ticked = withTick(ticked, first, 'revoke', true);
  ticked = withTick(ticked, second, 'switch', true);
  ticked = withTick(ticked, second, 'switch', false);
  expect(parseTicked(tickedText(ticked))).toEqual(
    new Map([[first, new Set(['switch', 'revoke'])]]),
  );
});

test('every step of a plan has a name that can be kept', () => {
  const { parts } = examplePlan(oktaCatalogue);
  const ids = parts.flatMap(({ steps }) => steps.map(({ id }) => id));
  const ticked = ids.reduce<TickedSteps>(
    (before, id) => withTick(before, first, id, true),
    nothingTicked,
  );
  expect(ids.length).toBeGreaterThan(5);
  expect(parseTicked(tickedText(ticked)).get(first)).toEqual(new Set(ids));
});

test('tokens of one name have plans of their own, and a token keeps its plan wherever it is in the list', () => {
  expect(first).not.toBe(second);
  const token = { name: 'Nightly report', id: '00Tnightlyreport0000' };
  const [alone] = planKeys([token]);
  expect(planKeys([{ name: 'Other' }, { ...token, name: 'Renamed' }])[1]).toBe(alone);
});

test('nothing that a person typed is kept, a secret least of all', () => {
  fc.assert(
    fc.property(fc.oneof(...Object.values(secrets)), wrappings, ({ text }, { wrap }) => {
      const [key = ''] = planKeys([{ name: wrap(text) }]);
      const kept = tickedText(withTick(nothingTicked, key, 'switch', true));
      expect(kept).toMatch(/^\{"version":1,"ticked":\[\["[0-9a-f]{16}",\["switch"\]\]\]\}$/);
    }),
  );
});

test('whatever is in storage is read, and only its ticks count', () => {
  for (const text of [
    undefined,
    '',
    'null',
    '[]',
    '{"version":2,"ticked":[]}',
    '{"version":1,"ticked":{"a":1}}',
    `{"version":1,"ticked":[["${first}",[1,null,"<b>","${'x'.repeat(41)}"]],["short",["switch"]],7]}`,
    '{"version":1,"ticked":[',
    'x'.repeat(500_001),
  ]) {
    expect(parseTicked(text)).toEqual(nothingTicked);
  }
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => parseTicked(text)).not.toThrow();
    }),
  );
});

test('as many plans are kept as a device should hold; the one changed longest ago gives way', () => {
  const keys = planKeys(Array.from({ length: 401 }, (_, place) => ({ name: `Token ${place}` })));
  const ticked = keys.reduce<TickedSteps>(
    (before, key) => withTick(before, key, 'switch', true),
    nothingTicked,
  );
  expect([...parseTicked(tickedText(ticked)).keys()]).toEqual(keys.slice(1));
});
