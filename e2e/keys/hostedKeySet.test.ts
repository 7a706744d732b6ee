import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { exportJWK, generateKeyPair } from 'jose';
import { afterAll, expect, test } from 'vitest';

import { signatureAlgorithms } from '#org/signatureAlgorithms.ts';
import type { KeyType } from '#snippets/form.ts';
import { keyPairSteps } from '#snippets/keyPair.ts';
import { keySetFileName, privateKeyFileName } from '#snippets/keys/keyFiles.ts';
import { keySetCheck, keySetCommand, keySetHeaders } from '#snippets/keys/keySet.ts';

import { curlHome } from '../curlHome.ts';
import { loopbackCertificate } from '../lookalike/certificate.ts';
import { memoryAdapter } from '../lookalike/memoryAdapter.ts';
import { importServer } from '../lookalike/oidcProvider.ts';
import { host } from './orgWithKeyAdmin.ts';
import { type Ended, programOf, runBash } from './programs.ts';

// The look-alike org accepts no JWKS URL, so the certified server behind it is used here by itself.

const clientId = '0oahostedkeyset00000';
const keyHost = 'keys.example.com';
const keyUrl = `https://${keyHost}/${keySetFileName}`;

const folder = mkdtempSync(path.join(tmpdir(), 'hosted-key-set-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { authority, certificate, key } = await loopbackCertificate([host, keyHost]);

async function listening(
  listener: (message: IncomingMessage, response: ServerResponse) => void,
): Promise<number> {
  const server = createServer({ key, cert: certificate }, listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** Makes a key pair with the guide’s commands, its public half in a file, and returns a program with it. */
async function pairOf(keyType: KeyType, keyId: string) {
  const own = path.join(folder, keyId);
  mkdirSync(own);
  const commands = keyPairSteps('bash', keyType, keyId).map(({ command }) => command);
  const { code, output, said } = await runBash(commands.slice(0, 2).join(''), own, {});
  expect(code, said).toBe(0);
  const file = `${keyId}.jwk`;
  writeFileSync(path.join(folder, file), output);
  return {
    file,
    run: (home: string): Promise<Ended> =>
      runBash(programOf(keyType, keyId, clientId), folder, {
        CURL_HOME: home,
        OKTA_PRIVATE_KEY_FILE: path.join(own, privateKeyFileName),
      }),
  };
}

const first = await pairOf('RSA', 'first-key');
const second = await pairOf('EC', 'second-key');

/** Makes the file again with the guide’s command. */
async function publish(...files: readonly string[]): Promise<void> {
  const { code, said } = await runBash(keySetCommand('bash', files), folder, {});
  expect(code, said).toBe(0);
}

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const tokenKey = { ...(await exportJWK(privateKey)), kid: 'tokens', alg: 'RS256', use: 'sig' };

let fetches = 0;
const keyPort = await listening((message, response) => {
  fetches += 1;
  if (message.url !== `/${keySetFileName}`) response.writeHead(404).end();
  else response.writeHead(200, keySetHeaders).end(readFileSync(path.join(folder, keySetFileName)));
});

/** What the server fetches with: it finds the host of the JWKS on this computer, and trusts it. */
async function fetchKeySet(url: string | URL | Request): Promise<Response> {
  const { hostname, pathname } = new URL(url instanceof Request ? url.url : url);
  const message = request({
    host: '127.0.0.1',
    port: hostname === keyHost ? keyPort : 1,
    servername: hostname,
    ca: authority,
    path: pathname,
  }).end();
  const [response] = (await once(message, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  const { 'content-type': type = '', 'cache-control': cache = '' } = response.headers;
  return new Response(Buffer.concat(chunks), {
    status: response.statusCode ?? 0,
    headers: { 'content-type': type, 'cache-control': cache },
  });
}

/** Starts a certified OAuth server that has fetched nothing yet, with an app whose keys are at that URL. */
async function startServer(jwksUri = keyUrl): Promise<string> {
  const { Provider } = await importServer();
  const provider = new Provider(`https://${host}`, {
    adapter: memoryAdapter(),
    jwks: { keys: [tokenKey] },
    ttl: { ClientCredentials: 3600 },
    clients: [
      {
        client_id: clientId,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks_uri: jwksUri,
      },
    ],
    scopes: ['okta.groups.read'],
    routes: { token: '/oauth2/v1/token' },
    features: { devInteractions: { enabled: false }, clientCredentials: { enabled: true } },
    enabledJWA: { clientAuthSigningAlgValues: signatureAlgorithms },
    clientAuthMethods: ['private_key_jwt'],
    fetch: fetchKeySet,
  });
  const callback = provider.callback();
  const port = await listening((message, response) => {
    if (message.url?.startsWith('/api/') === true) response.end('[{"id":"00g1"}]');
    else void callback(message, response);
  });
  return curlHome(folder, host, port, authority);
}

/** What becomes of a program with this key: it lists the groups, or is refused with an error of OAuth. */
async function outcomeOf({ run }: typeof first, home: string): Promise<string> {
  const { code, said } = await run(home);
  if (code === 0) return said.includes('00g1') ? 'groups' : said;
  return /"error" ?: ?"(\w+)"/.exec(said)?.[1] ?? said;
}

test('a server verifies by the hosted file what the programs sign, and by its headers fetches it once', async () => {
  await publish(first.file, second.file);
  const home = await startServer();
  fetches = 0;
  expect(await outcomeOf(first, home)).toBe('groups');
  expect(await outcomeOf(second, home)).toBe('groups');
  expect(fetches).toBe(1);
}, 60_000);

test('the key changes in the file alone, and the program gets its token at every step', async () => {
  const outcomes: (readonly string[])[] = [];
  for (const files of [[first.file], [first.file, second.file], [second.file]]) {
    // One after the other: it is one file.
    // oxlint-disable no-await-in-loop
    await publish(...files);
    const home = await startServer();
    outcomes.push([await outcomeOf(first, home), await outcomeOf(second, home)]);
    // oxlint-enable no-await-in-loop
  }
  expect(outcomes).toEqual([
    ['groups', 'invalid_client'],
    ['groups', 'groups'],
    ['invalid_client', 'groups'],
  ]);
}, 60_000);

test('without the file there is no token', async () => {
  const home = await startServer(`https://${keyHost}/elsewhere.json`);
  fetches = 0;
  expect(await outcomeOf(first, home)).toBe('invalid_client');
  expect(fetches).toBe(1);
}, 60_000);

test('the check names the keys of the file, and fails where there is none', async () => {
  await publish(first.file, second.file);
  const environment = { CURL_HOME: curlHome(folder, keyHost, keyPort, authority) };
  expect(await runBash(keySetCheck(keyUrl), folder, environment)).toMatchObject({
    code: 0,
    output: 'first-key\nsecond-key\n',
  });
  const missing = await runBash(
    `set -o pipefail\n${keySetCheck(`https://${keyHost}/elsewhere.json`)}`,
    folder,
    environment,
  );
  expect(missing.code).not.toBe(0);
  expect(missing.said).toContain('404');
}, 60_000);
