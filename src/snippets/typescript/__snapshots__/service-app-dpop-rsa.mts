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

const client = new Client({
  orgUrl,
  authorizationMode: 'PrivateKey',
  clientId,
  scopes,
  keyId,
  privateKey: await readFile(keyFile, 'utf8'),
  cacheMiddleware: null, // The cache of the SDK gets stuck on large answers.
});

// The SDK takes an error of the token endpoint for a token: look at it before the call.
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
