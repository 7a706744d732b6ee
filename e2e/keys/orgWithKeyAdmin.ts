import { once } from 'node:events';
import {
  createServer as createPlainServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';

import type { CryptoKey, JWK } from 'jose';

import { administer, type AdminCommand } from '#org/admin.ts';
import { newOrg, type Org } from '#org/org.ts';

import { curlHome } from '../curlHome.ts';
import { loopbackCertificate } from '../lookalike/certificate.ts';
import { lookalikeOrg, type LookalikeOrg } from '../lookalike/org.ts';
import type { OrgClient } from '../lookalike/orgSettings.ts';

export const host = 'integrator-1234567.okta.com';
export const clientId = '0oaexampleclientid00';

/** The app of the super admin, whose key does not change. */
export const adminClientId = '0oasuperadminapp0000';

const keysPath = '/api/v1/apps/{appId}/credentials/jwks';

type KeyCommand = Extract<
  AdminCommand,
  { readonly type: 'addKey' | 'activateKey' | 'deactivateKey' | 'deleteKey' }
>;

interface Answered {
  readonly status: number;
  readonly body: string;
}

/**
 * Starts a look-alike org in which an admin can change the saved keys of a service app: by requests, as the
 * operations of `ApplicationSSOPublicKeys` are specified, under the rules of `src/org/admin.ts`. After each change the
 * look-alike starts again with the keys that are active.
 *
 * @param first the public key with which the app of the super admin signs
 * @param others the public keys that the service app has beside that one, each with its `kid`
 */
export async function orgWithKeyAdmin(
  folder: string,
  first: JWK,
  others: readonly JWK[],
  tokenKeys: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey },
) {
  let org: Org = newOrg({
    host,
    apps: [
      {
        clientId,
        kind: 'serviceApp',
        state: 'active',
        keys: [first, ...others].map((jwk) => ({ jwk, state: 'active' })),
        secrets: [],
        requiresDpop: false,
        grantedScopes: ['okta.groups.read'],
        hasAdminRole: true,
      },
    ],
    apiTokens: [],
    operations: [],
  });
  /** The ids that Okta gives to keys, by their `kid`. */
  const ids = new Map<string, string>();
  const idOf = (kid: string): string => {
    const id = ids.get(kid) ?? `pks${String(ids.size).padStart(17, '0')}`;
    ids.set(kid, id);
    return id;
  };
  const keys = () => org.apps.flatMap((app) => app.keys);
  const shown = () =>
    keys().map(({ jwk, state }) =>
      Object.assign({ id: idOf(jwk.kid ?? ''), status: state.toUpperCase() }, jwk),
    );

  const restarted = (): Promise<LookalikeOrg> => {
    const app: OrgClient = {
      clientId,
      authentication: 'private_key_jwt',
      publicKeys: keys()
        .filter(({ state }) => state === 'active')
        .map(({ jwk }) => jwk),
      dpop: 'optional',
      grantedScopes: ['okta.groups.read'],
      hasAdminRole: true,
    };
    return lookalikeOrg({
      host,
      clients: [
        app,
        {
          ...app,
          clientId: adminClientId,
          publicKeys: [first],
          grantedScopes: ['okta.apps.manage', 'okta.apps.read'],
        },
      ],
      apiTokens: [],
      operations: [
        { method: 'GET', path: '/api/v1/groups', scopes: ['okta.groups.read'] },
        { method: 'GET', path: keysPath, scopes: ['okta.apps.read'] },
        { method: 'POST', path: keysPath, scopes: ['okta.apps.manage'] },
        { method: 'DELETE', path: `${keysPath}/{keyId}`, scopes: ['okta.apps.manage'] },
        ...['activate', 'deactivate'].map((act) => ({
          method: 'POST',
          path: `${keysPath}/{keyId}/lifecycle/${act}`,
          scopes: ['okta.apps.manage'],
        })),
      ],
      tokenKeys,
    });
  };
  let lookalike = await restarted();

  /** What a request to the keys commands; undefined for one that only reads them. */
  function commandOf(method: string, rest: string, body: string): KeyCommand | undefined {
    if (method === 'GET') return undefined;
    if (rest === '') return { type: 'addKey', clientId, jwk: JSON.parse(body) as JWK };
    const [, id = '', , act] = rest.split('/');
    const keyId = [...ids].find(([, each]) => each === id)?.[0] ?? '';
    if (method === 'DELETE') return { type: 'deleteKey', clientId, keyId };
    return { type: act === 'activate' ? 'activateKey' : 'deactivateKey', clientId, keyId };
  }

  async function adminAnswer(method: string, rest: string, body: string): Promise<Answered> {
    const command = commandOf(method, rest, body);
    if (command === undefined) return { status: 200, body: JSON.stringify(shown()) };
    const done = administer(org, command, Date.now());
    if ('refused' in done) {
      const refusal = { errorCode: 'E0000001', errorSummary: done.refused };
      return { status: 400, body: JSON.stringify(refusal) };
    }
    org = done.org;
    lookalike = await restarted();
    if (command.type === 'deleteKey') return { status: 204, body: '' };
    const kid = command.type === 'addKey' ? command.jwk.kid : command.keyId;
    return {
      status: command.type === 'addKey' ? 201 : 200,
      body: JSON.stringify(shown().find((each) => each.kid === kid)),
    };
  }

  const inner = createPlainServer((message, response) => lookalike.listener(message, response));
  inner.listen(0, '127.0.0.1');
  await once(inner, 'listening');

  async function respond(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = message;
    const sent = await textOf(message);
    // The look-alike judges every request; if it lets an admin in, the change is made here.
    const judged = await forwarded(portOf(inner), message, sent);
    const pattern = new RegExp(`^/api/v1/apps/${clientId}/credentials/jwks(.*)$`);
    const [, rest] = pattern.exec(url) ?? [];
    const answer =
      rest === undefined || judged.status >= 300 ? judged : await adminAnswer(method, rest, sent);
    const { 'content-length': _, ...headers } = judged.headers;
    response.writeHead(answer.status, headers).end(answer.body);
  }

  const { authority, certificate, key } = await loopbackCertificate([host]);
  const server = createServer({ key, cert: certificate }, (message, response) => {
    respond(message, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  return {
    /** Lets curl find the org under its name, and trust it. */
    curlHome: curlHome(folder, host, port, authority),
    close: () => {
      for (const each of [server, inner]) {
        each.close();
        each.closeAllConnections();
      }
    },
  };
}

function portOf(server: Pick<Server, 'address'>): number {
  return (server.address() as AddressInfo).port;
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Sends a request on as it came. */
async function forwarded(
  port: number,
  { method, url, headers }: IncomingMessage,
  body: string,
): Promise<Answered & { readonly headers: IncomingMessage['headers'] }> {
  const message = request({
    host: '127.0.0.1',
    port,
    ...(method === undefined ? {} : { method }),
    ...(url === undefined ? {} : { path: url }),
    headers,
  });
  message.end(body);
  const [response] = (await once(message, 'response')) as [IncomingMessage];
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await textOf(response),
  };
}
