import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { importPKCS8, SignJWT } from 'jose';

const tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const clientId = '0oaexampleclientid00';
const keyId = 'example-key-id';
const scope = 'okta.groups.read';

const keyFile = process.env.OKTA_PRIVATE_KEY_FILE;
if (!keyFile) {
  throw new Error('Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).');
}
const privateKey = await importPKCS8(await readFile(keyFile, 'utf8'), 'ES256');

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
