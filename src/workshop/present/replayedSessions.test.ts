import { expect, test } from 'vitest';

import { run } from './replayedSessions.ts';

test('in an hour of reloads, second tabs, full storage and refused channels, nothing counted is lost without a word', async () => {
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 20; seed += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one hour after the other
    const { happened } = await run(seed, 120);
    for (const kind of Object.keys(happened)) kinds.add(kind);
  }
  expect(kinds.size).toBeGreaterThan(10);
});
