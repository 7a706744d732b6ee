// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { Client, DefaultRequestExecutor } from '@okta/okta-sdk-nodejs';

const orgUrl = 'https://integrator-1234567.okta.com';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';

// What to do about an error: the first of these codes that Okta mentions applies.
const errorHints = [
  ['E0000011', 'The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.'],
  ['E0000006', 'The owner of the API token lacks the admin role for this: the token has the rights of its owner.'],
  ['E0000005', 'No usable Authorization header reached Okta.'],
  ['E0000047', 'The rate limit is still used up: try again later, or make fewer calls.'],
] as const;

const apiToken = process.env.OKTA_API_TOKEN;
if (!apiToken) {
  throw new Error('Set OKTA_API_TOKEN to the API token.');
}

type OktaResponse = Awaited<ReturnType<DefaultRequestExecutor['fetch']>>;

class OktaError extends Error {
  constructor(response: OktaResponse, body: string) {
    const challenge = response.headers.get('www-authenticate');
    const said = challenge ? `WWW-Authenticate: ${challenge}\n${body}` : body;
    const [, hint] = errorHints.find(([code]) => said.includes(code)) ?? [];
    super(`HTTP status ${response.status}\n${said}\n${hint ?? ''}`);
  }
}

class OktaExecutor extends DefaultRequestExecutor {
  override async fetch(request: Parameters<DefaultRequestExecutor['fetch']>[0]) {
    const response = await super.fetch(request);
    if (!response.ok) throw new OktaError(response, await response.text());
    return response;
  }
}

const client = new Client({
  orgUrl,
  token: apiToken,
  cacheMiddleware: null, // The SDK’s cache hangs on large responses.
  // Waits until the rate limit resets, at most five times.
  requestExecutor: new OktaExecutor({ maxRetries: 5, requestTimeout: 0 }),
});

function callApi(url: string) {
  return client.http.http(url, {
    method: 'GET',
    headers: { Accept: 'application/json' },
  });
}

// The next page that Okta names must be in the same org: the token goes nowhere else.
let url: string | undefined = apiUrl;
while (url) {
  const response = await callApi(url);
  console.log(await response.text());
  url = response.headers.get('link')?.match(/<([^>]*)>; *rel="next"/)?.[1];
  if (url && !url.startsWith(`${orgUrl}/`)) throw new Error(`The next page is not in this org: ${url}`);
}
