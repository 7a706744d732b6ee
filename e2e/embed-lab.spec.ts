import type { FrameLocator, Page } from '@playwright/test';

import { breakages } from '#org/exchange/breakages.ts';

import { activate, heightError, secondTry } from './embedFrame.ts';
import { expect } from './fixtures.ts';
import { elementMarkup, hostOfGuide, notes, told } from './hostOfGuide.ts';
import { keep, test } from './offlineSite.ts';

test.describe.configure(secondTry);

// The lab in pages of other sites. The host is on another port, on purpose: that is another origin.
test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/(localhost|(host|guide)\.example)|^failed: http:\/\/localhost|favicon|start must be|ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED|Failed to load resource|A ServiceWorker|woff2/,
  ],
});

type Shown = Page | FrameLocator;

/** The responses to the program in each method's exchange, first to last. */
const exchanges = [
  { method: 'serviceApp', dpop: true, answers: ['400 use_dpop_nonce', '200', '200'] },
  { method: 'serviceApp', dpop: false, answers: ['200', '200'] },
  { method: 'apiServiceIntegration', answers: ['200', '200'] },
  { method: 'apiToken', answers: ['200'] },
] as const;

const answers = (shown: Shown) => shown.locator('.lab-messages > li > details > summary strong');
const primary = (shown: Shown) => shown.locator('.lab-bar [data-rank="primary"]');

async function open(frame: FrameLocator): Promise<void> {
  await activate(frame.getByRole('button', { name: 'Open the lab' }));
  await expect(primary(frame)).toHaveText('Send');
}

/** Sends one request after the other until the program has no more to send, and reads the responses. */
async function sendAll(shown: Shown): Promise<readonly string[]> {
  for (let count = 1; count < 8; count += 1) {
    await activate(primary(shown));
    await expect(answers(shown)).toHaveCount(count);
    await expect(primary(shown)).toHaveAttribute('aria-disabled', 'false');
    if ((await primary(shown).textContent()) === 'Start again') break;
  }
  return (await answers(shown).allTextContents()).toReversed();
}

async function runAllMethods(shown: Shown): Promise<void> {
  for (const { method, answers: expected, ...form } of exchanges) {
    await shown.getByLabel('Method').selectOption(method);
    if ('dpop' in form) {
      const box = shown.getByLabel('With DPoP');
      if ((await box.isChecked()) !== form.dpop) await activate(box);
    }
    expect({ ...form, method, answers: await sendAll(shown) }).toEqual({
      ...form,
      method,
      answers: expected,
    });
  }
}

test(
  'in a sandboxed frame with the network off, each method’s exchange runs to its end',
  { tag: '@engine' },
  async ({ page, site, server }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const { frame, close } = await hostOfGuide(page, new URL('embed/lab/', site).href, {
      sandbox: 'allow-scripts',
    });
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    const ofLab = (): readonly string[] => asked.filter((url) => /embed(Lab|Island)-/.test(url));
    // None of it loads before a person asks; and then one script, without the catalogue.
    expect(ofLab()).toEqual([]);
    await open(frame);
    expect(ofLab()).toHaveLength(1);
    expect(await frame.locator('html').evaluate(() => self.origin)).toBe('null');
    await server.close();
    await runAllMethods(frame);
    // The catalogue is not loaded: the operation says what it has received.
    await frame.getByLabel('Operation').selectOption('Get user');
    expect(await sendAll(frame)).toEqual(['200']);
    // Mermaid has no frame here; the diagram is shown as text.
    await expect(frame.getByRole('button', { name: 'Draw the sequence diagram' })).toHaveCount(0);
    await expect(frame.locator('#lab-mermaid')).toContainText('sequenceDiagram');
    close();
  },
);

test(
  'the page itself, kept on the device, runs each method’s exchange with the network off',
  { tag: '@engine' },
  async ({ browser, site, server }) => {
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto(new URL('lab/', site).href);
    await keep(page, site);
    await server.close();
    await page.reload();
    await expect(primary(page)).toHaveText('Send');
    await runAllMethods(page);
    await context.close();
  },
);

