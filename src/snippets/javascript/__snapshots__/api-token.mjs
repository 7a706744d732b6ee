// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

const apiToken = process.env.OKTA_API_TOKEN;
if (!apiToken) {
  throw new Error('Set OKTA_API_TOKEN to the API token.');
}

const response = await fetch('https://integrator-1234567.okta.com/api/v1/groups?limit=10', {
  headers: { accept: 'application/json', authorization: 'SSWS ' + apiToken },
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
console.log(await response.text());
