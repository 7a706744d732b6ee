// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';

const tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const clientId = '0oaexampleclientid00';
const keyId = 'example-key-id';
const scope = 'okta.groups.read';

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

const assertion = await new SignJWT()
  .setProtectedHeader({ alg: 'ES256', kid: keyId })
  .setAudience(tokenUrl)
  .setIssuer(clientId)
  .setSubject(clientId)
  .setJti(randomUUID())
  .setExpirationTime('5 minutes')
  .sign(privateKey);

const tokenResponse = await fetch(tokenUrl, {
  method: 'POST',
  headers: { accept: 'application/json' },
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    scope,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }),
});
if (!tokenResponse.ok) throw new Error(`${tokenResponse.status} ${await tokenResponse.text()}`);
const { access_token: accessToken } = await tokenResponse.json();

const response = await fetch(apiUrl, {
  headers: { accept: 'application/json', authorization: 'Bearer ' + accessToken },
});
if (!response.ok) {
  const challenge = response.headers.get('www-authenticate') ?? response.statusText;
  throw new Error(`${response.status} ${challenge}\n${await response.text()}`);
}
console.log(await response.text());
