// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client } from '@okta/okta-sdk-nodejs';

const orgUrl = 'https://integrator-1234567.okta.com';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const clientId = '0oaexampleclientid00';
const keyId = 'example-key-id';
const scopes = ['okta.groups.read'];

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

const client = new Client({
  orgUrl,
  authorizationMode: 'PrivateKey',
  clientId,
  scopes,
  keyId,
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  cacheMiddleware: null, // The SDK’s cache hangs on large responses.
});

// The SDK mistakes an error from the token endpoint for a token: check it before the call.
let status = 0;
client.requestExecutor.on('response', (response) => {
  status = response.status;
});
const token = await client.oauth.getAccessToken();
if (!token.access_token) throw new Error(`${status} ${JSON.stringify(token)}`);

const response = await client.http.http(apiUrl, {
  method: 'GET',
  headers: { Accept: 'application/json' },
});
console.log(await response.text());
