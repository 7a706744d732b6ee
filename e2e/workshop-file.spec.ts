import { AxeBuilder } from '@axe-core/playwright';

import { keyedScenarios, scenarios } from '#workshop/scenarios/scenarios.ts';

import { expect, test } from './fixtures.ts';
import { refusedBy } from './policyViolation.ts';

const file = new URL('../dist/take-along/workshop.html', import.meta.url).href;

test('the file of the workshop opens from a folder: two windows in step, and nothing else is loaded', async ({
  page,
  context,
}) => {
  const requested: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  await page.goto(file);
  await expect(page.getByRole('radio', { name: '45-minute plan' })).toBeChecked();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open the audience’s window' }).click();
  const audience = await opened;
  const title = audience.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('The nightly HR sync');
  await expect(audience.getByRole('button')).toHaveCount(0);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Start the lesson' }).click();
  await page.keyboard.press('ArrowRight');
  await expect(audience.getByText('Where does it run?')).toBeVisible();
  await page.keyboard.press('b');
  await expect(title).toHaveText('The screen is black');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Next →' }).click();
  await expect(audience.getByText('Answer on the page that your teacher shows you.')).toBeVisible();
  await audience.reload();
  await expect(audience.getByText('Which method, and why?')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('group', { name: 'The slide' })).toContainText(
    'Which method, and why?',
  );
  // Loaded again, the presenter's window has lost the other's handle; that one makes itself known.
  await page.keyboard.press('ArrowLeft');
  await expect(audience.getByText('Where does it run?')).toBeVisible();
  await page.close();
  await expect(audience.getByText('no longer follows the presenter’s window')).toBeVisible();
  expect(requested.filter((url) => !url.startsWith(file))).toEqual([]);
});

test('the file of the workshop practises, reads without a dead link, and is clean', async ({
  page,
}) => {
  await page.goto(file);
  await page.getByRole('button', { name: 'Show the answer without predicting' }).click();
  await expect(page.getByRole('heading', { name: 'What the guide says' })).toBeFocused();
  await expect(page.getByText(`Card 1 of ${scenarios.length}`)).toBeVisible();
  const links = await page
    .getByRole('link', { includeHidden: true })
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((address) => !/^(#|https:\/\/)/.test(address))).toEqual([]);
  for (const address of links.filter((each) => each.startsWith('#'))) {
    await expect(page.locator(address), address).toBeAttached();
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('the file of the workshop has the tasks with the lab: from a folder, without a network', async ({
  page,
  context,
}) => {
  const requested: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  await context.setOffline(true);
  await page.goto(`${file}#task-scope-not-granted`);
  const sendNext = page.getByRole('button', { name: 'Send the next request' });
  await sendNext.click();
  await expect(page.locator('.task q')).toHaveText(
    'You are not allowed any of the requested scopes.',
  );
  await page.getByRole('button', { name: 'As a super admin, grant the scope' }).click();
  await sendNext.click();
  await expect(page.getByText('Response 1: 200')).toBeVisible();
  await sendNext.click();
  await expect(page.getByText('A super admin must grant it')).toBeVisible();
  // What the specification says that a policy has; the file has no catalogue.
  await expect(page.locator('.lab-messages > li').first()).toContainText('"priority":1');
  const links = await page
    .locator('#tasks a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((address) => !address.startsWith('#task-'))).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(requested.filter((url) => !url.startsWith(file))).toEqual([]);
});

test('the file of the workshop makes no keys before somebody begins the tasks', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counted = globalThis as typeof globalThis & { keysMade?: number };
    counted.keysMade = 0;
    // oxlint-disable-next-line typescript/unbound-method -- the proxy calls it with its owner
    SubtleCrypto.prototype.generateKey = new Proxy(SubtleCrypto.prototype.generateKey, {
      apply: (generateKey, subtle, given) => {
        counted.keysMade = (counted.keysMade ?? 0) + 1;
        return Reflect.apply(generateKey, subtle, given);
      },
    });
  });
  await page.goto(file);
  const keysMade = async () => page.evaluate<number>('keysMade');
  await expect(page.getByRole('radio', { name: '45-minute plan' })).toBeChecked();
  expect(await keysMade()).toBe(0);
  await page.getByRole('button', { name: 'Begin the tasks' }).click();
  await expect(page.getByRole('heading', { name: 'Task 1 of 5' })).toBeFocused();
  expect(await keysMade()).toBeGreaterThan(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the file of the workshop holds every card and both plans', async ({ page }) => {
    await page.goto(file);
    for (const { title } of keyedScenarios) {
      await expect(page.getByText(title, { exact: true }).first()).toBeAttached();
    }
    await expect(page.getByRole('heading', { name: '90 minutes', exact: true })).toBeVisible();
    await expect(page.getByText('Presenting needs JavaScript.')).toBeVisible();
  });
});

test('the policy of the file refuses whatever is not its own', async ({ page }) => {
  await page.goto(file);
  expect(await refusedBy(page, 'img', 'src', 'https://example.com/picture.png')).toBe('img-src');
});
test.use({ expectedNoise: [/example\.com/] });
