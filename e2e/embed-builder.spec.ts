import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { activate, heightError, typeInto } from './embedFrame.ts';
import { expect, test } from './fixtures.ts';

test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/localhost|^failed: http:\/\/localhost|favicon/,
  ],
});

test('what is chosen is seen in the preview, measured, and stands in every block', async ({
  page,
  site,
}) => {
  await page.goto(new URL('embed/builder/', site).href);
  const guide = page.frameLocator('okta-auth-guide iframe');
  // The preview is loaded when it comes near.
  await page.locator('okta-auth-guide').scrollIntoViewIfNeeded();
  await expect(guide.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
  await page.getByLabel('Begins with').selectOption({ label: 'Service app' });
  await page.getByRole('radio', { name: 'Dark' }).first().check();
  await page.getByLabel('Links in a colour of your own').check();
  await page.getByText('Parts, languages and values').click();
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
  const height = await page
    .locator('okta-auth-guide iframe')
    .evaluate(({ clientHeight }) => clientHeight);
  await expect(page.getByText(`${height} px high at 360 px`)).toBeVisible();
  for (const block of ['frame', 'mdx', 'vue', 'wordpress']) {
    const text = page.locator(`#block-${block}`);
    await expect(text).toContainText(/height=["{]\d{4}/);
    for (const part of ['accent=%231a5fb4', 'ops=listUsers', 'org=acme.okta.com', 'theme=dark']) {
      await expect(text).toContainText(part);
    }
  }
  await expect(page.locator('#block-card')).toContainText(
    '/guide/oauth-yes/audience-ownOrg/card.png',
  );
});

test('the preview stands beside the form, and the block for a platform in the first two screens', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(new URL('embed/builder/', site).href);
  await page.getByRole('radio', { name: 'WordPress' }).check();
  const block = page.getByLabel('Block for WordPress');
  await expect(block).toBeVisible();
  await expect(page.getByLabel('Block for README card')).toBeHidden();
  const form = await page.locator('form').boundingBox();
  const preview = await page.getByRole('group', { name: 'Preview', exact: true }).boundingBox();
  const place = await block.boundingBox();
  expect(preview?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 0));
  expect(place?.y).toBeLessThan(2 * 768);
});

for (const id of ['element', 'frame']) {
  test(`the block “${id}” works in a fresh page of another site`, async ({ page, site }) => {
    await page.goto(new URL('embed/builder/', site).href);
    // The builder is left only when its preview stands: Firefox complains of a frame whose page is
    // left or replaced while its document is on its way (NS_ERROR_FAILURE).
    const preview = page.frameLocator('okta-auth-guide iframe');
    await page.locator('okta-auth-guide').scrollIntoViewIfNeeded();
    await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByLabel('Begins with').selectOption({ label: 'Whose org does it call?' });
    await expect(preview.getByRole('heading', { level: 1 })).toContainText('Whose');
    const block = page.locator(`#block-${id}`);
    await expect(block).toContainText('oauth-yes');
    const html = `<!doctype html><html lang="en"><title>Host</title>${await block.innerText()}`;
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
  await page.goto(new URL('embed/builder/', site).href);
  await page.getByLabel('Begins with').selectOption({ label: 'API token' });
  const guide = page.frameLocator('okta-auth-guide iframe');
  await activate(guide.getByRole('button', { name: /^Fill in your own values/ }));
  await typeInto(guide.getByRole('textbox', { name: 'Okta org domain' }), 'acme.okta.com');
  await expect(guide.locator('#desk-request figure').first()).toContainText('acme.okta.com');
});

test('each state has its card, as large as link previews want it', async ({ request, site }) => {
  for (const path of ['', 'guide/oauth-yes/audience-ownOrg/', 'compare/', 'embed/builder/']) {
    const png = await (await request.get(new URL(`${path}card.png`, site).href)).body();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});
