import { embedPathOf } from '#share/address.ts';
import { frameFragment, frameHeights, measuredWidths } from '#site/pages/oEmbed.ts';
import { statePages } from '#site/pages/pages.ts';

import { expect, test } from './fixtures.ts';

/** How much higher than its page a frame may be. */
const spare = 1.05;

test('the frames of oEmbed responses are as high as the highest page of each node', async ({
  page,
  site,
}) => {
  /** By node, in the order of the widths. */
  const highest = new Map<string, number[]>();
  for (const { walk } of statePages) {
    await page.goto(new URL(`${embedPathOf(walk.answers)}${frameFragment}`, site).href);
    const heights = highest.get(walk.node) ?? [];
    for (const [index, width] of measuredWidths.entries()) {
      await page.setViewportSize({ width, height: 800 });
      const content = await page.locator('#root').boundingBox();
      heights[index] = Math.max(heights[index] ?? 0, Math.ceil(content?.height ?? 0));
    }
    highest.set(walk.node, heights);
  }
  const wrong = Object.entries(frameHeights).flatMap(([node, frame]) => {
    const pages = highest.get(node) ?? frame;
    const fits = frame.every((height, index) => {
      const content = pages[index] ?? 0;
      return height >= content && height < content * spare;
    });
    return fits ? [] : [{ node, frame, pages }];
  });
  expect(wrong).toEqual([]);
});
