import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startServer } from '../../scripts/serve.mjs';

/** The built guide on an origin of its own, which can be told to respond late. */
export interface ServedGuide {
  readonly address: URL;
  /** In milliseconds, for all responses from now on. */
  answerAfter: (delay: number) => void;
  readonly close: () => Promise<void>;
}

/** An address of this machine that nobody serves yet. */
export async function freeAddress(): Promise<URL> {
  const server = createServer();
  await listening(server, 0);
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => {
    server.close(closed);
  });
  return new URL(`http://127.0.0.1:${port}/`);
}

async function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
}

/** Serves a build at an address. Another port of the same machine is another site. */
export async function serveGuide(folder: string, address: URL): Promise<ServedGuide> {
  const inner = await startServer({ folder });
  let delay = 0;
  const server = createServer((asked, answer) => {
    const pass = () => {
      const onward = httpRequest(
        new URL(asked.url ?? '/', inner.url),
        { headers: { 'accept-encoding': asked.headers['accept-encoding'] ?? 'identity' } },
        (response) => {
          answer.writeHead(response.statusCode ?? 502, response.headers);
          response.pipe(answer);
        },
      );
      onward.on('error', () => answer.destroy());
      onward.end();
    };
    if (delay === 0) pass();
    else setTimeout(pass, delay);
  });
  await listening(server, Number(address.port));
  return {
    address,
    answerAfter: (milliseconds) => {
      delay = milliseconds;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await inner.close();
    },
  };
}
