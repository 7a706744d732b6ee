import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { loopbackCertificate } from '../lookalike/certificate.ts';

/** A request as it arrived. */
export interface Recorded {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** The access token that {@link startRecording} hands out. */
export const recordedToken = 'made-up.access-token_0';

/** Starts a server that writes down what arrives; at the token endpoint it responds with a token. */
export async function startRecording(host: string) {
  const { authority, certificate, key } = await loopbackCertificate([host]);
  const requests: Recorded[] = [];
  const server = createServer(
    { key, cert: certificate, maxHeaderSize: 256 * 1024 },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url: target = '', headers } = request;
        requests.push({ method, target, headers, body: Buffer.concat(chunks).toString() });
        response.setHeader('content-type', 'application/json');
        response.end(
          target === '/oauth2/v1/token'
            ? JSON.stringify({ token_type: 'Bearer', access_token: recordedToken })
            : '["an answer: ü"]',
        );
      });
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: { host, port: (server.address() as AddressInfo).port, authority },
    requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
