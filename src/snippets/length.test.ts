import { expect, test } from 'vitest';

import { maximumLength, tooLong } from './length.ts';

test('a text that is too long is refused with the limit that applies', () => {
  expect(tooLong).toContain(` ${maximumLength.toLocaleString('en')} characters`);
});
