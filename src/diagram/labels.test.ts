import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { wrapLabel } from './labels.ts';

test('breaks a label into as few lines as fit, the longest as short as it can be', () => {
  expect(wrapLabel('API token')).toEqual(['API token']);
  expect(wrapLabel('API service integration')).toEqual(['API service', 'integration']);
  expect(wrapLabel('Installed from the OIN?')).toEqual(['Installed', 'from the OIN?']);
});

test('loses no word, and only a single word is longer than the limit', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !text.includes(' '));
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.integer({ min: 1, max: 30 }),
      (words, limit) => {
        const lines = wrapLabel(words.join(' '), limit);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length <= limit || !line.includes(' ')).toBe(true);
      },
    ),
  );
});
