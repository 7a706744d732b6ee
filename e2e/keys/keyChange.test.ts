import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { generateKeyPair, importPKCS8, type JWK, SignJWT } from 'jose';
import { afterAll, expect, onTestFinished, test } from 'vitest';

import { adminRefusals } from '#org/admin.ts';
import { oauthErrors } from '#org/oauthErrors.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { keyPairSteps } from '#snippets/keyPair.ts';
import { keyChangeScope, keyChangeScript } from '#snippets/keys/keyChange.ts';
import { privateKeyFileName, publicJwkFileName } from '#snippets/keys/keyFiles.ts';

import { adminClientId, clientId, host, orgWithKeyAdmin } from './orgWithKeyAdmin.ts';
import { type Ended, programOf, runBash } from './programs.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'key-change-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Pair {
  readonly publicJwk: JWK;
  readonly privateKeyFile: string;
  /** The guide’s program with this key. */
  readonly program: string;
}

/** Makes a key pair with the guide’s commands, in a folder of its own. */
async function pairOf(keyId: string): Promise<Pair> {
  const own = path.join(folder, keyId);
  mkdirSync(own);
  const commands = keyPairSteps('bash', 'RSA', keyId).map(({ command }) => command);
  const { code, output, said } = await runBash(commands.slice(0, 2).join(''), own, {});
  expect(code, said).toBe(0);
  writeFileSync(path.join(own, publicJwkFileName), output);
  return {
    publicJwk: JSON.parse(output) as JWK,
    privateKeyFile: path.join(own, privateKeyFileName),
    program: programOf('RSA', keyId, clientId),
  };
}

const [first, second] = [await pairOf('first-key'), await pairOf('second-key')];
const tokenKeys = await generateKeyPair('RS256', { extractable: true });

/** Starts an org whose app has the first key and these, with an admin at the guide’s script. */
async function startOrg(...others: readonly JWK[]) {
  const org = await orgWithKeyAdmin(folder, first.publicJwk, others, tokenKeys);
  onTestFinished(org.close);
  const home = { CURL_HOME: org.curlHome };

  /** Requests a token with an assertion by the first key. */
  async function requestToken(client: string, scope: string, header: { readonly kid?: string }) {
    const key = await importPKCS8(readFileSync(first.privateKeyFile, 'utf8'), 'RS256');
    const assertion = await new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', ...header })
      .setIssuer(client)
      .setSubject(client)
      .setAudience(`https://${host}/oauth2/v1/token`)
      .setExpirationTime('5m')
      .sign(key);
    const parameters = {
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    };
    const { output } = await runBash(
      `curl --silent --data '${new URLSearchParams(parameters)}' 'https://${host}/oauth2/v1/token'`,
      folder,
      home,
    );
    return JSON.parse(output) as Readonly<Record<string, string>>;
  }

  const { access_token: adminToken = '' } = await requestToken(adminClientId, keyChangeScope, {
    kid: 'first-key',
  });

  const runScript = (args: readonly string[], accessToken = adminToken): Promise<Ended> =>
    runBash(
      keyChangeScript(),
      folder,
      {
        ...home,
        OKTA_ACCESS_TOKEN: accessToken,
        OKTA_APP_ID: clientId,
        OKTA_ORG_DOMAIN: host,
      },
      args,
    );

  /** Runs the script, which must succeed. */
  async function changeKey(...args: readonly string[]): Promise<string> {
    const { code, output, said } = await runScript(args);
    expect(code, said).toBe(0);
    return output;
  }

  const runProgram = ({ program, privateKeyFile }: Pair): Promise<Ended> =>
    runBash(program, folder, { ...home, OKTA_PRIVATE_KEY_FILE: privateKeyFile });

  return {
    requestToken,
    runScript,
    changeKey,
    /** The keys as the script lists them, each with its status. */
    listed: async (): Promise<readonly string[]> =>
      (await changeKey('list'))
        .trim()
        .split('\n')
        .map((line) => line.split('\t').slice(0, 2).join(' ')),
    /** The program with this key gets its token, and its groups. */
    works: async (pair: Pair): Promise<void> => {
      const { code, output, said } = await runProgram(pair);
      expect(code, said).toBe(0);
      expect(JSON.parse(output.slice(output.indexOf('[')))).not.toEqual([]);
    },
    /** The program with this key gets no token; returns what it says. */
    isRefused: async (pair: Pair): Promise<string> => {
      const { code, said } = await runProgram(pair);
      expect(code).not.toBe(0);
      return said;
    },
  };
}

const kidIsInvalid = oauthErrors.client_assertion_invalid_kid.description;

