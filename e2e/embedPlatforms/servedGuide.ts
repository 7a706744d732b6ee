import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startServer } from '../../scripts/serve.mjs';

/** The built guide on an origin of its own, which can be told to answer late. */
export interface ServedGuide {
  readonly address: URL;
  /** In milliseconds, for all answers from now on. */
  answerAfter: (delay: number) => void;
  readonly close: () => Promise<void>;
}

/** Serves the build in dist/. Another name for the same machine is another site. */
export async function serveGuide(): Promise<ServedGuide> {
  const inner = await startServer();
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
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
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
