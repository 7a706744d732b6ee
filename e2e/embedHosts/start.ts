// `npm run embed:hosts`: the pages in which an embed must work, for a person to open, until Ctrl+C.
// With `--measure` a browser opens each of them and prints what the guide costs its host.
// It serves the build in dist/, so run `npm run build` first.
import { parseArgs } from 'node:util';

import { ensureBrowsers } from '../../scripts/browsers.mjs';
import { siteBase, startServer } from '../../scripts/serve.mjs';
import { measureHosts } from './measureHosts.ts';
import { serveHosts } from './serveHosts.ts';

const { values } = parseArgs({ options: { measure: { type: 'boolean', default: false } } });
const site = await startServer({ base: siteBase() });
// Another name for the same machine is another site, so that the guide has a process of its own.
const hosts = await serveHosts(new URL(site.url.replace('localhost', '127.0.0.1')));
if (values.measure) {
  const { env } = await ensureBrowsers();
  const { PLAYWRIGHT_CHROMIUM: chromium } = env;
  if (chromium === undefined) throw new Error('There is no Chromium, which does the measuring.');
  process.stdout.write(await measureHosts(hosts.address, chromium));
  await hosts.close();
  await site.close();
} else {
  process.stdout.write(`The hosts are at ${hosts.address.href}, the guide is at ${site.url}\n`);
}
