import { once } from 'node:events';
import {
  createServer as createProxy,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer } from 'node:https';
import { connect, createServer as createTrap } from 'node:net';

import type { Answer } from '../lookalike/answer.ts';
import type { LoopbackCertificate } from '../lookalike/certificate.ts';
import type { LookalikeOrg } from '../lookalike/org.ts';
import type { ArrivedRequest } from '../lookalike/orgSettings.ts';
import type { Disturbance, Way } from './case.ts';
import { programsWith } from './processArguments.ts';

/** The lane's HTTPS server, behind which stands one org after the other. */
export interface LaneServer {
  /** Puts an org in place, and looks at what happens from now on. */
  readonly watch: (situation: WatchedSituation) => Observation;
  readonly close: () => void;
}

export interface WatchedSituation {
  readonly org: LookalikeOrg;
  /** The org's host name. */
  readonly host: string;
  readonly disturbance: Disturbance | undefined;
  /** What may stand in no process's arguments, besides the access tokens. */
  readonly secrets: readonly string[];
}

/** What a run has done to the outside. */
export interface Observation {
  /** The requests to the org and their answers, in their order. */
  readonly arrived: () => readonly ArrivedRequest[];
  /** Whatever was sent, or only connected, to anywhere else, in words. */
  readonly strays: readonly string[];
  /** Programs that had a secret in their arguments when a request arrived. */
  readonly exposures: ReadonlySet<string>;
  /** How the connections reached the server; undefined when there was none. */
  readonly way: () => Way | 'both' | undefined;
}

/** Where the lane's proxy listens. */
export const proxyPort = 3128;

/** Ports besides 443 to which a snippet could be led. */
const trapPorts = [80, 8443];

/** Starts the server on loopback, port 443, and the traps. */
export async function startLaneServer({
  certificate,
  key,
}: LoopbackCertificate): Promise<LaneServer> {
  let current: Watch | undefined;
  const server = createServer(
    { cert: certificate, key, maxHeaderSize: 1_048_576 },
    (request, response) => current?.receive(request, response),
  ).listen(443, '127.0.0.1');
  const traps = trapPorts.map((port) =>
    createTrap((socket) => {
      current?.strays.push(`a connection to port ${port}`);
      socket.destroy();
    }).listen(port, '127.0.0.1'),
  );
  server.on('connection', () => current?.connect());
  const proxy = startProxy((target) => current?.tunnel(target));
  await Promise.all([server, proxy, ...traps].map((each) => once(each, 'listening')));
  return {
    watch: (situation) => {
      const watch = new Watch(situation);
      current = watch;
      return watch;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      for (const each of [proxy, ...traps]) each.close();
    },
  };
}

class Watch implements Observation {
  readonly strays: string[] = [];
  readonly exposures = new Set<string>();
  #connections = 0;
  #tunnels = 0;
  readonly #situation: WatchedSituation;
  readonly #ownAnswers: ArrivedRequest[] = [];
  readonly #counts = { token: 0, api: 0 };

  constructor(situation: WatchedSituation) {
    this.#situation = situation;
  }

  arrived(): readonly ArrivedRequest[] {
    return [...this.#situation.org.arrived, ...this.#ownAnswers].toSorted((a, b) => a.at - b.at);
  }

  connect(): void {
    this.#connections += 1;
  }

  tunnel(target: string): void {
    if (target === `${this.#situation.host}:443`) this.#tunnels += 1;
    else this.strays.push(`a tunnel to ${target}`);
  }

  way(): Way | 'both' | undefined {
    if (this.#connections === 0) return undefined;
    if (this.#tunnels === 0) return 'pastProxy';
    return this.#tunnels === this.#connections ? 'throughProxy' : 'both';
  }

  receive(request: IncomingMessage, response: ServerResponse): void {
    const { org, host, disturbance } = this.#situation;
    if (request.headers.host !== host) {
      this.strays.push(`${request.method} to ${request.headers.host}`);
      response.writeHead(421).end();
      return;
    }
    const kind = request.url === '/oauth2/v1/token' ? 'token' : 'api';
    this.#counts[kind] += 1;
    this.#lookForExposures();
    const count = this.#counts[kind];
    const answer = disturbance?.({ kind, count, org, origin: `https://${host}` });
    if (answer === undefined) org.listener(request, response);
    else this.#answer(request, response, answer);
  }

  #answer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    const at = Date.now();
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url: target = '', rawHeaders } = request;
      const headers = rawHeaders.flatMap((name, index) =>
        index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
      );
      this.#ownAnswers.push({ at, method, target, headers, body, answer });
      for (const [name, value] of Object.entries(answer.headers)) {
        response.setHeader(name, typeof value === 'string' ? value : [...value]);
      }
      response.writeHead(answer.status).end(answer.body);
    });
  }

  /** A program that waits for its answer is still there, with its arguments. */
  #lookForExposures(): void {
    const secrets = [
      ...this.#situation.secrets,
      ...this.arrived().flatMap(({ answer }) => accessTokenIn(answer.body) ?? []),
    ];
    for (const program of programsWith(secrets)) this.exposures.add(program);
  }
}

/** An HTTP proxy that knows CONNECT only, and opens every tunnel to the lane's server. */
function startProxy(tell: (target: string) => void): Server {
  return createProxy((_, response) => response.writeHead(405).end())
    .on('connect', ({ url = '' }, client, head) => {
      tell(url);
      const server = connect(443, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.write(head);
        client.pipe(server).pipe(client);
      });
      for (const socket of [client, server]) {
        socket.on('error', () => [client, server].forEach((each) => void each.destroy()));
      }
    })
    .listen(proxyPort, '127.0.0.1');
}

/** The access token of a token response; undefined in any other body. */
export function accessTokenIn(body: string): string | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null && 'access_token' in json
      ? String(json.access_token)
      : undefined;
  } catch {
    return undefined;
  }
}
