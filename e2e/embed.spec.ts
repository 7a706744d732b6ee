import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FrameLocator, Page } from '@playwright/test';

import { startServer } from '../scripts/serve.mjs';
import { expect, test } from './fixtures.ts';

/** Below the host's frame: what others see of its height. */
const greeting = `
  const frame = document.querySelector('iframe');
  window.heard = [];
  frame.addEventListener('load', () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      window.heard.push(data);
      if (data.type === 'height') frame.style.height = data.height + 'px';
    };
    window.guide = port1;
    const hello = { guide: 'okta-api-authorization-guide', v: 1, type: 'hello' };
    frame.contentWindow.postMessage(hello, '*', [port2]);
  });`;

/** A page of another site, with the guide in it. */
async function host(
  page: Page,
  address: string,
  {
    sandbox,
    script = '',
    headers = {},
    width = '100%',
  }: {
    readonly sandbox?: string;
    readonly script?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly width?: string;
  } = {},
): Promise<{ readonly frame: FrameLocator; readonly close: () => void }> {
  const html = `<!doctype html><html lang="en"><title>Host</title><p>Before</p>
    <iframe title="Guide" width="${width}" height="600" ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}></iframe>
    <p id="after">After</p><script src="host.js"></script>`;
  const server = createServer(({ url }, response) => {
    const isScript = url === '/host.js';
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      ...headers,
    });
    response.end(
      isScript
        ? `${script}\ndocument.querySelector('iframe').src = ${JSON.stringify(address)};`
        : html.replace('<iframe ', script === '' ? `<iframe src="${address}" ` : '<iframe '),
    );
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://localhost:${port}/`);
  return {
    frame: page.frameLocator('iframe'),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function walkToServiceApp(frame: FrameLocator): Promise<void> {
  await frame.getByRole('link', { name: /^Yes/ }).first().click();
  await expect(frame.getByRole('heading', { level: 1 })).toContainText(/whose|org/i);
  await frame.locator('.option a').first().click();
  await expect(frame.getByRole('heading', { name: 'The request', exact: true })).toBeVisible();
}

// The host stands on another port, on purpose: that is another origin.
test.use({
  expectedNoise: [
    /^request to another origin: http:\/\/localhost|favicon|Blocked script execution/,
  ],
});

const sandboxes = [
  { name: 'a plain frame', sandbox: undefined },
  { name: 'a sandbox that allows scripts only', sandbox: 'allow-scripts' },
  { name: 'a sandbox that allows nothing', sandbox: '' },
];
for (const { name, sandbox } of sandboxes) {
  test(`the guide is walked to its result in ${name}`, async ({ page, site }) => {
    const { frame, close } = await host(page, new URL('embed/', site).href, {
      ...(sandbox !== undefined && { sandbox }),
    });
    await walkToServiceApp(frame);
    close();
  });
}

test.describe('where the guide lies on a server without headers', () => {
  // Fonts are always fetched with CORS: a frame without an origin does without them there.
  test.use({
    expectedNoise: [
      /^request to another origin: http:\/\/(localhost|127\.0\.0\.1)|favicon|\.woff2|preload|ERR_FAILED/,
    ],
  });
  test('the guide is walked in a sandbox when its host sends no CORS header', async ({
    page,
    site,
  }) => {
    const plain = await startServer({ plain: true, base: site.pathname });
    const address = `${plain.url.replace('localhost', '127.0.0.1')}embed/#v=1&theme=dark`;
    const { frame, close } = await host(page, address, { sandbox: 'allow-scripts' });
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await walkToServiceApp(frame);
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    close();
    await plain.close();
  });
});

test('the frame is as high as its content, growing and shrinking, and under a strict policy', async ({
  page,
  site,
}) => {
  const { frame, close } = await host(page, new URL('embed/', site).href, {
    script: greeting,
    width: '280',
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'self'; frame-src ${site.origin}`,
    },
  });
  const error = async () =>
    frame.locator('html').evaluate((html) => {
      const content = document.querySelector('#root')?.getBoundingClientRect().height ?? 0;
      return Math.ceil(content) - html.clientHeight;
    });
  await expect.poll(error).toBe(0);
  const aside = frame.getByText('Not this kind of program?');
  const before = await page.locator('iframe').evaluate((element) => element.clientHeight);
  await aside.click();
  const height = async () => page.locator('iframe').evaluate((element) => element.clientHeight);
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(error).toBe(0);
  await aside.click();
  await expect.poll(height).toBe(before);
  await expect.poll(error).toBe(0);
  close();
});

test('a host hears of each state and can ask for another; foreign messages change nothing', async ({
  page,
  site,
}) => {
  const { frame, close } = await host(page, new URL('embed/', site).href, { script: greeting });
  const heard = async () =>
    page.evaluate(() =>
      (Reflect.get(window, 'heard') as { type: string; node?: string }[])
        .filter(({ type }) => type === 'state')
        .map(({ node }) => node),
    );
  await expect.poll(heard).toEqual(['oauth']);
  await page.evaluate(() => {
    const inner = document.querySelector('iframe')?.contentWindow;
    for (const message of ['hello', null, { type: 'goTo', answers: ['oauth.no'] }, { v: 2 }]) {
      inner?.postMessage(message, '*');
    }
    const port = Reflect.get(window, 'guide') as MessagePort;
    port.postMessage({ type: 'values' });
    port.postMessage({ type: 'goTo', answers: ['oauth.yes', 'no.such'] });
  });
  await expect.poll(heard).toEqual(['oauth', 'audience']);
  await expect(frame.getByRole('link', { name: 'Start again' })).toBeVisible();
  close();
});

test('in a frame that opens no tabs, a link that leads out shows its address', async ({
  page,
  site,
}) => {
  const { frame, close } = await host(page, new URL('embed/', site).href, {
    sandbox: 'allow-scripts',
  });
  await frame.getByRole('link', { name: 'Open in full' }).click();
  await expect(frame.getByRole('textbox', { name: /^Address of the link/ })).toHaveValue(site.href);
  close();
});

test.describe('with wrong parameters', () => {
  test.use({
    expectedNoise: [/^request to another origin: http:\/\/localhost|favicon|theme must be/],
  });
  test('the guide falls back and tells the host’s developer once', async ({ page, site }) => {
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    const { frame, close } = await host(
      page,
      new URL('embed/#v=1&theme=pink&accent=%23ff0000', site).href,
    );
    await walkToServiceApp(frame);
    expect(warnings).toEqual([
      'okta-auth-guide: theme must be one of light, dark, auto. It is taken for auto.',
    ]);
    close();
  });
});
