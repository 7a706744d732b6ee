import { expect, test } from 'vitest';

import { run as writeAnHour } from './cardWriter.ts';
import { run as practiseAnHour } from './practice.ts';
import { run as presentAnHour } from './presenter.ts';

test.each([
  ['presenting, nothing counted', presentAnHour],
  ['practice, nothing predicted', practiseAnHour],
  ['writing cards, nothing written', writeAnHour],
])(
  'in an hour of reloads, second tabs, missing code, full or blocked storage: of %s is lost without a word',
  async (_, run) => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one hour after the other
      const { happened } = await run(seed, 120);
      for (const kind of Object.keys(happened)) kinds.add(kind);
    }
    expect(kinds.size).toBeGreaterThan(10);
  },
);
