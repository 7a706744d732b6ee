import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Page } from '@playwright/test';

import { measuredWidths, usualHeights } from '#embed/usualHeights.ts';

import { activate, heightError, typeInto } from './embedFrame.ts';
import { expect, test } from './fixtures.ts';

test.use({
  expectedNoise: [
    // Firefox says that a frame has failed if it is replaced while it loads.
    /^request to another origin: http:\/\/localhost|^failed: http:\/\/localhost|favicon|NS_ERROR_FAILURE/,
  ],
});

/** If a page is by itself, a scroll bar may take the room of a word, and so add a line. */
const oneLine = 30;

const heightOf = async (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return Math.ceil(document.querySelector('#root')?.getBoundingClientRect().height ?? 0);
  });

/** Opens the builder, and waits until its fields react: Playwright picks in inert ones too. */
async function openBuilder(page: Page, site: URL): Promise<void> {
  await page.goto(new URL('embed/builder/', site).href);
  await expect(page.locator('form.needs-script')).not.toHaveAttribute('inert');
}

/** Waits until every width has been measured, in a frame each: a busy machine takes its time. */
async function heightsAreMeasured(page: Page): Promise<void> {
  const done = page.getByText('The blocks reserve the height that this page needs');
  await expect(done).toBeVisible({ timeout: 60_000 });
}

test('what is chosen is seen in the preview, measured, and is in every block', async ({
  page,
  site,
}) => {
  await openBuilder(page, site);
  const guide = page.frameLocator('.preview iframe');
  // The preview is loaded when it comes near.
  await page.locator('.preview okta-auth-guide').scrollIntoViewIfNeeded();
  await expect(guide.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
  await page.getByLabel('Begins with').selectOption({ label: 'Service app' });
  await page.getByRole('radio', { name: 'Dark' }).first().check();
  await page.getByLabel('Use your own colour for links').check();
  await page.getByRole('radio', { name: 'In full, with the parts you choose' }).check();
  await page.getByText('Languages and values').click();
  await page.getByLabel('The decision record').uncheck();
  for (const language of ['HTTP exchange', 'cURL']) await page.getByLabel(language).uncheck();
  await typeInto(page.getByLabel('Okta org domain'), 'acme.okta.com');
  const operations = page.getByLabel('Operations', { exact: true });
  await typeInto(operations, 'listUsers noSuchOperation');
  await expect(page.getByText('have no operation named noSuchOperation')).toBeVisible();
  await typeInto(operations, 'listUsers');
  await expect(guide.getByRole('heading', { level: 1 })).toContainText('service app');
  await expect(guide.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(guide.locator('#desk-evidence')).toContainText('listUsers');
  await page.getByRole('radio', { name: '360' }).check();
  await expect.poll(heightError(guide)).toBe(0);
  const height = await page.locator('.preview iframe').evaluate(({ clientHeight }) => clientHeight);
  await expect(page.getByText(`${height} px high at 360 px`)).toBeVisible();
  for (const block of ['html', 'docusaurus', 'vitepress', 'mkdocs', 'wordpress']) {
    const text = page.locator(`#block-${block}-frame-1`);
    await expect(text).toContainText(/height=["{]\d{4}/);
    for (const part of ['accent=%231a5fb4', 'ops=listUsers', 'org=acme.okta.com', 'theme=dark']) {
      await expect(text).toContainText(part);
    }
  }
  await expect(page.locator('#block-card-picture-1')).toContainText(
    '/guide/oauth-yes/audience-ownOrg/path.svg',
  );
});

test('the preview is beside the form, and the block for a platform in the first two screens', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openBuilder(page, site);
  await page.getByRole('radio', { name: 'WordPress' }).check();
  const block = page.getByLabel('WordPress, A “Custom HTML” block');
  await expect(block).toBeVisible();
  await expect(page.getByLabel('README card, A picture with a link')).toBeHidden();
  const form = await page.locator('form').boundingBox();
  const preview = await page.getByRole('group', { name: 'Preview', exact: true }).boundingBox();
  const place = await block.boundingBox();
  expect(preview?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 0));
  expect(place?.y).toBeLessThan(2 * 768);
});

for (const id of ['element', 'frame']) {
  test(`the block “${id}” works in a fresh page of another site`, async ({ page, site }) => {
    await openBuilder(page, site);
    // The builder is left only when its preview has loaded: Firefox complains about a frame whose page is
    // left or replaced while its document is on its way (NS_ERROR_FAILURE).
    const preview = page.frameLocator('.preview iframe');
    await page.locator('.preview okta-auth-guide').scrollIntoViewIfNeeded();
    await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByLabel('Begins with').selectOption({ label: 'Whose org does it call?' });
    await expect(preview.getByRole('heading', { level: 1 })).toContainText('Whose');
    const block = page.locator(`#block-html-${id}-1`);
    await expect(block).toContainText('oauth-yes');
    await heightsAreMeasured(page);
    const html = `<!doctype html><html lang="en"><title>Host</title>${await block.textContent()}`;
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const guide = page.frameLocator('iframe');
    await expect(guide.getByRole('heading', { level: 1 })).toContainText('Whose');
    await activate(guide.locator('.option a').first());
    await expect(guide.getByRole('heading', { name: 'The request', exact: true })).toBeVisible();
    await activate(guide.getByRole('link', { name: 'Start again' }));
    await expect(guide.getByRole('heading', { level: 1 })).toContainText('Whose');
    server.close();
    server.closeAllConnections();
  });
}

test('the preview in the page takes typed values too', async ({ page, site }) => {
  await openBuilder(page, site);
  await page.getByLabel('Begins with').selectOption({ label: 'API token' });
  await page.getByRole('radio', { name: 'In full, with the parts you choose' }).check();
  const guide = page.frameLocator('.preview iframe');
  await activate(guide.getByRole('button', { name: /^Fill in your own values/ }));
  await typeInto(guide.getByRole('textbox', { name: 'Okta org domain' }), 'acme.okta.com');
  await expect(guide.locator('#desk-request figure').first()).toContainText('acme.okta.com');
});

test('a single page is chosen, seen and copied as a state is; the lab with what it begins with', async ({
  page,
  site,
}) => {
  await openBuilder(page, site);
  const guide = page.frameLocator('.preview iframe');
  await page.locator('.preview okta-auth-guide').scrollIntoViewIfNeeded();
  await page.getByLabel('Begins with').selectOption({ label: 'Service app: set it up' });
  await expect(guide.getByRole('heading', { level: 1 })).toHaveText('Service app: set it up');
  await expect(page.getByRole('group', { name: 'Results' })).toHaveCount(0);
  await expect(page.getByLabel('The lab shows')).toHaveCount(0);
  await page.getByLabel('Begins with').selectOption({ label: 'See every request, and break it' });
  await page.getByLabel('The lab shows').selectOption({ label: 'API token' });
  await expect(page.locator('#block-html-element-1')).toContainText('view="lab"');
  await activate(guide.getByRole('button', { name: 'Open the lab' }));
  await expect(guide.getByLabel('Method')).toHaveValue('apiToken');
  await page.getByRole('radio', { name: 'README card' }).check();
  await expect(
    page.getByText('On this platform the guide can show only its questions and results.'),
  ).toBeVisible();
});

/** Between 320 and 1200 px, also at both sides of where the layout changes. */
const everyWidth = [
  ...Array.from({ length: 45 }, (_, place) => 320 + 20 * place),
  ...measuredWidths,
  333,
  599,
];
/** How much more room than a page needs a block may keep: it shows as an empty stripe. */
const spare = 1.15;

for (const label of ['Whose org does it call?', 'API token']) {
  test(`the room in the blocks is enough for “${label}” at every width, and hardly more`, async ({
    page,
    context,
    site,
  }) => {
    await openBuilder(page, site);
    await page.getByLabel('Begins with').selectOption({ label });
    await expect(page.getByText('Measuring how much height to reserve.')).toBeVisible();
    await heightsAreMeasured(page);
    const frame = await page.locator('#block-html-frame-1').textContent();
    const [, address = ''] = /src="([^"]*)"/.exec(frame ?? '') ?? [];
    const host = await context.newPage();
    // So high that nothing takes the room of a bar for scrolling.
    const widths = everyWidth.map((width) => ({ width, height: 6000 }));
    // The policy of the guide's pages is not that of a host.
    await host.setContent(
      `<body style="margin:0">${frame
        ?.replace(/src="[^"]*"/, '')
        .replace(/<iframe/, '<div id="room"')
        .replace('</iframe>', '</div>')}</body>`,
    );
    const rooms: number[] = [];
    for (const size of widths) {
      await host.setViewportSize(size);
      rooms.push(await host.locator('#room').evaluate((element) => element.clientHeight));
    }
    await host.goto(address.replaceAll('&amp;', '&'));
    const wrong: string[] = [];
    for (const [index, size] of widths.entries()) {
      await host.setViewportSize(size);
      const [real, room = 0] = [await heightOf(host), rooms[index]];
      if (room < real || room > real * spare) wrong.push(`${size.width}: ${room} for ${real}`);
    }
    expect(wrong).toEqual([]);
  });
}

