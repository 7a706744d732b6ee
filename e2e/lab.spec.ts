import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { breakages } from '#org/exchange/breakages.ts';

import { expect, test } from './fixtures.ts';

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
const answers = (page: Page) => page.locator('.lab-messages > li');

/** What the messages say, without what depends on the keys and tokens of the page. */
async function saidOnWire(page: Page): Promise<readonly string[]> {
  const messages = await answers(page).allTextContents();
  return messages.map((text) => text.replaceAll(/[\w-]{40,}(?:\.[\w-]+)*/g, '…'));
}

/** Sends one request after the other until the program has no more to send. */
async function sendAll(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Start again' });
  for (let count = 1; count < 8 && !(await again.isVisible()); count += 1) {
    await send(page).click();
    await expect(answers(page)).toHaveCount(count);
    await expect(send(page).and(page.locator('[aria-disabled="false"]')).or(again)).toBeVisible();
  }
  await expect(again).toBeVisible();
}

test.describe('on a screen of 1280 by 720', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('the program, the messages and the org are side by side, and each method gets its answer', async ({
    page,
    site,
  }) => {
    await page.goto(new URL('lab/', site).href);
    await expect(send(page)).toBeVisible();
    const boxes = await Promise.all(
      ['client', 'wire', 'org'].map((column) =>
        page.locator(`[data-column="${column}"]`).boundingBox(),
      ),
    );
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    for (const box of boxes) expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(720);

    for (const [method, requests] of [
      ['Service app', 3],
      ['API service integration', 2],
      ['API token', 1],
    ] as const) {
      await page.getByLabel('Method').selectOption(method);
      await sendAll(page);
      await expect(answers(page)).toHaveCount(requests);
      await expect(answers(page).first()).toContainText('200');
    }
    await page.getByLabel('Operation').selectOption('Get user');
    await sendAll(page);
    // What the specification says that a user has.
    await expect(answers(page).first()).toContainText('"id":"example id","lastLogin":"2026-');
  });

  test('a step can be taken back, the exchange plays by itself, and an admin changes its end', async ({
    page,
    site,
  }) => {
    await page.goto(new URL('lab/', site).href);
    await send(page).click();
    await expect(answers(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Step back' }).click();
    await expect(answers(page)).toHaveCount(0);
    await page.getByLabel('The app has an admin role').uncheck();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(answers(page).first()).toContainText('403 E0000006');
    await expect(page.locator('.lab-log')).toContainText('app.oauth2.token.grant.access_token');
  });

  test('axe finds nothing once an exchange is through', async ({ page, site }) => {
    await page.goto(new URL('lab/#lab=1&break=misspelt-scope', site).href);
    await sendAll(page);
    await page.locator('.lab details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

test('each breakage is answered with its exact text, leads to its page, and is fixed', async ({
  page,
  site,
}) => {
  test.slow();
  await page.goto(new URL('lab/', site).href);
  await expect(send(page)).toBeVisible();
  // Within the page, because there are many.
  const reached = await page.evaluate(async () => {
    // oxlint-disable unicorn/consistent-function-scoping -- the page knows nothing of this file
    const found = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const primary = () => found('.lab-bar [data-rank="primary"]')[0];
    const pause = async (): Promise<void> => new Promise((done) => setTimeout(done, 5));
    // oxlint-enable unicorn/consistent-function-scoping
    const results: { label: string; text: string; href: string }[] = [];
    for (const button of found('section[aria-labelledby="lab-break"] > details button')) {
      button.click();
      await pause();
      for (let steps = 0; steps < 2000 && primary()?.innerText !== 'Start again'; steps += 1) {
        if (primary()?.ariaDisabled === 'false') primary()?.click();
        await pause();
      }
      const [last] = found('.lab-messages > li');
      results.push({
        label: button.innerText.replace(/ \([^)]*\)$/, ''),
        text: last?.textContent ?? '',
        href: last?.querySelector('a')?.getAttribute('href') ?? '',
      });
    }
    return results;
  });
  expect(reached.map(({ label }) => label).toSorted()).toEqual(
    breakages.map(({ label }) => label.replaceAll('`', '')).toSorted(),
  );
  for (const { label, message, errorId } of breakages) {
    const result = reached.find((each) => each.label === label.replaceAll('`', ''));
    expect(result?.text, label).toContain(message);
    expect(result?.href, label).toMatch(new RegExp(`/errors/${errorId}/$`));
  }
  await page.getByRole('button', { name: 'Fix it' }).click();
  await sendAll(page);
  await expect(answers(page).first()).toContainText('200');
});

test('a breakage breaks the person’s own exchange, or says how it changes it', async ({
  page,
  site,
}) => {
  await page.goto(
    new URL('lab/#lab=1&method=apiServiceIntegration&ops=getUser&org=acme.okta.com&v=1', site).href,
  );
  await page.getByText('In the set-up').click();
  await expect(
    page.getByRole('button', { name: 'The app has no public key (Service app)' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'The app has not been granted the scope' }).click();
  await expect(page.getByLabel('Method')).toHaveValue('apiServiceIntegration');
  await expect(page.getByLabel('okta.users.read is granted')).not.toBeChecked();
  expect(page.url()).toContain('break=scope-not-granted&method=apiServiceIntegration');
  await sendAll(page);
  await expect(answers(page).first()).toContainText('You are not allowed any of the requested');
  await page.reload();
  await expect(page.getByLabel('Operation')).toHaveValue('Get user');
  await page.getByText('Outside the program').click();
  await page.getByRole('button', { name: 'clock is two hours slow (Service app)' }).click();
  await expect(page.getByLabel('Method')).toHaveValue('serviceApp');
  await expect(page.getByText('A model stands in for acme.okta.com')).toBeVisible();
});

test('a link shows the same exchange again, and holds no key and no token', async ({
  page,
  site,
}) => {
  await page.goto(new URL('lab/#lab=1&break=other-key', site).href);
  await page.getByLabel('The app has an admin role').uncheck();
  await sendAll(page);
  const link = page.getByRole('link', { name: 'Link to this exchange' });
  await expect(link).toHaveAttribute(
    'href',
    /^#lab=1&break=other-key&seed=[\w-]{8}&at=\d{10}&do=off-0\.send$/,
  );
  const shared = await saidOnWire(page);
  expect(shared.join(' ')).toContain('The client_assertion signature is invalid.');
  const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  await page.goto(new URL('about/', site).href);
  await page.goto(address);
  await expect(answers(page)).toHaveCount(1);
  expect(await saidOnWire(page)).toEqual(shared);
  await expect(page.getByLabel('The app has an admin role')).not.toBeChecked();
});

test('a result leads to the lab with its form, its org and its operations', async ({
  page,
  site,
}) => {
  await page.goto(
    new URL(
      'guide/oauth-yes/audience-ownOrg/#v=1&key=EC&ops=listGroups+assignUserToGroup&org=acme.okta.com&variant=bearer',
      site,
    ).href,
  );
  const link = page.getByRole('link', { name: 'in the lab' });
  await expect(link).toHaveAttribute('href', /&org=acme\.okta\.com&variant=bearer$/);
  // The operations have come, and nothing moves any more.
  await expect(page.getByLabel('groupId', { exact: true })).toBeVisible();
  await link.click();
  await expect(page.getByLabel('With DPoP')).not.toBeChecked();
  await expect(page.getByLabel('okta.groups.manage is granted')).toBeChecked();
  await sendAll(page);
  await expect(answers(page)).toHaveCount(3);
  await expect(answers(page).first()).toContainText('PUT /api/v1/groups/');
  await expect(page.locator('.lab-messages')).toContainText('"iss": "https://acme.okta.com"');
  await expect(page.locator('.lab-messages')).toContainText('"alg": "ES256"');
});

test('what a link says wrongly is refused with the reason, and stays in no address', async ({
  page,
  site,
}) => {
  const token = '00aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
  await page.goto(new URL(`lab/#lab=1&method=apiToken&v=1&org=${token}&do=explode`, site).href);
  await expect(page.getByText('could not use everything in the link')).toBeVisible();
  await expect(page.getByLabel('Method')).toHaveValue('apiToken');
  expect(page.url()).not.toContain(token);
  await sendAll(page);
});

test('Mermaid draws the exchange in the page', async ({ page, site }) => {
  await page.goto(new URL('lab/#lab=1&method=apiToken', site).href);
  await sendAll(page);
  await page.getByRole('button', { name: 'Draw the sequence diagram' }).click();
  const picture = page.getByRole('img', { name: 'The exchange as a sequence diagram' });
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    200,
  );
});

test('the sequence diagram follows the theme, and the text to take away does not', async ({
  page,
  site,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(new URL('lab/#lab=1&method=apiToken', site).href);
  await sendAll(page);
  await page.getByRole('button', { name: 'Draw the sequence diagram' }).click();
  const picture = page.getByRole('img', { name: 'The exchange as a sequence diagram' });
  await expect(picture).toHaveJSProperty('complete', true);
  const brightness = async () =>
    picture.evaluate((image: HTMLImageElement) => {
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const drawing = canvas.getContext('2d');
      if (drawing === null) return Number.NaN;
      drawing.fillStyle = getComputedStyle(image).backgroundColor;
      drawing.fillRect(0, 0, canvas.width, canvas.height);
      drawing.drawImage(image, 0, 0);
      const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
      return (
        data.reduce((sum, value, place) => (place % 4 === 3 ? sum : sum + value), 0) /
        (data.length * 0.75)
      );
    });
  await expect.poll(brightness).toBeLessThan(80);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(brightness).toBeGreaterThan(200);
  await page.getByText('Sequence diagram for Mermaid').click();
  await expect(page.locator('#lab-mermaid')).toHaveText(/^sequenceDiagram/);
});

test('a reader is told why the token is requested twice', async ({ page, site }) => {
  await page.goto(new URL('lab/', site).href);
  await send(page).click();
  await expect(page.locator('.lab-messages')).toContainText('This is expected');
  await expect(page.locator('.lab-steps > [aria-current]')).toContainText(
    'a value that nobody could have known before',
  );
  await send(page).click();
  await expect(answers(page)).toHaveCount(2);
  await expect(page.getByText('This is expected')).toHaveCount(1);
});

test('on a phone the button that sends is in the first screen, and stays in sight beside each column', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(new URL('lab/', site).href);
  await expect(send(page)).toBeInViewport({ ratio: 1 });
  await send(page).click();
  await expect(page.getByText('Response 1: 400 use_dpop_nonce')).toBeInViewport({ ratio: 1 });
  await page.getByRole('radio', { name: 'Messages' }).check();
  await page.getByText('As it was sent').click();
  await answers(page)
    .getByLabel('The request and its response')
    .evaluate((text) => text.scrollIntoView());
  await expect(send(page)).toBeInViewport({ ratio: 1 });
  await page.getByRole('radio', { name: 'Org' }).check();
  await expect(send(page)).toBeInViewport({ ratio: 1 });
  // What has the focus is not beneath the button.
  await page.getByRole('radio', { name: 'Program' }).check();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByLabel('Operation').focus();
  const [field, button] = await Promise.all([
    page.getByLabel('Operation').boundingBox(),
    send(page).boundingBox(),
  ]);
  expect((field?.y ?? 999) + (field?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
});

test('on a phone one column is shown at a time', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(new URL('lab/', site).href);
  await send(page).click();
  await expect(page.locator('[data-column="wire"]')).toBeHidden();
  await page.getByText('Messages', { exact: true }).click();
  await expect(page.locator('[data-column="wire"]')).toBeVisible();
  await expect(page.locator('[data-column="client"]')).toBeHidden();
});
