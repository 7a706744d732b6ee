import { expect, test } from 'vitest';

import { maximumLength, tooLong } from './length.ts';

test('what is too long is told with the bound that holds', () => {
  expect(tooLong).toContain(` ${maximumLength.toLocaleString('en')} characters`);
});
