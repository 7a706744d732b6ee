import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { labTasks } from '#workshop/handsOn/labTasks.ts';
import { taskAnchor } from '#workshop/handsOn/taskAnchor.ts';

import { expect, test } from './fixtures.ts';

const path = 'workshop/hands-on/';
const sendNext = (page: Page) => page.getByRole('button', { name: 'Send the next request' });
const heading = (page: Page, number: number) =>
  page.getByRole('heading', { level: 2, name: `Task ${number} of ${labTasks.length}` });

/** Sends one request after the other, until the page says what the test waits for. */
async function sendUntil(page: Page, awaited: Locator): Promise<void> {
  for (let requests = 1; requests < 8 && !(await awaited.isVisible()); requests += 1) {
    await sendNext(page).click();
    await expect(page.getByText(`Response ${requests}: `)).toBeVisible();
  }
  await expect(awaited).toBeVisible();
}

/** Does the task that is shown: makes one change after the other until one helps. */
async function doTask(page: Page, index: number): Promise<void> {
  const task = labTasks[index];
  if (task === undefined) throw new Error(`There is no task ${index + 1}.`);
  await expect(heading(page, index + 1)).toBeVisible();
  await sendUntil(page, page.getByText('The org’s exact words:'));
  await expect(page.locator('.task q')).toHaveText(task.start.breakage.message);
  const learned = page.getByText(task.learned.replaceAll('`', ''));
  for (const { label } of task.changes) {
    await page.getByRole('button', { name: label.replaceAll('`', ''), exact: true }).click();
    await expect(page.getByText('Send the requests again, and see')).toBeVisible();
    await sendUntil(page, page.getByText('That did not help').or(learned));
    if (await learned.isVisible()) return;
  }
  throw new Error('No change has helped.');
}

test(
  'on a phone all five tasks are done one after the other: the org’s answers decide',
  { tag: '@engine' },
  async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(new URL(path, site).href);
    for (const [index, { exercise }] of labTasks.entries()) {
      await doTask(page, index);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        exercise.id,
      ).toBeLessThanOrEqual(360);
      const isLast = index === labTasks.length - 1;
      await page.getByRole('button', { name: isLast ? 'Finish' : 'Next task' }).click();
      if (!isLast) await expect(heading(page, index + 2)).toBeFocused();
    }
    await expect(page.getByText('You have met all 5 errors')).toBeFocused();
    await expect(page.getByRole('link', { name: /, done$/ })).toHaveCount(5);
  },
);

test('on a phone the button that sends the next request is in the first screen', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(new URL(path, site).href);
  await expect(sendNext(page)).toBeInViewport({ ratio: 1 });
});

test('an admin’s switch in the lab counts as well as a change in the task', async ({
  page,
  site,
}) => {
  await page.goto(new URL(`${path}#task-no-admin-role`, site).href);
  await expect(heading(page, 3)).toBeFocused();
  const sendInLab = page.getByRole('button', { name: 'Send', exact: true });
  await sendInLab.click();
  await expect(page.getByText('Response 1: 200')).toBeVisible();
  await sendInLab.click();
  await expect(page.locator('.task q')).toBeVisible();
  await page.getByLabel('The app has an admin role').check();
  await page.getByRole('button', { name: 'Start the requests again' }).click();
  await sendUntil(page, page.getByText(labTasks[2]?.learned ?? ''));
  await expect(page.getByRole('link', { name: 'Link to this exchange' })).toHaveAttribute(
    'href',
    /\/lab\/#lab=1&break=no-admin-role&seed=/,
  );
});

test('each task has a link, and the keyboard alone does it', async ({ page, site }) => {
  for (const [index, { exercise }] of labTasks.entries()) {
    await page.goto(new URL(`${path}#${taskAnchor(exercise)}`, site).href);
    await expect(heading(page, index + 1)).toBeFocused();
  }
  await page.getByRole('link', { name: 'Task 1: ' }).press('Enter');
  await expect(heading(page, 1)).toBeFocused();
  // Once its keys are made.
  await expect(sendNext(page)).toHaveAttribute('aria-disabled', 'false');
  await sendNext(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.task q')).toBeVisible();
  // The button keeps the focus, so that the next request is one key away.
  await expect(page.getByRole('button', { name: 'Start the requests again' })).toBeFocused();
  const change = page.getByRole('button', { name: 'Send no secret' });
  await change.focus();
  await page.keyboard.press('Space');
  await expect(change).toBeFocused();
  await expect(change).toHaveAttribute('aria-pressed', 'true');
  await sendNext(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Response 1: 200')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Next task' })).toBeVisible();
  await page.reload();
  await expect(heading(page, 1)).toBeFocused();
});

test.describe('axe finds nothing', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`once a task is done, ${colorScheme}`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(new URL(path, site).href);
      await doTask(page, 0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('each exercise has its recorded messages, at the address of its task', async ({
    page,
    site,
  }) => {
    await page.goto(new URL(path, site).href);
    for (const { exercise, start } of labTasks) {
      const recorded = page.locator(`noscript:has(#${taskAnchor(exercise)})`);
      await expect(recorded.locator('pre').first()).toBeVisible();
      const messages = (await recorded.locator('pre').allInnerTexts()).join('\n');
      expect(messages).toContain(start.breakage.message);
      expect(messages).toContain('HTTP/1.1 200');
    }
  });
});
