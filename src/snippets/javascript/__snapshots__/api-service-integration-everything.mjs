// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { setTimeout as sleep } from 'node:timers/promises';

const tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const clientId = '0oaexampleclientid00';
const scope = 'okta.groups.read';

// What to do about an error: the first of these codes that Okta mentions applies.
const errorHints = [
  ['invalid_client', 'Compare the org domain, the client ID and the client secret with the integration in Okta.'],
  ['invalid_scope', 'Check the names of the scopes: request at least one, and only okta.* scopes.'],
  ['consent_required', 'Request only scopes that the integration is registered with.'],
  ['insufficient_scope', 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.'],
  ['invalid_token', 'The access token has expired, or another server issued it.'],
  ['E0000006', 'The scope is there but the permission is not: check the admin role of the integration.'],
  ['E0000005', 'No usable Authorization header reached Okta.'],
  ['E0000047', 'The rate limit is still used up: try again later, or make fewer calls.'],
];

const clientSecret = process.env.OKTA_CLIENT_SECRET;
if (!clientSecret) {
  throw new Error('Set OKTA_CLIENT_SECRET to the client secret of the integration.');
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
  return new Error(`HTTP status ${answer.response.status}\n${said}\n${hint ?? ''}`);
}

function requestToken() {
  return send(tokenUrl, async () => {
    const basic = Buffer.from(clientId + ':' + clientSecret).toString('base64');
    return {
      method: 'POST',
      headers: { accept: 'application/json', authorization: 'Basic ' + basic },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
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
