import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';

import { lookalikeOrg } from './org.ts';
import type { ArrivedRequest } from './orgSettings.ts';
import {
  apiToken,
  clientIds,
  hostileKeyIds,
  orgUnderTest,
  tokenOf,
  withoutAssertion,
} from './orgUnderTest.ts';

const { settings, org, send, tokenParameters, postToken, raw } = await orgUnderTest();

const seen: ArrivedRequest[] = [];
const small = await orgUnderTest({
  tokenLifetime: 30,
  groups: 3,
  onArrived: (request) => seen.push(request),
});

test('the settings say how long a token is good, how many groups there are, and who is told', async () => {
  const token = await small.postToken(await small.tokenParameters(clientIds.serviceApp));
  expect(JSON.parse(token.body)).toMatchObject({ expires_in: 30 });
  const groups = await small.send('GET', '/api/v1/groups?limit=2', {
    authorization: `Bearer ${tokenOf(token)}`,
  });
  expect(groups.headers['link']).toContain('after=00gexamplegroup00002');
  expect(JSON.parse(groups.body)).toHaveLength(2);
  expect(seen).toEqual(small.org.arrived);
  expect(seen.map(({ answer }) => answer.status)).toEqual([200, 200]);
});

describe('the record', () => {
  let before: number;
  beforeEach(() => {
    before = org.arrived.length;
  });

  test('holds each request byte for byte, with its time and its answer', async () => {
    const start = Date.now();
    const target = '/api/v1/users/%E2%80%AE%2f..%2F?q=%41+%27&&=';
    await send('PUT', target, { Authorization: 'SSWS wrong', 'X-Two': ['a', 'b'] }, '{"é":1}');
    const [request, ...others] = org.arrived.slice(before);
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      method: 'PUT',
      target,
      body: '{"é":1}',
      answer: { status: 401, body: expect.stringContaining('E0000011') },
    });
    expect(request?.headers).toContainEqual(['Authorization', 'SSWS wrong']);
    expect(request?.headers.filter(([name]) => name === 'X-Two')).toHaveLength(2);
    expect(request?.at).toBeGreaterThanOrEqual(start);
  });

  test('holds requests to the token endpoint too', async () => {
    const body = await tokenParameters(clientIds.serviceApp);
    const answer = await postToken(body);
    expect(org.arrived.slice(before)).toMatchObject([
      { target: '/oauth2/v1/token', body, answer: { status: 200, body: answer.body } },
    ]);
  });
});

describe('hostile requests', () => {
  test.each([
    'GET * HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'GET //evil.example/api/v1/groups HTTP/1.1',
    'GET /api/v1/groups?q=%%%&limit=%zz&\xff\xfe<>"\'{}| HTTP/1.1',
    'GET /api/v1/users/%ff%fe%00 HTTP/1.1',
    'GET /api/v1/users/../groups HTTP/1.1',
    `GET /api/v1/groups?${'x=y&'.repeat(20_000)} HTTP/1.1`,
    'BREW /api/v1/groups HTTP/1.1',
    'GET /api/v1/groups HTTP/1.1\r\nAuthorization: SSWS \xff\xfe',
    'GET /api/v1/groups HTTP/1.1\r\nAuthorization: DPoP a.b.c\r\nDPoP: \xff',
    'GET /api/v1/groups HTTP/1.1\r\nAuthorization: Bearer eyJhbGciOiJub25lIn0.e30.',
    'no HTTP at all',
  ])('are answered and do no harm: %#', async (head) => {
    const answer = await raw(`${head}\r\nAuthorization: SSWS ${apiToken}`);
    expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /);
    const { status } = await send('GET', '/api/v1/groups', { authorization: `SSWS ${apiToken}` });
    expect(status).toBe(200);
  });

  test('at the token endpoint never give a token or a fault', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileKeyIds));
    const encoded = text.map((each) => Buffer.from(each).toString('base64'));
    await fc.assert(
      fc.asyncProperty(text, encoded, text, async (assertionText, header, body) => {
        const answers = [
          await postToken(await tokenParameters('', { client_assertion: assertionText })),
          await postToken(await tokenParameters('', withoutAssertion), {
            authorization: `Basic ${header}`,
          }),
          await postToken(body),
          await postToken(await tokenParameters(clientIds.dpop), { dpop: `x.${header}.y` }),
        ];
        for (const { status, body: answer } of answers) {
          expect(status, answer).toBeGreaterThanOrEqual(400);
          expect(status, answer).toBeLessThan(500);
          expect(JSON.parse(answer)).toHaveProperty('error');
        }
      }),
      { numRuns: 30 },
    );
  });

  test('that are too long to read are cut off', async () => {
    await expect(
      send('POST', '/api/v1/groups', { authorization: `SSWS ${apiToken}` }, 'a'.repeat(5_000_000)),
    ).rejects.toThrow(/EPIPE|ECONNRESET|socket hang up/);
  });
});

test('nothing is said on the console when an org is made', async () => {
  const said: unknown[] = [];
  const { warn, info } = console;
  Object.assign(console, {
    warn: (...words: unknown[]) => said.push(words),
    info: (...words: unknown[]) => said.push(words),
  });
  try {
    await lookalikeOrg(settings);
  } finally {
    Object.assign(console, { warn, info });
  }
  expect(said).toEqual([]);
});
