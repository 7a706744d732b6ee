import { stagesOf } from '#workshop/present/presentation.ts';
import { scenarios } from '#workshop/scenarios/scenarios.ts';

import { expect, test } from './fixtures.ts';

for (const [width, height, smallest, cards] of [
  [1280, 720, 28, scenarios],
  // The sizes grow with the screen, so a few cards show that they do.
  [1920, 1080, 42, scenarios.slice(0, 4)],
] as const) {
  test(`every step of every card fits the room’s screen at ${width} × ${height}, in letters of ${smallest} px or more`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height });
    const deck = cards.map(({ id }) => id).join('+');
    await page.goto(new URL(`workshop/present/#deck=${deck}`, site).href);
    await page.getByRole('button', { name: 'Open a room' }).click();
    await page.getByRole('button', { name: 'Begin the lesson' }).click();
    await page.getByRole('button', { name: 'Show the slide here' }).click();
    const steps = cards.flatMap((scenario) =>
      stagesOf(scenario).map((stage) => ({ title: scenario.title, stage })),
    );
    for (const step of steps) {
      await expect(page.locator('.slide h1')).toHaveText(step.title);
      const { beyond, letters } = await page.locator('.slide').evaluate((slide) => ({
        beyond: slide.scrollHeight - slide.clientHeight,
        letters: Math.min(
          ...[...slide.querySelectorAll('h1, p, li, dt, dd')]
            .filter((element) => element.closest('.slide-way-out') === null)
            .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
        ),
      }));
      expect({ step, beyond, isReadable: letters >= smallest }).toEqual({
        step,
        beyond: 0,
        isReadable: true,
      });
      await page.keyboard.press('ArrowRight');
    }
  });
}
