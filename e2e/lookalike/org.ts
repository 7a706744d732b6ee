import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { type Answer, apiError } from './answer.ts';
import { type ApiRequest, apiSide } from './apiSide.ts';
import { authorizationServer, serverPaths } from './authorizationServer.ts';
import type { ArrivedRequest, OrgSettings } from './orgSettings.ts';
import { signIn } from './signIn.ts';
import { tokenEndpoint } from './tokenEndpoint.ts';
import { tokenRequest } from './tokenRequest.ts';

export interface LookalikeOrg {
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  readonly arrived: readonly ArrivedRequest[];
  /** The next `count` API requests are answered 429 with `X-Rate-Limit-Reset` this many seconds ahead. */
  refuseNext(count: number, resetAfterSeconds: number): void;
  /** Every token issued so far counts as expired from now on. */
  expireTokens(): void;
}

/** The longest body that is read, in bytes; far above what the guide's snippets send. */
const longestBody = 4 * 1024 * 1024;

/**
 * Makes a look-alike of an Okta org, to be put behind an HTTPS server (`createServer(options, org.listener)`).
 *
 * It answers the endpoints of the org authorization server and the given operations, following Okta's published rules,
 * in Okta's words; see `authorizationServer.ts`, `tokenEndpoint.ts`, `signIn.ts` and `apiSide.ts` for the rules and for what differs. It is
 * not Okta: its data are made up, and it keeps a record of everything that arrives.
 *
 * Give the HTTPS server a generous `maxHeaderSize`: Node.js allows 16 KiB, and a long query stands in a header
 * of the answer too.
 */
export async function lookalikeOrg(settings: OrgSettings): Promise<LookalikeOrg> {
  const server = await authorizationServer(settings);
  const endpoint = tokenEndpoint(settings, server);
  const people = signIn(settings, server);
  const api = apiSide(settings, server);
  const arrived: ArrivedRequest[] = [];

  async function answerTo(request: ApiRequest): Promise<Answer> {
    const [path = ''] = request.target.split('?');
    if (people.isAt(path)) return people.answer(request);
    if (path !== serverPaths.token) return api.answer(request);
    return request.method === 'POST'
      ? endpoint(tokenRequest(request.target, request.headers, request.body))
      : apiError('E0000022');
  }

  async function respond(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const request = {
      method: message.method ?? '',
      // In absolute form (RFC 9112, section 3.2.2), the target names the host once more.
      target: (message.url ?? '').replace(/^https?:\/\/[^/?#]*/i, ''),
      headers: pairs(message.rawHeaders),
      body: await bodyOf(message),
    };
    let answer: Answer;
    try {
      answer = await answerTo(request);
    } catch (error) {
      // A fault of the look-alike org: better seen than taken for Okta's.
      // oxlint-disable-next-line no-console -- there is nobody else to tell
      console.error('The look-alike org failed to answer:', error);
      answer = apiError('E0000009');
    }
    const headers = {
      ...answer.headers,
      'x-okta-request-id': randomBytes(12).toString('base64url'),
    };
    const record = { at, ...request, target: message.url ?? '', answer: { ...answer, headers } };
    arrived.push(record);
    settings.onArrived?.(record);
    response.writeHead(answer.status, {
      ...writable(headers),
      ...(answer.status === 204 ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
    });
    response.end(answer.body);
  }

  return {
    arrived,
    refuseNext: api.refuseNext,
    expireTokens: api.expireTokens,
    listener: (message, response) => {
      respond(message, response).catch(() => {
        // The client has gone, or sent more than anybody reads.
        response.destroy();
      });
    },
  };
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) throw new RangeError('The body is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function pairs(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
}

function writable(headers: Answer['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : [...value],
    ]),
  );
}
