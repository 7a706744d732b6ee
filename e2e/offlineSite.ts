import type { Page } from '@playwright/test';

import { type Server, siteBase, startServer } from '../scripts/serve.mjs';
import { expect, test as base } from './fixtures.ts';

/** A server of its own for each test: once it is closed, there is no network. */
export const test = base.extend<{ readonly server: Server }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is used from it
  server: async ({}, use) => {
    const server = await startServer({ base: siteBase() });
    await use(server);
    await server.close();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

/** Waits until everything that the service worker keeps is on the device. */
export async function kept(page: Page, site: URL): Promise<void> {
  const worker = await (await page.request.get(new URL('sw.js', site).href)).text();
  const [, list = '{}'] = /^const offlineFiles = (.*);$/m.exec(worker) ?? [];
  const { core, rest } = JSON.parse(list) as { core: readonly object[]; rest: readonly object[] };
  await expect
    .poll(
      async () =>
        page.evaluate(async () => {
          const names = await caches.keys();
          const all = names.filter((name) => name.includes(' kept '));
          const keys = await Promise.all(all.map(async (name) => (await caches.open(name)).keys()));
          return keys.flat().length;
        }),
      { timeout: 120_000 },
    )
    .toBe(core.length + rest.length);
}
