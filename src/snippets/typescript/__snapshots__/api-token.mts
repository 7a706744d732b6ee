// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { Client } from '@okta/okta-sdk-nodejs';

const orgUrl = 'https://integrator-1234567.okta.com';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';

const apiToken = process.env.OKTA_API_TOKEN;
if (!apiToken) {
  throw new Error('Set OKTA_API_TOKEN to the API token.');
}

const client = new Client({
  orgUrl,
  token: apiToken,
  cacheMiddleware: null, // The SDK’s cache hangs on large responses.
});

const response = await client.http.http(apiUrl, {
  method: 'GET',
  headers: { Accept: 'application/json' },
});
console.log(await response.text());
