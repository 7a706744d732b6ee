import { describe, expect, test } from 'vitest';

import { platforms } from './hostBlock.ts';
import { blockHash, blockName, platformReport, triedInWords } from './platformReport.ts';

const blocks = platforms.flatMap((platform) =>
  platform.blocks.map((block) => ({ platform, block, name: blockName(platform, block) })),
);

describe('what the builder says of a block', () => {
  test.each(blocks)('is no more than what was tried: $name', ({ platform, block, name }) => {
    const entry = platformReport.blocks[name];
    const words = triedInWords(platform, block);
    if (entry?.hash === blockHash(block)) {
      expect(words).toContain(`${entry.program} on ${entry.triedOn}`);
      expect(entry.triedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    } else expect(words).toBe('We have not tried this.');
  });

  test('is “not tried” as soon as the block differs in one letter', () => {
    for (const { platform, block } of blocks) {
      const changed = {
        ...block,
        parts: (choice: Parameters<typeof block.parts>[0]) =>
          block.parts(choice).map(({ file, text }) => ({ file, text: `${text} ` })),
      };
      expect(triedInWords(platform, changed)).toBe('We have not tried this.');
    }
  });

  test('is of blocks that there are', () => {
    const names = new Set(blocks.map(({ name }) => name));
    expect(Object.keys(platformReport.blocks).filter((name) => !names.has(name))).toEqual([]);
  });
});
