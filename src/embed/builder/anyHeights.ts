import * as fc from 'fast-check';

import type { MeasuredHeights } from '../usualHeights.ts';

export const anyHeight = fc.integer({ min: 200, max: 9000 });

/** Random heights, for tests. */
export const anyHeights: fc.Arbitrary<MeasuredHeights> = fc.record({
  320: anyHeight,
  360: anyHeight,
  480: anyHeight,
  639: anyHeight,
  640: anyHeight,
  720: anyHeight,
  1023: anyHeight,
  1024: anyHeight,
  1200: anyHeight,
});
