import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { loopbackCertificate } from '../../e2e/lookalike/certificate.ts';

/** A request as it came. */
export interface ReceivedRequest {
  readonly method: string;
  /** With its query, byte for byte. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface LoopbackServer {
  readonly origin: string;
  /** PEM of the certificate authority that its clients have to trust; null for plain http. */
  readonly authority: string | null;
  /** Gives the requests since the last call, and forgets them. */
  readonly take: () => readonly ReceivedRequest[];
  readonly close: () => void;
}

/** Starts a server on a free port of 127.0.0.1 that writes down what it gets and answers with JSON. */
export async function startLoopbackServer(scheme: 'https' | 'http'): Promise<LoopbackServer> {
  const received: ReceivedRequest[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(answerFor(url));
    });
  };

  const certificate = scheme === 'https' ? await loopbackCertificate(['localhost']) : null;
  const server =
    certificate === null
      ? createHttpServer(listener)
      : createHttpsServer({ key: certificate.key, cert: certificate.certificate }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${scheme}://localhost:${port}`,
    authority: certificate?.authority ?? null,
    take: () => received.splice(0),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerFor(url: string): string {
  return url.startsWith('/oauth2/v1/token')
    ? '{"token_type":"Bearer","expires_in":3600,"access_token":"example-access-token","scope":"okta.groups.read"}'
    : '{}';
}
