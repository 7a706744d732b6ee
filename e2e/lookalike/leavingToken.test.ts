import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { exportPKCS8 } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { readTokenList } from '#record/leavingToken/tokenList.ts';
import { type PlanScript, type TokenPlan, tokenPlan } from '#record/leavingToken/tokenPlan.ts';
import { lastUseScript } from '#snippets/leavingToken/scripts.ts';

import { curlHome } from '../curlHome.ts';
import { loopbackCertificate } from './certificate.ts';
import {
  apiErrorOf,
  apiToken,
  clientIds,
  host,
  orgUnderTest,
  revocableTokens,
} from './orgUnderTest.ts';

const org = await orgUnderTest();
const { send, rsa, ec, bearerToken, address } = org;
const index = operationIndex(oktaCatalogue);
const folder = mkdtempSync(path.join(tmpdir(), 'leaving-token-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keyFiles = { RSA: path.join(folder, 'rsa.pem'), EC: path.join(folder, 'ec.pem') };
writeFileSync(keyFiles.RSA, await exportPKCS8(rsa.privateKey));
writeFileSync(keyFiles.EC, await exportPKCS8(ec.privateKey));

const home = curlHome(folder, host, address.port, address.authority);

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

async function run(text: string, environment: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn('bash', ['-s'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], CURL_HOME: home, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(text);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

function scriptOf({ scripts }: TokenPlan, wanted: PlanScript['id']): string {
  const script = scripts.find(({ id }) => id === wanted);
  if (script === undefined) throw new Error(`The plan has no script "${wanted}".`);
  return script.text;
}

/** What the three programs call, with which key, and how their new apps are set. */
const programs = [
  { calls: 'listGroups', variant: 'bearer', keyType: 'RSA', clientId: clientIds.serviceApp },
  {
    calls: 'GET /api/v1/users/{id}\nPUT /api/v1/users/{id}',
    variant: 'bearer',
    keyType: 'EC',
    clientId: clientIds.serviceApp,
  },
  {
    calls: 'listGroups\nGET /api/v1/users/{id}\nPUT /api/v1/users/{id}',
    variant: 'dpop',
    keyType: 'RSA',
    clientId: clientIds.dpop,
  },
] as const;

const listed = readTokenList(
  (await send('GET', '/api/v1/api-tokens', { authorization: `SSWS ${apiToken}` })).body,
);
const plans = programs.map((program, position) => {
  const token = listed.ok ? listed.value[position] : undefined;
  if (token === undefined) throw new Error('The org has listed too few tokens.');
  const { calls, variant, keyType, clientId } = program;
  return {
    keyType,
    clientId,
    secret: revocableTokens[position]?.token ?? '',
    plan: tokenPlan(
      index,
      { token, owner: '', calls },
      { orgDomain: host, variant, keyType, today: '2026-11-29' },
    ),
  };
});

const environmentOf = ({ secret, clientId, keyType }: (typeof plans)[number]) => ({
  OKTA_API_TOKEN: secret,
  OKTA_PRIVATE_KEY_FILE: keyFiles[keyType],
  OKTA_CLIENT_ID: clientId,
  OKTA_KEY_ID: keyType.toLowerCase(),
  OKTA_PATH_USERS_ID: 'ana b/../c@example.com',
});

test('the list of the org is read: three tokens, by their names', () => {
  expect(plans.map(({ plan }) => [plan.token.name, plan.fate])).toEqual([
    ['one', 'goes'],
    ['two', 'goes'],
    ['three', 'goes'],
  ]);
});

describe.each(plans)('the plan of the token “$plan.token.name”', (each) => {
  const comparison = scriptOf(each.plan, 'comparison');
  const revocation = scriptOf(each.plan, 'revocation');
  const environment = environmentOf(each);
  const calls = each.plan.report.operations.filter(({ method }) => method === 'GET').length;

  test('from the first step to the last: equal bytes, then 401 E0000011 while OAuth 2.0 goes on', async () => {
    const compared = await run(comparison, environment);
    expect(compared.said.match(/^equal: [1-9]\d* bytes, GET \//gm)).toHaveLength(calls);
    expect(compared.code, compared.said).toBe(0);

    const unconfirmed = await run(revocation, environment);
    expect(unconfirmed).toMatchObject({ code: 2, said: expect.stringContaining('for good') });

    const revoked = await run(revocation, { ...environment, OKTA_REVOKE: 'yes' });
    expect(revoked).toEqual({
      code: 0,
      said: [
        'The API token is revoked.',
        'API token: HTTP status 401, E0000011',
        'OAuth 2.0: HTTP status 200',
        '',
      ].join('\n'),
    });

    const after = await run(comparison, environment);
    expect(after.said.match(/^DIFFERENT: API token 401, OAuth 2\.0 200, GET \//gm)).toHaveLength(
      calls,
    );
    expect(after.code).toBe(1);
  }, 60_000);

  test('stops before it revokes anything where OAuth 2.0 does not work', async () => {
    const before = org.org.arrived.length;
    const { code } = await run(revocation, {
      ...environment,
      OKTA_CLIENT_ID: clientIds.unknown,
      OKTA_REVOKE: 'yes',
    });
    expect(code).not.toBe(0);
    const sent = org.org.arrived.slice(before).map(({ method }) => method);
    expect(sent).not.toContain('DELETE');
  }, 60_000);

  test('names what is missing in the environment', async () => {
    for (const name of ['OKTA_API_TOKEN', 'OKTA_CLIENT_ID', 'OKTA_PRIVATE_KEY_FILE'] as const) {
      const { code, said } = await run(comparison, { ...environment, [name]: undefined });
      expect(code).not.toBe(0);
      expect(said).toContain(name);
    }
  });
});

/** Runs the comparison of the first plan against an org that answers as it is told to. */
async function comparedWith(
  answer: (target: string, isOauth: boolean) => { readonly body: string; readonly next?: string },
  more: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const { authority, certificate, key } = await loopbackCertificate([host]);
  const stranger = createServer({ key, cert: certificate }, ({ url = '', headers }, response) => {
    if (url === '/oauth2/v1/token') {
      response.end('{"access_token":"made-up"}');
      return;
    }
    const { body, next } = answer(url, headers.authorization === 'Bearer made-up');
    const links = [`<https://${host}${url}>; rel="self"`];
    response.setHeader('link', next === undefined ? links : [...links, `<${next}>; rel="next"`]);
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  try {
    const [first] = plans;
    if (first === undefined) throw new Error('There is no plan.');
    return await run(scriptOf(first.plan, 'comparison'), {
      ...environmentOf(first),
      CURL_HOME: curlHome(folder, host, port, authority),
      ...more,
    });
  } finally {
    stranger.close();
    stranger.closeAllConnections();
  }
}

test('other bytes are told, with what differs', async () => {
  const { code, said } = await comparedWith((_target, isOauth) => ({
    body: isOauth ? '[]' : '[{"id":"00g1"}]',
  }));
  expect(code).toBe(1);
  expect(said).toContain('DIFFERENT: API token 200, OAuth 2.0 200, GET /api/v1/groups (page 1)');
  expect(said).toContain('<     "id": "00g1"');
});

/** The number of the page that a request asks for. */
const pageOf = (target: string): number =>
  Number(new URL(target, `https://${host}`).searchParams.get('after') ?? 1);

describe('a list of several pages', () => {
  const groups = '/api/v1/groups';
  const paged = (pages: number) => (target: string, isOauth: boolean) => {
    const page = pageOf(target);
    const after = `https://${host}${groups}?cursor=${isOauth ? 'o' : 't'}%2B&after=${page + 1}`;
    return { body: `[{"id":"00g${page}"}]`, ...(page < pages ? { next: after } : {}) };
  };

  test('is compared to its end, each credential by its own links', async () => {
    expect(await comparedWith(paged(3))).toEqual({
      code: 0,
      said: `equal: 45 bytes, GET ${groups} (3 pages)\n`,
    });
  });

  test('is compared up to a number of pages, and what was left out is told', async () => {
    const { code, said } = await comparedWith(paged(3), { OKTA_MOST_PAGES: '2' });
    expect(code).toBe(0);
    expect(said).toMatch(/^equal: 30 bytes, GET \/api\/v1\/groups \(2 pages\)\n {2}Further pages/);
  });

  test.each(['0', '-1', '1e3', '9'.repeat(20), 'a[$(touch ran)0]'])(
    'is not called equal where no page is compared, with %s for the number of pages',
    async (pages) => {
      const { code, said } = await comparedWith(paged(3), { OKTA_MOST_PAGES: pages });
      expect(code).toBe(2);
      expect(said).toBe('Set OKTA_MOST_PAGES to a number of pages, 1 or more.\n');
      expect(existsSync(path.join(folder, 'ran'))).toBe(false);
    },
  );

  test('that names two next pages, one in another host, ends the comparison there', async () => {
    const asked: string[] = [];
    const { code, said } = await comparedWith((target) => {
      asked.push(target);
      const next = `https://${host}${groups}?after=2`;
      return { body: '[]', next: `${next}>; rel="next", <https://other.example/api` };
    });
    expect(code).not.toBe(0);
    expect(said).toContain('The next page is not in this org');
    expect(asked).toEqual([groups, groups]);
  });

  test('that differs on a later page, or ends earlier, is told', async () => {
    const later = await comparedWith((target, isOauth) => {
      const answer = paged(3)(target, isOauth);
      return isOauth && pageOf(target) === 3 ? { ...answer, body: '[]' } : answer;
    });
    expect(later.code).toBe(1);
    expect(later.said).toContain(`GET ${groups} (page 3)`);
    const shorter = await comparedWith((target, isOauth) =>
      paged(isOauth ? 1 : 2)(target, isOauth),
    );
    expect(shorter.code).toBe(1);
    expect(shorter.said).toContain('only one list has more pages after page 1');
  });

  test('that goes on at another host is not followed: no credential leaves the org', async () => {
    const asked: string[] = [];
    const { code, said } = await comparedWith((target) => {
      asked.push(target);
      return { body: '[]', next: `https://${host}.example/api/v1/groups?after=2` };
    });
    expect(code).not.toBe(0);
    expect(said).toContain('The next page is not in this org');
    expect(asked).toEqual([groups, groups]);
  });
});

test('an admin revokes a token by its ID, once, and the others go on', async () => {
  const own = await orgUnderTest();
  const [first, second] = revocableTokens;
  const authorization = `Bearer ${await own.bearerToken(clientIds.serviceApp, 'okta.users.manage')}`;
  const target = `/api/v1/api-tokens/${first?.id ?? ''}`;
  const groupsWith = (token = '') =>
    own.send('GET', '/api/v1/groups', { authorization: `SSWS ${token}` });
  expect((await groupsWith(first?.token)).status).toBe(200);
  expect((await own.send('DELETE', target, { authorization })).status).toBe(204);
  expect(apiErrorOf(await groupsWith(first?.token))).toEqual([
    401,
    'E0000011',
    'Invalid token provided',
  ]);
  expect((await own.send('DELETE', target, { authorization })).status).toBe(404);
  expect((await groupsWith(second?.token)).status).toBe(200);
  const left = await own.send('GET', '/api/v1/api-tokens', { authorization });
  expect(JSON.parse(left.body)).toHaveLength(2);
});

test('a token cannot be revoked by itself with OAuth 2.0', async () => {
  const { status } = await send('DELETE', '/api/v1/api-tokens/current', {
    authorization: `Bearer ${await bearerToken()}`,
  });
  expect(status).toBe(403);
});

test('the last use is asked of the System Log, by the ID of the token', async () => {
  const { authority, certificate, key } = await loopbackCertificate([host]);
  const asked: string[] = [];
  let events: unknown = [{ published: '2026-11-20T07:00:00.000Z' }];
  const log = createServer({ key, cert: certificate }, (request, response) => {
    asked.push(request.url ?? '');
    response.end(JSON.stringify(events));
  }).listen(0, '127.0.0.1');
  await once(log, 'listening');
  const { port } = log.address() as AddressInfo;
  const environment = {
    CURL_HOME: curlHome(folder, host, port, authority),
    OKTA_ACCESS_TOKEN: 'made-up',
  };
  try {
    const text = lastUseScript(host, '00Tabcdefghijklmnopq');
    expect(await run(text, environment)).toEqual({ code: 0, said: '2026-11-20T07:00:00.000Z\n' });
    events = [];
    expect(await run(text, environment)).toEqual({
      code: 0,
      said: 'no event of this token in the last 30 days\n',
    });
  } finally {
    log.close();
    log.closeAllConnections();
  }
  const query = new URL(asked[0] ?? '', `https://${host}`).searchParams;
  expect(query.get('filter')).toBe(
    'transaction.detail.requestApiTokenId eq "00Tabcdefghijklmnopq"',
  );
  const days = (Date.now() - Date.parse(query.get('since') ?? '')) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThan(30.1);
});
