import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cutText, readTokenList } from './tokenList.ts';

const answer = [
  {
    id: '00Tabcdefghijklmnopq',
    name: 'Nightly report',
    userId: '00uabcdefghijklmnopq',
    tokenWindow: 'P30D',
    network: { connection: 'ZONE', include: ['nzoabcdefghijklmnopq'], exclude: ['elsewhere'] },
    created: '2025-11-09T20:38:10.000Z',
    expiresAt: '2026-12-11T20:38:10.000Z',
    lastUpdated: '2026-11-11T20:38:10.000Z',
    clientName: 'Okta API',
    tokenHash: 'never read',
  },
];

const tokenLike = '00aB3-dE6_gH9jK2mN5pQ8rS1tU4vW7xY0zA3bC6dE';

describe('a list of tokens', () => {
  test('is read from the answer of the call: what is known, and nothing else', () => {
    const read = readTokenList(JSON.stringify(answer));
    expect(read).toEqual({
      ok: true,
      value: [
        {
          id: '00Tabcdefghijklmnopq',
          name: 'Nightly report',
          userId: '00uabcdefghijklmnopq',
          clientName: 'Okta API',
          created: '2025-11-09T20:38:10.000Z',
          expiresAt: '2026-12-11T20:38:10.000Z',
          lastUpdated: '2026-11-11T20:38:10.000Z',
          network: { connection: 'ZONE', include: ['nzoabcdefghijklmnopq'], exclude: [] },
        },
      ],
    });
    expect(readTokenList(JSON.stringify(answer[0]))).toEqual(read);
  });

  test('is read from names, one a line', () => {
    expect(readTokenList(' Nightly report \r\n\n SIEM\u202e ')).toEqual({
      ok: true,
      value: [{ name: 'Nightly report' }, { name: 'SIEM' }],
    });
  });

  test('has its secrets cut, and says so', () => {
    for (const text of [
      `Nightly\n${tokenLike}`,
      JSON.stringify([{ name: 'Nightly' }, { name: tokenLike }]),
    ]) {
      expect(readTokenList(text)).toMatchObject({
        ok: true,
        value: [{ name: 'Nightly' }, { name: cutText }],
        note: expect.stringContaining('was removed'),
      });
    }
  });

  test.each([
    ['', 'There is no token in this text.'],
    ['[]', 'The list is empty'],
    ['[{"name":"x"', 'begins like JSON but is not valid'],
    ['[{"id":"00Tabcdefghijklmnopq"}]', 'not a response to'],
    ['{"errorCode":"E0000011","errorSummary":"Invalid token provided"}', 'an error from Okta'],
    ['x\n'.repeat(201), 'more than 200 tokens'],
    ['x'.repeat(1_000_001), 'more than 1 MB'],
  ])('is refused with a reason: %#', (text, reason) => {
    expect(readTokenList(text)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  test('is read or refused, whatever it is, and never gives back a token’s value', () => {
    const json = fc.json({ maxDepth: 4 });
    const named = fc
      .record({ name: fc.string(), network: fc.anything(), id: fc.anything() })
      .map((entry) => JSON.stringify([{ ...entry, clientName: tokenLike, userId: tokenLike }]));
    fc.assert(
      fc.property(fc.oneof(json, named, fc.string({ unit: 'binary' })), (text) => {
        expect(JSON.stringify(readTokenList(`${text}\n`))).not.toContain(tokenLike);
      }),
    );
  });
});
