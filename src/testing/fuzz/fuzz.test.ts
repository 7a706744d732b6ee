import { describe, expect, test } from 'vitest';

import { fuzzKinds } from './fuzzKinds.ts';

/** A short run, the same each time; `npm run fuzz` makes longer ones. */
const seed = 20_261_128;
const count = 60;

describe('whatever comes in', () => {
  test.each(fuzzKinds)('$kind are accepted correctly or refused with a reason', async ({ run }) => {
    expect(await run(seed, count)).toEqual([]);
  });
});