test(
  'the element shows the exchange that its host wants, changes it in place, and reports what does not exist',
  { tag: '@engine' },
  async ({ page, site }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: `<div style="width:720px">${elementMarkup(site, 'view="lab" start="missing-scope" theme="dark" heading="3"')}</div>`,
      script: notes,
    });
    await expect.poll(async () => told(page)).toEqual(['ready lab']);
    const full = frame.getByRole('link', { name: 'Open full page' });
    await expect(full).toHaveAttribute('href', `${site.pathname}lab/#lab=1&break=missing-scope`);
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await open(frame);
    await expect.poll(heightError(frame)).toBe(0);
    await expect(frame.locator('#lab-client')).toHaveAttribute('aria-level', '4');
    await sendAll(frame);
    const broken = breakages.find(({ id }) => id === 'missing-scope');
    await expect(frame.locator('.lab-messages')).toContainText(
      broken?.message ?? 'no such breakage',
    );
    await expect(frame.getByRole('link', { name: 'Link to this exchange' })).toHaveAttribute(
      'href',
      new RegExp(`^${site.pathname}lab/#lab=1&break=missing-scope&seed=`),
    );
    await expect.poll(heightError(frame)).toBe(0);

    // Another theme leaves the exchange as it is, another start begins another one.
    const set = async (name: string, value: string) =>
      page
        .locator('okta-auth-guide')
        .evaluate((guide, [key = '', text = '']) => guide.setAttribute(key, text), [name, value]);
    await set('theme', 'light');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(answers(frame)).not.toHaveCount(0);
    await set('start', 'apiToken');
    await expect(frame.getByLabel('Method')).toHaveValue('apiToken');
    await expect(answers(frame)).toHaveCount(0);
    await expect(full).toHaveAttribute('href', `${site.pathname}lab/#lab=1&method=apiToken`);
    await set('start', 'no-such-thing');
    await expect
      .poll(async () => told(page))
      .toContainEqual(expect.stringMatching(/^error start must be a method/));
    await expect(frame.getByText('could not use everything')).toHaveCount(0);
    close();
  },
);

test('operations of the host come from the catalogue, with the answers of the specification', async ({
  page,
  site,
}) => {
  const { frame, close } = await hostOfGuide(
    page,
    new URL('embed/lab/#v=1&ops=listUsers&org=acme.okta.com&start=apiToken', site).href,
    { sandbox: 'allow-scripts' },
  );
  await open(frame);
  await expect(frame.getByText('A model stands in for acme.okta.com')).toBeVisible();
  expect(await sendAll(frame)).toEqual(['200']);
  await expect(frame.locator('.lab-messages')).toContainText('GET /api/v1/users');
  await expect(frame.locator('.lab-messages')).toContainText('"lastLogin":');
  close();
});

test('where a page was loaded over plain HTTP, it says so in words and shows the recorded exchanges', async ({
  page,
  site,
}) => {
  // Names of this machine count as safe, so both sites have names that are nobody's.
  await page.route(/^http:\/\/guide\.example\//, async (route) => {
    const url = new URL(new URL(route.request().url()).pathname, site).href;
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await page.route('http://host.example/', async (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Host</title><iframe title="Guide" width="720" height="600" src="http://guide.example${site.pathname}embed/lab/"></iframe>`,
    }),
  );
  for (const [address, shown] of [
    ['http://host.example/', page.frameLocator('iframe')],
    [`http://guide.example${site.pathname}lab/`, page],
  ] as const) {
    await page.goto(address);
    await expect(shown.getByText('loaded over plain HTTP')).toBeVisible();
    await expect(shown.getByRole('button', { name: 'Open the lab' })).toHaveCount(0);
    const recorded = shown.getByRole('region', { name: 'Service app', exact: true });
    await expect(recorded.locator('li > p > strong')).toHaveText([
      '400 use_dpop_nonce',
      '200',
      '200',
    ]);
  }
  // What the browser still asks for by itself, such as the site's symbol.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
