import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';

import { defaultValues, type RequestValues } from '#snippets/values.ts';
import { algorithmOf, type KeyType } from '#snippets/form.ts';

import { type Credentials, newCredentials } from '../execution/credentials.ts';
import { assertionDifferences, checkProof } from '../execution/jwtChecks.ts';
import { loopbackCertificate } from '../lookalike/certificate.ts';
import { freePort } from '../lookalike/lookalikeCommand.ts';
import { lookalikeOrg } from '../lookalike/org.ts';
import type { ArrivedRequest, OrgClient } from '../lookalike/orgSettings.ts';

/** The clients of the org by what they are for. */
export const clientIds = {
  bearer: '0oacollectionbearer0',
  dpop: '0oacollectiondpop000',
  integration: '0oacollectionoin0000',
} as const;

/** The key ids; that of the EC key would break out of careless quoting, and begins a variable. */
const keyIds: Readonly<Record<KeyType, string>> = {
  RSA: 'example-key-id',
  EC: 'it\'s "${x}" `\\` {{OKTA_ACCESS_TOKEN}} </script> \u2028 ü鍵',
};

const grantedScopes = ['okta.groups.read'];

/** Starts a look-alike org for the collections, and returns what is needed to send it requests. */
export async function startCollectionOrg(folder: string) {
  const { authority, certificate, key } = await loopbackCertificate(['localhost', '127.0.0.1']);
  const authorityFile = path.join(folder, 'authority.pem');
  writeFileSync(authorityFile, authority);
  const credentials = await newCredentials(path.join(folder, 'keys'), certificate);
  const port = await freePort();
  const publicKeys = (['RSA', 'EC'] as const).map((type) =>
    Object.assign({ kid: keyIds[type] }, credentials.keys[type].publicKey),
  );
  const serviceApp: Pick<
    OrgClient,
    'authentication' | 'publicKeys' | 'grantedScopes' | 'hasAdminRole'
  > = {
    authentication: 'private_key_jwt',
    publicKeys,
    grantedScopes,
    hasAdminRole: true,
  };
  const org = await lookalikeOrg({
    host: `localhost:${port}`,
    clients: [
      { ...serviceApp, clientId: clientIds.bearer, dpop: 'optional' },
      { ...serviceApp, clientId: clientIds.dpop, dpop: 'required' },
      {
        clientId: clientIds.integration,
        clientSecret: credentials.clientSecret,
        authentication: 'client_secret_basic',
        publicKeys: [],
        dpop: 'optional',
        grantedScopes,
        hasAdminRole: true,
      },
    ],
    apiTokens: [{ token: credentials.apiToken, state: 'active', hasAdminRole: true }],
    operations: [{ method: 'GET', path: '/api/v1/groups', scopes: grantedScopes }],
  });
  const server = createServer({ cert: certificate, key }, org.listener).listen(port, 'localhost');
  await once(server, 'listening');
  return {
    authorityFile,
    credentials,
    org,
    /** What a person types. */
    valuesFor: (clientId: string, keyType: KeyType): RequestValues => ({
      ...defaultValues,
      orgDomain: `localhost:${port}`,
      clientId,
      keyId: keyIds[keyType],
      scopes: grantedScopes,
    }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export type CollectionOrg = Awaited<ReturnType<typeof startCollectionOrg>>;

/** What is wrong with the signatures of requests that have arrived, in words. */
export async function signatureDifferences(
  arrived: readonly ArrivedRequest[],
  values: RequestValues,
  keyType: KeyType,
  { keys }: Credentials,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const thumbprints = new Set<string>();
  const nonces: string[] = [];
  const differences: string[] = [];
  const origin = `https://${values.orgDomain}`;
  for (const { at, method, target, headers, body, answer } of arrived) {
    const assertion = new URLSearchParams(body).get('client_assertion');
    if (assertion !== null) {
      const intended = {
        algorithm: algorithmOf(keyType),
        keyId: values.keyId,
        clientId: values.clientId,
        tokenUrl: `${origin}/oauth2/v1/token`,
        publicKey: keys[keyType].publicKey,
        at,
      };
      differences.push(...(await assertionDifferences(assertion, intended, seen)));
    }
    const proof = headerOf(headers, 'dpop');
    if (proof !== undefined) {
      const [place = ''] = target.split('?');
      const accessToken = headerOf(headers, 'authorization')?.replace('DPoP ', '');
      const intended = { method, url: `${origin}${place}`, accessToken, at };
      // The API asks for no nonce.
      const wanted = accessToken === undefined ? nonces : [];
      const checked = await checkProof(proof, { ...intended, nonces: wanted }, seen);
      differences.push(...checked.differences);
      thumbprints.add(checked.thumbprint);
    }
    const nonce = answer.headers['dpop-nonce'];
    if (typeof nonce === 'string') nonces.push(nonce);
  }
  if (thumbprints.size > 1) differences.push('the proofs have more than one key');
  return differences;
}

function headerOf(
  headers: readonly (readonly [string, string])[],
  wanted: string,
): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** A request and its response in a line: `POST /oauth2/v1/token DPoP 400`. */
export function lineOf({ method, target, headers, answer }: ArrivedRequest): string {
  const scheme = headerOf(headers, 'authorization')?.split(' ')[0];
  const proof = headerOf(headers, 'dpop') === undefined ? undefined : 'proof';
  return [method, target, scheme, proof, answer.status]
    .filter((part) => part !== undefined)
    .join(' ');
}
