// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, RequestExecutor } from '@okta/okta-sdk-nodejs';

const orgUrl = 'https://integrator-1234567.okta.com';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const clientId = '0oaexampleclientid00';
const keyId = 'example-key-id';
const scopes = ['okta.groups.read'];

// What to do about an error: the first of these codes that Okta mentions applies.
const errorHints = [
  ['invalid_client', 'Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.'],
  ['invalid_scope', 'Check the names of the scopes: request at least one, and only okta.* scopes.'],
  ['consent_required', 'Have a super admin grant the scopes to the app (Okta API Scopes tab).'],
  ['invalid_dpop_proof', 'Check the clock: a proof is good for five minutes and for one request.'],
  ['insufficient_scope', 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.'],
  ['invalid_token', 'The access token has expired, or another server issued it.'],
  ['E0000006', 'The scope is there but the permission is not: give the app an admin role that allows this.'],
  ['E0000005', 'No usable Authorization header reached Okta.'],
  ['E0000047', 'The rate limit is still used up: try again later, or make fewer calls.'],
] as const;

const keyFile = process.env.OKTA_PRIVATE_KEY_FILE;
if (!keyFile) {
  throw new Error('Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).');
}
const pem = await readFile(keyFile, 'utf8');
let privateKey;
try {
  privateKey = createPrivateKey(pem.replace('\uFEFF', ''));
} catch {
  const found = /-----BEGIN (.+?)-----/.exec(pem)?.[1] ?? 'no PEM';
  console.error(`Found ${found} in ${keyFile}, ` + 'and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p \'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })\' > okta-private-key.pem');
  process.exit(1);
}
if (privateKey.asymmetricKeyType !== 'rsa') {
  console.error(keyFile + ' ' + 'contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem');
  process.exit(1);
}

type OktaResponse = Awaited<ReturnType<RequestExecutor['fetch']>>;

class OktaError extends Error {
  // Not named status: the SDK repeats whatever fails with status 401.
  readonly httpStatus: number;
  readonly rateLimitReset: number;

  constructor(response: OktaResponse, body: string) {
    const challenge = response.headers.get('www-authenticate');
    const said = challenge ? `WWW-Authenticate: ${challenge}\n${body}` : body;
    const [, hint] = errorHints.find(([code]) => said.includes(code)) ?? [];
    const ahead = Math.round((Date.now() - Date.parse(response.headers.get('date') ?? '')) / 1000);
    const clock = said.includes('future') ? `\nYour clock is ${ahead} seconds ahead of Okta's.` : '';
    super(`HTTP status ${response.status}\n${said}\n${hint ?? ''}${clock}`);
    this.httpStatus = response.status;
    this.rateLimitReset = Number(response.headers.get('x-rate-limit-reset'));
  }
}

// Throws every error: the SDK mistakes an error from the token endpoint for a token.
class OktaExecutor extends RequestExecutor {
  override async fetch(request: Parameters<RequestExecutor['fetch']>[0]) {
    const response = await super.fetch(request);
    if (response.ok) return response;
    const body = await response.text();
    if (!response.headers.has('dpop-nonce') || !body.includes('use_dpop_nonce')) {
      throw new OktaError(response, body);
    }
    // The SDK sends the request again, with the nonce.
    return Object.assign(response, { json: async () => JSON.parse(body) });
  }
}

const client = new Client({
  orgUrl,
  authorizationMode: 'PrivateKey',
  clientId,
  scopes,
  keyId,
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  cacheMiddleware: null, // The SDK’s cache hangs on large responses.
  requestExecutor: new OktaExecutor(),
});

let renewAt = 0;
async function callApi(url: string) {
  let waits = 0;
  let renewed = false;
  for (;;) {
    try {
      if (Date.now() >= renewAt) {
        client.oauth.clearCachedAccessToken();
        const { expires_in } = await client.oauth.getAccessToken();
        renewAt = Date.now() + (expires_in - 60) * 1000;
      }
      return await client.http.http(url, {
        method: 'GET',
        headers: { Accept: 'application/json' },
      });
    } catch (error) {
      if (!(error instanceof OktaError)) throw error;
      if (error.httpStatus === 401 && error.message.includes('invalid_token') && !renewed) {
        renewed = true;
        renewAt = 0;
      } else if (error.httpStatus === 429 && waits < 5) {
        // A new request has a new proof: Okta accepts each only once.
        waits += 1;
        const delay = error.rateLimitReset * 1000 - Date.now();
        await sleep(Math.min(Math.max(delay || 0, 1000), 60_000));
      } else {
        throw error;
      }
    }
  }
}

// The next page that Okta names must be in the same org: the token goes nowhere else.
let url: string | undefined = apiUrl;
while (url) {
  const response = await callApi(url);
  console.log(await response.text());
  url = response.headers.get('link')?.match(/<([^>]*)>; *rel="next"/)?.[1];
  if (url && !url.startsWith(`${orgUrl}/`)) throw new Error(`The next page is not in this org: ${url}`);
}
