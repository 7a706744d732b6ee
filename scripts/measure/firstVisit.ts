import { connect, createServer, type Socket } from 'node:net';

import type { Browser } from '@playwright/test';

/** What a first visit requests. */
export interface FirstVisit {
  readonly requests: number;
  /** All that the host sends, headers and background included. */
  readonly bytes: number;
}

/** In milliseconds: longer than what a page begins on its own waits for. */
const afterwards = 5000;

/** Opens a page with an empty cache, scrolls through it, and waits for everything that comes with it. */
export async function firstVisit(
  browser: Browser,
  host: { readonly port: number; readonly path: string },
): Promise<FirstVisit> {
  const wire = await countedWire(host.port);
  const context = await browser.newContext();
  try {
    let requests = 0;
    // Including those of workers.
    context.on('request', () => {
      requests += 1;
    });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${wire.port}${host.path}`, { waitUntil: 'networkidle' });
    await page.mouse.move(200, 200);
    await page.mouse.wheel(0, 100_000);
    await page.waitForTimeout(afterwards);
    return { requests, bytes: wire.bytes() };
  } finally {
    await context.close();
    wire.close();
  }
}

/** Passes connections on to a port of this machine and counts what comes back. */
async function countedWire(port: number): Promise<{
  readonly port: number;
  readonly bytes: () => number;
  readonly close: () => void;
}> {
  let bytes = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const host = connect(port, '127.0.0.1');
    for (const socket of [client, host]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    host.on('data', (chunk) => {
      bytes += chunk.length;
    });
    client.pipe(host).pipe(client);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    bytes: () => bytes,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
