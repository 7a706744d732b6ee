// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

import { setTimeout as sleep } from 'node:timers/promises';

const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';

// What to do about an error: the first of these codes that Okta mentions applies.
const errorHints = [
  ['E0000011', 'The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.'],
  ['E0000006', 'The owner of the API token lacks the admin role for this: the token has the rights of its owner.'],
  ['E0000005', 'No usable Authorization header reached Okta.'],
  ['E0000047', 'The rate limit is still used up: try again later, or make fewer calls.'],
];

const apiToken = process.env.OKTA_API_TOKEN;
if (!apiToken) {
  throw new Error('Set OKTA_API_TOKEN to the API token.');
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

function callApi(url) {
  return send(url, async () => {
    return {
      headers: { accept: 'application/json', authorization: 'SSWS ' + apiToken },
    };
  });
}

// The next page that Okta names must be in the same org: the token goes nowhere else.
const origin = new URL(apiUrl).origin + '/';
let url = apiUrl;
while (url) {
  const answer = await callApi(url);
  if (!answer.response.ok) throw oktaError(answer);
  console.log(answer.text);
  url = answer.response.headers.get('link')?.match(/<([^>]*)>; *rel="next"/)?.[1];
  if (url && !url.startsWith(origin)) throw new Error(`The next page is not in this org: ${url}`);
}
