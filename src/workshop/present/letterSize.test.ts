import { expect, test } from 'vitest';

import { letterSizeFor } from './letterSize.ts';

const letters = (count: number): string => 'x'.repeat(count);

test('few words are large on a slide, more of them smaller, and a story of the greatest length smallest', () => {
  expect(letterSizeFor([])).toBe('large');
  expect(letterSizeFor([letters(7 * 46)])).toBe('large');
  expect(letterSizeFor([letters(7 * 46 + 1)])).toBe('middle');
  expect(letterSizeFor([letters(10 * 62 + 1)])).toBe('small');
});

test('each text begins a line, and half a line separates it from the next', () => {
  expect(letterSizeFor(Array.from({ length: 5 }, () => letters(10)))).toBe('large');
  expect(letterSizeFor(Array.from({ length: 6 }, () => letters(10)))).toBe('middle');
  expect(letterSizeFor(Array.from({ length: 8 }, () => letters(10)))).toBe('small');
});
