import fc from 'fast-check';
import { expect, test } from 'vitest';

import { firstChangedLine } from './firstChangedLine.ts';

test('finds the line that was changed, added or taken out', () => {
  expect(firstChangedLine('a\nb\nc', 'a\nB\nc')).toBe(1);
  expect(firstChangedLine('a\nb', 'a\nb\nc')).toBe(2);
  expect(firstChangedLine('a\nb\nc', 'a\nc')).toBe(1);
  expect(firstChangedLine('a\nb\nc', 'a\nb')).toBe(1);
});

test('finds nothing in a text that stayed the same', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(firstChangedLine(text, text)).toBeUndefined();
    }),
  );
});

test('returns a line of the later text, before which both are the same', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', ''), { minLength: 1 });
  fc.assert(
    fc.property(lines, lines, (earlier, later) => {
      fc.pre(earlier.join('\n') !== later.join('\n'));
      const place = firstChangedLine(earlier.join('\n'), later.join('\n')) ?? -1;
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(later.length);
      const same = Math.min(place, earlier.length);
      expect(later.slice(0, same)).toEqual(earlier.slice(0, same));
      expect(later[place] !== earlier[place] || later.length < earlier.length).toBe(true);
    }),
  );
});
