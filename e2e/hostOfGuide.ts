import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { FrameLocator, Page } from '@playwright/test';

import { releases } from '#embed/releases.ts';

/** A page of another site, with the guide in it. */
export async function hostOfGuide(
  page: Page,
  address: string,
  {
    sandbox,
    script = '',
    headers = {},
    width = '100%',
    markup,
    waitUntil = 'load',
  }: {
    readonly sandbox?: string;
    readonly script?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly width?: string;
    /** What is in the page in place of the frame. */
    readonly markup?: string;
    /** A frame that does not come keeps the page from being loaded. */
    readonly waitUntil?: 'load' | 'domcontentloaded';
  } = {},
): Promise<{ readonly frame: FrameLocator; readonly close: () => void }> {
  const html = `<!doctype html><html lang="en"><title>Host</title><p>Before</p>
    <iframe title="Guide" width="${width}" height="600" ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}></iframe>
    <p id="after">After</p><script src="host.js"></script>`;
  const server = createServer(({ url }, response) => {
    const isScript = url === '/host.js';
    const content =
      markup === undefined
        ? html
        : `${html.split('<iframe')[0]}${markup}<p id="after">After</p><script src="host.js"></script>`;
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      ...headers,
    });
    response.end(
      isScript
        ? `${script}\n${markup === undefined ? '' : '//'}document.querySelector('iframe').src = ${JSON.stringify(address)};`
        : content.replace('<iframe ', script === '' ? `<iframe src="${address}" ` : '<iframe '),
    );
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://localhost:${port}/`, { waitUntil });
  return {
    frame: page.frameLocator('iframe'),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Notes what the element says and how the host's layout shifts, from the first moment on. */
export const notes = `
  window.told = [];
  window.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });
  }
  for (const type of ['ready', 'answer', 'outcome', 'error']) {
    document.querySelector('okta-auth-guide').addEventListener(type, ({ detail }) => {
      window.told.push(type + ' ' + (detail.node ?? detail.message));
    });
  }`;

/** The latest loader and its element, which loads at once. */
export function elementMarkup(site: URL, attributes = ''): string {
  const script = `<script src="${new URL(`embed/${releases.at(-1)?.version ?? ''}/embed.js`, site).href}" integrity="${releases.at(-1)?.integrity ?? ''}" crossorigin="anonymous"></script>`;
  return `${script}${script}<okta-auth-guide loading="eager" ${attributes}><a href="${site.href}">The guide</a></okta-auth-guide>`;
}

/** What the element has said to a host with `notes`. */
export const told = async (page: Page): Promise<unknown> =>
  page.evaluate(() => Reflect.get(window, 'told') as unknown);