test('from the first key to the second, the program gets its token at every step', async () => {
  const { changeKey, listed, works, isRefused } = await startOrg();
  await works(first);
  expect(await listed()).toEqual(['first-key ACTIVE']);
  expect(await isRefused(second)).toContain(kidIsInvalid);

  await changeKey('add', path.join('second-key', publicJwkFileName));
  expect(await listed()).toEqual(['first-key ACTIVE', 'second-key ACTIVE']);
  await works(first);
  await works(second);

  await changeKey('deactivate', 'first-key');
  expect(await listed()).toEqual(['first-key INACTIVE', 'second-key ACTIVE']);
  await works(second);
  await isRefused(first);

  // The way back, if something still uses the first key.
  await changeKey('activate', 'first-key');
  await works(first);
  await works(second);

  await changeKey('deactivate', 'first-key');
  await changeKey('delete', 'first-key');
  expect(await listed()).toEqual(['second-key ACTIVE']);
  await works(second);
  expect(await isRefused(first)).toContain('The client_assertion JWT kid is invalid.');
}, 120_000);

test('an assertion without kid is taken while there is one key, and refused once there are two', async () => {
  const { changeKey, requestToken } = await startOrg();
  expect(await requestToken(clientId, 'okta.groups.read', {})).toHaveProperty('access_token');
  await changeKey('add', path.join('second-key', publicJwkFileName));
  expect(await requestToken(clientId, 'okta.groups.read', {})).toEqual({
    error: 'invalid_client',
    error_description: kidIsInvalid,
  });
}, 60_000);

test('in the wrong order no key goes: an active one is not deleted, nor the last one deactivated', async () => {
  const { runScript, changeKey, listed, works } = await startOrg(second.publicJwk);
  const deleted = await runScript(['delete', 'first-key']);
  expect(deleted.code).not.toBe(0);
  expect(deleted.said).toContain('E0000001');
  expect(await listed()).toEqual(['first-key ACTIVE', 'second-key ACTIVE']);

  await changeKey('deactivate', 'second-key');
  const deactivated = await runScript(['deactivate', 'first-key']);
  expect(deactivated.code).not.toBe(0);
  expect(deactivated.said).toContain(adminRefusals.onlyKey);
  expect(await listed()).toEqual(['first-key ACTIVE', 'second-key INACTIVE']);
  await works(first);
}, 60_000);

test('the script adds no private key, and says what is missing, unknown or forbidden', async () => {
  const { runScript, listed, requestToken } = await startOrg();
  const privateJwk = { ...first.publicJwk, kid: 'another', d: 'AQ' };
  const refusedFiles = {
    'private.jwk': [privateJwk],
    'private-and-public.jwk': [privateJwk, second.publicJwk],
    'set.jwk': [{ kid: 'set', keys: [privateJwk] }],
    'primes.jwk': [{ ...first.publicJwk, p: 'AQ', q: 'AQ' }],
    'two.jwk': [first.publicJwk, second.publicJwk],
    'nothing.jwk': [],
  };
  for (const [name, jwks] of Object.entries(refusedFiles)) {
    writeFileSync(path.join(folder, name), jwks.map((jwk) => JSON.stringify(jwk)).join('\n'));
  }
  for (const [args, words] of [
    ...Object.keys(refusedFiles).map(
      (name) => [['add', name], 'one public JWK with a kid'] as const,
    ),
    [['add', 'no-such-file'], 'one public JWK with a kid'],
    [['deactivate', 'no-such-key'], 'The app has no key with this kid.'],
    [[], 'Usage: bash change-key.sh'],
    [['list', 'more'], 'Usage: bash change-key.sh'],
  ] as const) {
    const { code, said } = await runScript(args);
    expect(code).not.toBe(0);
    expect(said).toContain(words);
  }
  const unset = await runScript(['list'], '');
  expect(unset.code).not.toBe(0);
  expect(unset.said).toContain('OKTA_ACCESS_TOKEN');

  const { access_token: weaker = '' } = await requestToken(clientId, 'okta.groups.read', {});
  const forbidden = await runScript(['add', path.join('second-key', publicJwkFileName)], weaker);
  expect(forbidden.code).not.toBe(0);
  expect(forbidden.said).toContain('403');
  expect(await listed()).toEqual(['first-key ACTIVE']);
}, 60_000);

test('the catalogue names the scope of the script for everything that it changes', () => {
  const { operations } = oktaCatalogue;
  const ofKeys = operations.filter(({ path: template }) =>
    template.startsWith('/api/v1/apps/{appId}/credentials/jwks'),
  );
  const changing = ofKeys.filter(({ method }) => method !== 'GET');
  expect(changing.map(({ method, path: template }) => `${method} ${template}`).toSorted()).toEqual([
    'DELETE /api/v1/apps/{appId}/credentials/jwks/{keyId}',
    'POST /api/v1/apps/{appId}/credentials/jwks',
    'POST /api/v1/apps/{appId}/credentials/jwks/{keyId}/lifecycle/activate',
    'POST /api/v1/apps/{appId}/credentials/jwks/{keyId}/lifecycle/deactivate',
  ]);
  for (const { credentials } of changing) expect(credentials.scopeSets).toEqual([[keyChangeScope]]);
  expect(ofKeys).toHaveLength(changing.length + 2);
});
