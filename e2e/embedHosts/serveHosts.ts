import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startServer } from '../../scripts/serve.mjs';
import { hostList, hostPage, hostReport, hostStyle } from './hostPage.ts';
import { generatorHosts } from './generatorHosts.ts';
import { embedHosts } from './hosts.ts';

const allHosts = [...embedHosts, ...generatorHosts];

/** How much later the slow guide answers, in milliseconds. */
const delay = 700;

export interface ServedHosts {
  /** The list of all hosts; each has a folder of its own below it. */
  readonly address: URL;
  readonly close: () => Promise<void>;
}

/**
 * Serves the hosts on an origin of their own, and the guide a second time slowly and without headers.
 *
 * @param guide where the guide is served with its headers
 * @param port of the hosts; any free one when it is 0
 */
export async function serveHosts(guide: URL, port = 0): Promise<ServedHosts> {
  const plain = await startServer({ plain: true, base: guide.pathname });
  const slow = await listen(
    createServer((asked, answer) => {
      setTimeout(() => {
        const onward = httpRequest(
          new URL(asked.url ?? '/', guide.origin),
          { headers: { 'accept-encoding': asked.headers['accept-encoding'] } },
          (response) => {
            answer.writeHead(response.statusCode ?? 502, response.headers);
            response.pipe(answer);
          },
        );
        onward.on('error', () => answer.destroy());
        onward.end();
      }, delay);
    }),
    0,
  );
  const guides = {
    guide,
    guideWithoutHeaders: new URL(plain.url.replace('localhost', '127.0.0.1')),
    slowGuide: new URL(guide.pathname, `http://127.0.0.1:${slow.port}`),
  };
  const server = createServer(({ url = '/' }, response) => {
    const self = new URL(`http://localhost:${hosts.port}`);
    const [, id = '', file = ''] = url.split('/');
    const host = allHosts.find((each) => each.id === id);
    const answer = (type: string, text: string, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers });
      response.end(text);
    };
    if (url === '/') answer('text/html', hostList(allHosts));
    else if (url === '/host.css') answer('text/css', hostStyle);
    else if (url === '/report.js') answer('text/javascript', hostReport);
    else if (host !== undefined && file === 'host.js') answer('text/javascript', host.script ?? '');
    else if (host !== undefined && file === '') {
      const from = guides[host.from];
      answer('text/html', hostPage(host, from, self), host.headers?.(from));
    } else response.writeHead(404).end();
  });
  const hosts = await listen(server, port);
  return {
    address: new URL(`http://localhost:${hosts.port}/`),
    close: async () => {
      hosts.close();
      slow.close();
      await plain.close();
    },
  };
}

async function listen(
  server: Server,
  port: number,
): Promise<{ readonly port: number; readonly close: () => void }> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
