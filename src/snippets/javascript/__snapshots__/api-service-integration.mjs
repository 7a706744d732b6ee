// Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1, with Node.js 24 or newer: older versions bypass the proxy.

const tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const clientId = '0oaexampleclientid00';
const scope = 'okta.groups.read';

const clientSecret = process.env.OKTA_CLIENT_SECRET;
if (!clientSecret) {
  throw new Error('Set OKTA_CLIENT_SECRET to the client secret of the integration.');
}

const tokenResponse = await fetch(tokenUrl, {
  method: 'POST',
  headers: {
    accept: 'application/json',
    authorization: 'Basic ' + Buffer.from(clientId + ':' + clientSecret).toString('base64'),
  },
  body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
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