test('without a measurement, the blocks keep the real room of the first question', async ({
  page,
  site,
}) => {
  for (const width of measuredWidths) {
    // So high that nothing takes the room of a bar for scrolling.
    await page.setViewportSize({ width, height: 6000 });
    await page.goto(new URL('embed/', site).href);
    const real = await heightOf(page);
    expect(real).toBeLessThanOrEqual(usualHeights[width]);
    expect(real).toBeGreaterThan(usualHeights[width] - oneLine);
  }
});

test('a newcomer has the second question, dark, for Docusaurus with four choices and two copies', async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openBuilder(page, site);
  await page.getByLabel('Begins with').selectOption({ label: 'Whose org does it call?' });
  await page.getByRole('group', { name: 'Theme', exact: true }).getByLabel('Dark').check();
  await page.getByRole('radio', { name: 'Docusaurus' }).check();
  await heightsAreMeasured(page);
  const copied = async () => page.evaluate(async () => navigator.clipboard.readText());
  const element = page.locator('.tab-panel:visible');
  await element.getByRole('button', { name: 'Copy part 1' }).click();
  await expect.poll(copied).toMatch(/^scripts: \[/);
  await element.getByRole('button', { name: 'Copy part 2' }).click();
  await expect.poll(copied).toMatch(/^<okta-auth-guide\n {2}start="oauth-yes"\n {2}theme="dark"/);
  await expect(element.getByRole('button', { name: /^Copy/ })).toHaveCount(2);
});

test('each state has its card, as large as link previews want it', async ({ request, site }) => {
  for (const path of ['', 'guide/oauth-yes/audience-ownOrg/', 'compare/', 'embed/builder/']) {
    const png = await (await request.get(new URL(`${path}card.png`, site).href)).body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});
