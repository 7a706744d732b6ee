import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';

import { expect, test } from 'vitest';

import { freePort, startLookalike } from './lookalikeCommand.ts';

function statusOf(url: string, ca: string, authorization: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpsRequest(url, { ca, headers: { authorization }, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

test('the page gives what a request needs, requests are told, and nothing is left behind', async () => {
  const port = await freePort();
  const { child, said, until } = startLookalike('--port', String(port));
  await until(/each one that arrives gets a line here/);
  expect(said.text).toContain(`https://localhost:${port}`);
  expect(said.text).toContain('This is not Okta.');
  expect(said.text).toContain(
    `#v=1&client=0oaexampleclientid01&org=localhost%3A${port}&variant=bearer`,
  );
  const [, authority = ''] = await until(/export CURL_CA_BUNDLE='([^']+)'/);
  const [, apiToken = ''] = await until(/\$env:OKTA_API_TOKEN = '([^']+)'/);
  const url = `https://localhost:${port}/api/v1/groups?limit=1`;
  const ca = readFileSync(authority, 'utf8');
  expect(await statusOf(url, ca, `SSWS ${apiToken}`)).toBe(200);
  await until(/ {2}200 {2}GET \/api\/v1\/groups {2}SSWS\n/);
  expect(await statusOf(url, ca, 'SSWS wrong')).toBe(401);
  await until(/ {2}401 {2}GET \/api\/v1\/groups {2}SSWS {2}E0000011: Invalid token provided\n/);
  for (const [, file = ''] of said.text.matchAll(/export OKTA_PRIVATE_KEY_FILE='([^']+)'/g)) {
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  }

  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  expect(existsSync(path.dirname(authority))).toBe(false);
});

test('a port that is taken is said, and another one is asked for', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { child, said } = startLookalike('--port', String(port));
  const [code] = (await once(child, 'close')) as [number];
  server.close();
  expect(said.text).toBe(
    `lookalike: port ${port} is taken. Name another one: npm run lookalike -- --port 9443\n`,
  );
  expect(code).toBe(1);
});

test('an argument that cannot be used is said', async () => {
  const { child, said } = startLookalike('--port', '65536');
  const [code] = (await once(child, 'close')) as [number];
  expect(said.text).toContain('Usage: npm run lookalike');
  expect(code).toBe(2);
});
