import { type CDPSession, chromium, type Page, type Request } from 'playwright-core';

import { type EmbedHost, embedHosts } from './hosts.ts';

interface Cost {
  readonly host: EmbedHost;
  /** Sum of layout shifts that no person caused. @see https://web.dev/articles/cls */
  readonly shift: number;
  /** By how many pixels followed frames differ from what the guide said, at most. */
  readonly heightError: number | undefined;
  /** Bytes on the network: the loader, and all that the frames load. */
  readonly loaderBytes: number;
  readonly frameBytes: number;
  /** Time of the host's own main thread with the guide less that without, in milliseconds. */
  readonly threadTime: number;
}

/** How often each host is opened; the median counts. */
const rounds = 5;

/**
 * Opens each host in Chromium and measures what the guide costs it.
 *
 * @param hosts where they are served
 * @param executablePath of Chromium
 * @returns a table for the terminal
 */
export async function measureHosts(hosts: URL, executablePath: string): Promise<string> {
  const browser = await chromium.launch({
    executablePath,
    // Frames of another site in a process of their own, as desktop browsers have them.
    args: ['--no-sandbox', '--disable-gpu', '--site-per-process'],
  });
  const costs: Cost[] = [];
  for (const host of embedHosts) {
    const measured: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({ viewport: { width: 800, height: 2600 } });
      const bare = await context.newPage();
      await bare.route(/embed/, async (route) => route.abort());
      const without = await openedFor(await context.newCDPSession(bare), async () => {
        await bare.goto(new URL(`${host.id}/`, hosts).href);
        await bare.waitForTimeout(1500);
      });
      await bare.close();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const bytes = { loader: 0, frame: 0 };
      page.on('requestfinished', (request) => {
        void count(request, page, bytes);
      });
      const spent = await openedFor(session, async () => {
        await page.goto(new URL(`${host.id}/`, hosts).href, { waitUntil: 'networkidle' });
        await page.waitForTimeout(1500);
      });
      const { shift, error } = await page.evaluate(() => {
        const guides = [...document.querySelectorAll('okta-auth-guide')];
        const errors = guides.map((guide) =>
          Math.abs(
            Number(Reflect.get(guide, 'saidHeight')) -
              (guide.shadowRoot?.querySelector('iframe')?.clientHeight ?? 0),
          ),
        );
        const shifts = Reflect.get(window, 'shifts') as readonly number[];
        return {
          shift: shifts.reduce((sum, each) => sum + each, 0),
          error: guides.length === 0 ? undefined : Math.max(...errors),
        };
      });
      measured.push({
        host,
        shift,
        heightError: error,
        loaderBytes: bytes.loader,
        frameBytes: bytes.frame,
        threadTime: spent - without,
      });
      await context.close();
    }
    const [middle] = measured
      .toSorted((one, other) => one.threadTime - other.threadTime)
      .slice(Math.floor(rounds / 2));
    if (middle !== undefined) costs.push(middle);
  }
  await browser.close();
  return table(costs);
}

async function count(
  request: Request,
  page: Page,
  bytes: { loader: number; frame: number },
): Promise<void> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const size = responseBodySize + responseHeadersSize;
  if (/\/embed\/[\d.]+\/embed\.js/.test(request.url())) bytes.loader += size;
  else if (request.frame() !== page.mainFrame()) bytes.frame += size;
}

/** Time that a page's main thread was busy while something was done, in milliseconds. */
async function openedFor(session: CDPSession, act: () => Promise<void>): Promise<number> {
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await busy();
  await act();
  return (await busy()) - before;
}

function table(costs: readonly Cost[]): string {
  const rows = costs.map(({ host, shift, heightError, loaderBytes, frameBytes, threadTime }) => [
    host.id.padEnd(16),
    shift.toFixed(4).padStart(8),
    `${heightError ?? '–'}`.padStart(8),
    `${loaderBytes}`.padStart(8),
    `${frameBytes}`.padStart(9),
    threadTime.toFixed(0).padStart(9),
  ]);
  return [
    `What the guide costs its host: median of ${rounds} by the time of the host’s main thread`,
    '',
    'host                shift  height    loader    frame    thread',
    '                            error     bytes    bytes        ms',
    ...rows.map((row) => row.join(' ')),
    '',
    'A height of – : the host does not follow it. Thread: with the guide less without, so noise can',
    'make it negative. Bytes as they came over the network, without what the browser had cached.',
    '',
  ].join('\n');
}
