import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Page } from '@playwright/test';

import { viewedPath, views } from '#embed/views.ts';

import { activate, heightError, secondTry } from './embedFrame.ts';
import { expect, test } from './fixtures.ts';
import { elementMarkup, hostOfGuide, notes, told } from './hostOfGuide.ts';

test.describe.configure(secondTry);

/** A host that speaks the protocol itself, and asks for the height. */
const greeting = `
  const frame = document.querySelector('iframe');
  window.heard = [];
  frame.addEventListener('load', () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      window.heard.push(data);
      if (data.type === 'height') frame.style.height = data.height + 'px';
    };
    const hello = { guide: 'okta-api-authorization-guide', v: 1, type: 'hello' };
    frame.contentWindow.postMessage(hello, '*', [port2]);
  });`;

/** Opens a page of another site that frames this address; it greets if `script` says so. */
async function openHost(page: Page, address: string, script: string): Promise<() => void> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(
      `<!doctype html><html lang="en"><title>Host</title>
      <iframe title="Guide" width="720" height="600"></iframe>
      <script>${script}; document.querySelector('iframe').src = ${JSON.stringify(address)};</script>`,
    );
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

const saidStates = async (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    (Reflect.get(window, 'heard') as { type: string }[]).filter(({ type }) => type === 'state'),
  );

// The host is on another port, on purpose: that is another origin.
test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/localhost|^failed: http:\/\/localhost|favicon/,
  ],
});

test('a plain frame shows a single page of the handbook in the host’s theme', async ({
  page,
  site,
}) => {
  const address = new URL('embed/service-app/set-up/#v=1&theme=dark', site).href;
  const close = await openHost(page, address, '');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Service app: set it up');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.getByRole('banner')).toHaveCount(0);
  // Pages that have a framed form stay in the frame, with the theme; the others open in full.
  const pages = frame.getByRole('navigation', { name: 'Handbook: service app' });
  await expect(pages.getByRole('link', { name: 'Requests' })).toHaveAttribute('target', '_blank');
  await activate(pages.getByRole('link', { name: 'Details and errors' }));
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('details and errors');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.getByRole('link', { name: 'Open in full' })).toHaveAttribute(
    'href',
    `${site.pathname}service-app/details/`,
  );
  await activate(frame.getByRole('link', { name: 'Answer up to four questions' }));
  await expect(frame.getByRole('heading', { level: 1 })).toContainText('OAuth 2.0');
  close();
});

test(
  'a host that greets hears which page it is and how high, growing and shrinking',
  { tag: '@engine' },
  async ({ page, site }) => {
    const address = new URL('embed/api-token/then-and-now/#v=1&start=audience', site).href;
    const close = await openHost(page, address, greeting);
    const frame = page.frameLocator('iframe');
    const state = {
      type: 'state',
      answers: [],
      node: 'api-token/then-and-now',
      kind: 'page',
      path: 'api-token/then-and-now',
      page: 'api-token/then-and-now/',
    };
    await expect.poll(async () => saidStates(page)).toEqual([state]);
    await expect.poll(heightError(frame)).toBe(0);
    const mark = frame.getByRole('button', { name: /^Show \d+ sources? for “/ }).first();
    await activate(mark);
    await expect(frame.locator('.opened-sources').getByRole('link').first()).toHaveAttribute(
      'href',
      /^https:/,
    );
    await expect.poll(heightError(frame)).toBe(0);
    await activate(mark);
    await expect(frame.locator('.opened-sources')).toHaveCount(0);
    await expect.poll(heightError(frame)).toBe(0);
    await activate(frame.getByRole('link', { name: 'In short' }));
    await expect
      .poll(async () => saidStates(page))
      .toEqual([state, { ...state, node: 'api-token', path: 'api-token', page: 'api-token/' }]);
    await expect.poll(heightError(frame)).toBe(0);
    close();
  },
);

test(
  'every view is shown by the element and by a sandboxed frame, at its height, with nothing to complain of',
  { tag: '@engine' },
  async ({ page, site }) => {
    const { frame, close } = await hostOfGuide(page, '', {
      markup: `<div style="width:720px">${elementMarkup(site, `view="${views[0]}" heading="2"`)}</div>`,
      script: notes,
    });
    const seen: string[] = [];
    for (const view of views) {
      await page
        .locator('okta-auth-guide')
        .evaluate((guide, name) => guide.setAttribute('view', name), view);
      seen.push(`${seen.length === 0 ? 'ready' : 'answer'} ${view}`);
      await expect.poll(async () => told(page)).toEqual(seen);
      await expect(frame.locator('h1')).toHaveAttribute('aria-level', '2');
      await expect.poll(heightError(frame), { message: view }).toBe(0);
    }
    close();

    const sandboxed = await hostOfGuide(page, new URL(`embed/${views[0]}/`, site).href, {
      sandbox: 'allow-scripts',
    });
    for (const view of views) {
      const address = new URL(`embed/${view}/#v=1&theme=dark`, site).href;
      await page
        .locator('iframe')
        .evaluate((element, src) => element.setAttribute('src', src), address);
      await expect(sandboxed.frame.locator(`#root[data-view="${view}"]`)).toBeAttached();
      await expect(sandboxed.frame.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(sandboxed.frame.getByRole('heading', { level: 1 })).toBeVisible();
      // No tab opens here, so a link that leads out shows its address.
      await activate(sandboxed.frame.getByRole('link', { name: 'Open in full' }));
      const full = new URL(viewedPath(view), site).href;
      await expect(
        sandboxed.frame.getByRole('textbox', { name: /^The link’s address/ }),
      ).toHaveValue(full);
    }
    sandboxed.close();
  },
);

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('every view is complete, and leads to its page in full', async ({ page, site }) => {
    for (const view of views) {
      await page.goto(new URL(`embed/${view}/`, site).href);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await page.locator('main').innerText()).length, view).toBeGreaterThan(1000);
      await expect(page.getByRole('link', { name: 'Open in full' })).toHaveAttribute(
        'href',
        site.pathname + viewedPath(view),
      );
    }
  });
  test('the lab has its recorded exchanges', async ({ page, site }) => {
    await page.goto(new URL('embed/lab/', site).href);
    expect(await page.locator('main').innerText()).toContain('The lab needs JavaScript.');
    await expect(page.getByRole('button', { name: 'Open the lab' })).toBeHidden();
    await page.getByText('The exchange with each method').click();
    await expect(page.getByRole('region', { name: 'API token', exact: true })).toBeVisible();
  });
});
