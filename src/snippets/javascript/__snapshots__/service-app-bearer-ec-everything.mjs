// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { SignJWT } from 'jose';

const tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const clientId = '0oaexampleclientid00';
const keyId = 'example-key-id';
const scope = 'okta.groups.read';

// What to do about an error: the first of these codes that Okta mentions applies.
const errorHints = [
  ['invalid_client', 'Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.'],
  ['invalid_scope', 'Check the names of the scopes: request at least one, and only okta.* scopes.'],
  ['consent_required', 'Have a super admin grant the scopes to the app (Okta API Scopes tab).'],
  ['invalid_dpop_proof', 'The app requires DPoP: use the DPoP variant, or switch the requirement off in the app.'],
  ['insufficient_scope', 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.'],
  ['invalid_token', 'The access token has expired, or another server issued it.'],
  ['E0000006', 'The scope is there but the permission is not: give the app an admin role that allows this.'],
  ['E0000005', 'No usable Authorization header reached Okta.'],
  ['E0000047', 'The rate limit is still used up: try again later, or make fewer calls.'],
];

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
if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
  console.error(keyFile + ' ' + 'contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem');
  process.exit(1);
}

// Makes a request, and repeats it after the rate limit resets, at most five times.
async function send(url, newRequest) {
  for (let waits = 0; ; waits += 1) {
    const response = await fetch(url, await newRequest());
    const text = await response.text();
    if (response.status !== 429 || waits === 5) return { response, text };
    const delay = Number(response.headers.get('x-rate-limit-reset')) * 1000 - Date.now();
    await sleep(Math.min(Math.max(delay || 0, 1000), 60_000));
  }
}

// Okta describes an error in a header, in the body, or in both.
function description({ response, text }) {
  const challenge = response.headers.get('www-authenticate');
  return challenge ? `WWW-Authenticate: ${challenge}\n${text}` : text;
}

function oktaError(answer) {
  const said = description(answer);
  const [, hint] = errorHints.find(([code]) => said.includes(code)) ?? [];
  const ahead = Math.round((Date.now() - Date.parse(answer.response.headers.get('date') ?? '')) / 1000);
  const clock = said.includes('future') ? `\nYour clock is ${ahead} seconds ahead of Okta's.` : '';
  return new Error(`HTTP status ${answer.response.status}\n${said}\n${hint ?? ''}${clock}`);
}

// Every attempt needs a fresh assertion: the server accepts each only once.
function requestToken() {
  return send(tokenUrl, async () => {
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: keyId })
      .setAudience(tokenUrl)
      .setIssuer(clientId)
      .setSubject(clientId)
      .setJti(randomUUID())
      .setExpirationTime('5 minutes')
      .sign(privateKey);
    return {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
    };
  });
}

let accessToken;
let renewAt = 0;
async function renewAccessToken() {
  const answer = await requestToken();
  if (!answer.response.ok) throw oktaError(answer);
  const { access_token, expires_in } = JSON.parse(answer.text);
  accessToken = access_token;
  renewAt = Date.now() + (expires_in - 60) * 1000;
}

function callApi(url) {
  return send(url, async () => {
    if (Date.now() >= renewAt) await renewAccessToken();
    return {
      headers: { accept: 'application/json', authorization: 'Bearer ' + accessToken },
    };
  });
}

// The next page that Okta names must be in the same org: the token goes nowhere else.
const origin = new URL(apiUrl).origin + '/';
let url = apiUrl;
while (url) {
  let answer = await callApi(url);
  if (answer.response.status === 401 && description(answer).includes('invalid_token')) {
    renewAt = 0;
    answer = await callApi(url);
  }
  if (!answer.response.ok) throw oktaError(answer);
  console.log(answer.text);
  url = answer.response.headers.get('link')?.match(/<([^>]*)>; *rel="next"/)?.[1];
  if (url && !url.startsWith(origin)) throw new Error(`The next page is not in this org: ${url}`);
}
