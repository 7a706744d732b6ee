import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';

import { countDocuments, expect, test } from './fixtures.ts';
import { branches, titleOf } from './pages/states.ts';

const toIntegration: readonly Answer[] = ['oauth.yes', 'audience.customerOrgs', 'catalog.yes'];

for (const { title, walks } of branches) {
  test(`${title}: every walk arrives without a reload, focus on each new heading`, async ({
    guide,
    page,
  }) => {
    for (const walk of walks) {
      await test.step(`${titleOf(walk)} leads to ${walk.node}`, async () => {
        await guide.open('');
        await guide.expectState(replay([]).walk);
        const documents = countDocuments(page);
        for (const [index, answer] of walk.answers.entries()) {
          await guide.choose(answer);
          await guide.expectState(replay(walk.answers.slice(0, index + 1)).walk);
          await expect(guide.heading).toBeFocused();
          await expect(guide.heading).toBeInViewport();
        }
        expect(documents()).toBe(0);
        await expect(guide.map).toBeVisible();
      });
    }
  });
}

test('back and forward go through the states in place', async ({ guide, page }) => {
  await guide.open('');
  for (const answer of toIntegration) await guide.choose(answer);
  const states = [0, 1, 2, 3].map((count) => replay(toIntegration.slice(0, count)).walk);
  await guide.expectState(replay(toIntegration).walk);
  const documents = countDocuments(page);
  for (const state of states.toReversed().slice(1)) {
    await page.goBack();
    await guide.expectState(state);
  }
  for (const state of states.slice(1)) {
    await page.goForward();
    await guide.expectState(state);
  }
  expect(documents()).toBe(0);
});

test('a reload and a shared link show the same state', async ({ guide, page, context }) => {
  await guide.open('');
  for (const answer of toIntegration) await guide.choose(answer);
  await guide.expectState(replay(toIntegration).walk);
  await page.reload();
  await guide.expectState(replay(toIntegration).walk);
  const shared = await context.newPage();
  await shared.goto(page.url());
  await expect(shared).toHaveTitle(await page.title());
  await expect(shared.getByRole('heading', { level: 1 })).toHaveText(
    await guide.heading.innerText(),
  );
});

test('the pages beside the guide offer the way back to where one was, first in their content', async ({
  guide,
  page,
}) => {
  await guide.openState(['oauth.yes', 'audience.customerOrgs']);
  const left = page.url();
  for (const path of ['tools/', 'service-app/set-up/', 'workshop/']) {
    await guide.open(path);
    const back = guide.main.getByRole('link', { name: 'Continue where you left off (2 answers)' });
    await expect(back).toBeInViewport({ ratio: 1 });
    await expect(guide.main.getByRole('link').first()).toHaveText(/^Continue where/);
    await back.click();
    await expect(page).toHaveURL(left);
  }
  await guide.open('errors/');
  await guide.main.getByRole('button', { name: 'Delete answers' }).click();
  await expect(guide.main.getByRole('link', { name: /^Continue where/ })).toHaveCount(0);
});

test('the first question offers to go on where one was, and forgets it when asked', async ({
  guide,
  page,
  context,
}) => {
  await guide.openState(['oauth.yes', 'audience.customerOrgs']);
  const later = await context.newPage();
  await later.goto(page.url().replace(/guide\/.*/, ''));
  await later.getByRole('link', { name: 'Continue where you left off (2 answers)' }).click();
  await expect(later).toHaveURL(page.url());
  await later.getByRole('link', { name: 'Start again' }).click();
  await later.getByRole('button', { name: 'Delete answers' }).click();
  await later.reload();
  await expect(later.locator('#root[data-hydrated]')).toHaveCount(1);
  await expect(later.getByRole('link', { name: /^Continue where/ })).toHaveCount(0);
});

test('on a phone the way back to where one was widens nothing, and keeps the name of its button', async ({
  guide,
  page,
}) => {
  await guide.openState(['oauth.yes', 'audience.ownOrg']);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await guide.open('');
    await expect(guide.main.getByRole('button', { name: 'Delete answers' })).toBeInViewport({
      ratio: 1,
    });
    await expect(guide.main.getByRole('link', { name: /^Continue where/ })).toBeVisible();
    // A browser's scrollbar may take a part of the width.
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  }
});

test('opening a page takes the focus nowhere: it starts at the top', async ({ guide, page }) => {
  await guide.openState(toIntegration);
  await expect(guide.heading).not.toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^skip to/i })).toBeFocused();
});

test('a link opened in a new tab is a page of its own', async ({ guide, page, context }) => {
  await guide.open('');
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    guide.option('oauth.yes').click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await opened.waitForLoadState();
  await expect(opened).toHaveURL(/\/guide\/oauth-yes\/$/);
  await guide.expectPath('');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
