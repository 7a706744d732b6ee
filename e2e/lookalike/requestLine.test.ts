import { expect, test } from 'vitest';

import type { ArrivedRequest } from './orgSettings.ts';
import { requestLine } from './requestLine.ts';

const at = new Date(2026, 10, 23, 21, 5, 9).getTime();

function line(request: Partial<ArrivedRequest>, answer: Partial<ArrivedRequest['answer']>): string {
  return requestLine({
    at,
    method: 'GET',
    target: '/api/v1/groups?limit=10',
    headers: [],
    body: '',
    ...request,
    answer: { status: 200, headers: {}, body: '[]', ...answer },
  });
}

test('a request is told in one line', () => {
  expect(line({ headers: [['authorization', 'SSWS secret']] }, {})).toBe(
    '21:05:09  200  GET /api/v1/groups  SSWS',
  );
});

test.each<readonly [string, Partial<ArrivedRequest['answer']>, string]>([
  [
    'the token endpoint',
    { body: '{"error":"use_dpop_nonce","error_description":"Needs a nonce."}' },
    'use_dpop_nonce: Needs a nonce.',
  ],
  [
    'the API',
    { body: '{"errorCode":"E0000005","errorSummary":"Invalid session"}' },
    'E0000005: Invalid session',
  ],
  [
    'the API’s header',
    {
      headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="Expired."' },
      body: '',
    },
    'invalid_token: Expired.',
  ],
])('a refusal says the reason that %s gave', (_, answer, reason) => {
  expect(line({}, { status: 400, ...answer })).toBe(
    `21:05:09  400  GET /api/v1/groups  no credentials  ${reason}`,
  );
});

test('nothing of a credential is repeated, wherever it stands', () => {
  const secret = 'c2VjcmV0';
  const told = line(
    {
      method: 'POST',
      target: `/oauth2/v1/token?client_secret=${secret}`,
      headers: [
        ['Authorization', `Basic ${secret}`],
        ['DPoP', secret],
      ],
      body: `grant_type=client_credentials&client_assertion=${secret}&client_secret=${secret}`,
    },
    { body: `{"access_token":"${secret}"}` },
  );
  expect(told).toBe('21:05:09  200  POST /oauth2/v1/token  Basic + client assertion + DPoP proof');
  expect(line({ headers: [['authorization', secret]] }, {})).not.toContain(secret);
});

test('nothing reaches the terminal that it would act on, and no line is endless', () => {
  const told = line(
    { target: `/\u001b[31m\u0007\u202e${'a'.repeat(9000)}` },
    { status: 404, body: '{"errorCode":"E0000007","errorSummary":"Not found: \\u001b[2J"}' },
  );
  expect(told).toMatch(/^[ -~…]*$/);
  expect(told.length).toBeLessThan(500);
});
