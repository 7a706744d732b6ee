import type { BrowserContext, Page } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { shownSlide } from './pages/room.ts';

/** Where a page counts how often it has asked for the screen to stay on. */
const askedName = 'askedForTheScreen';

/** A screen that stays on when asked, and goes dark as a real one does when its page is hidden. */
async function watchScreen(context: BrowserContext): Promise<void> {
  await context.addInitScript((name) => {
    let shown: DocumentVisibilityState = 'visible';
    const held = new Set<{ released: boolean }>();
    const count = (asked: number) => {
      document.documentElement.dataset[name] = `${asked}`;
    };
    let asked = 0;
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => shown });
    Object.defineProperty(navigator, 'wakeLock', {
      configurable: true,
      value: {
        request: () => {
          asked += 1;
          count(asked);
          const lock = { released: false, release: () => Promise.resolve() };
          held.add(lock);
          return Promise.resolve(lock);
        },
      },
    });
    document.addEventListener('machine-sleeps', () => {
      shown = 'hidden';
      for (const lock of held) lock.released = true;
      document.dispatchEvent(new Event('visibilitychange'));
    });
    document.addEventListener('machine-wakes', () => {
      shown = 'visible';
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }, askedName);
}

const tell = async (page: Page, what: 'machine-sleeps' | 'machine-wakes') =>
  page.evaluate((name) => document.dispatchEvent(new Event(name)), what);

const timesAsked = async (page: Page) =>
  page.evaluate((name) => Number(document.documentElement.dataset[name]), askedName);

async function secondsOf(page: Page, timer: string): Promise<number> {
  const text = await page.getByRole('timer', { name: timer, exact: true }).innerText();
  const [minutes = 0, seconds = 0] = text.replace('+', '').split(':').map(Number);
  return (text.startsWith('+') ? -1 : 1) * (minutes * 60 + seconds);
}

test('a machine that slept in a lesson wakes with both windows in step, its time counted, and its screen kept on', async ({
  page,
  site,
  context,
}) => {
  await context.clock.install();
  await watchScreen(context);
  await page.goto(new URL('workshop/present/', site).href);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open the audience’s window' }).click();
  const audience = await opened;
  await page.bringToFront();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await page.getByRole('button', { name: 'Timer on the slide' }).click();
  await page.keyboard.press('PageDown');
  await expect(audience.getByText('Where does it run?')).toBeVisible();
  expect([await timesAsked(page), await timesAsked(audience)]).toEqual([1, 1]);

  const before = await secondsOf(page, 'Elapsed time');
  for (const window of [page, audience]) await tell(window, 'machine-sleeps');
  // Timers are held up, and each that is due fires once, as when a lid is opened.
  await context.clock.fastForward(10 * 60_000);
  for (const window of [page, audience]) await tell(window, 'machine-wakes');

  await expect
    .poll(async () => secondsOf(page, 'Elapsed time'))
    .toBeGreaterThanOrEqual(before + 600);
  expect(await secondsOf(page, 'Elapsed time')).toBeLessThan(before + 660);
  expect([await timesAsked(page), await timesAsked(audience)]).toEqual([2, 2]);
  await expect(page.getByText('The audience sees this slide')).toBeVisible();
  await expect(page.getByText(/^\d+ min behind$/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  const left = await secondsOf(page, 'Time left in this step');
  expect(left).toBeLessThan(-500);
  await expect.poll(async () => secondsOf(audience, 'Time left')).toBe(left);
  // A page that stays in sight does not ask a second time.
  await tell(page, 'machine-wakes');
  expect(await timesAsked(page)).toBe(2);

  await page.keyboard.press('PageDown');
  await expect(shownSlide(page)).toContainText('Which method, and why?');
  await expect(audience.getByText('Which method, and why?')).toBeVisible();
  await audience.bringToFront();
  await audience.keyboard.press('PageUp');
  await expect(shownSlide(page)).toContainText('Where does it run?');
});
