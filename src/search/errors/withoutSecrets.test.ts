import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { knownErrors } from '#guide/errors/knownErrors.ts';
import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

import { explain } from './explain.ts';
import { withoutSecrets } from './withoutSecrets.ts';

/** Lines as people paste them, with a secret in each. */
const lines: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `> Authorization: ${secret}\n< HTTP/2 401`,
  (secret) => `2026-11-29T10:00:00Z ERROR token=${secret} Invalid token provided`,
  (secret) => `{"error":"invalid_client","request":"${secret}"}`,
  (secret) => `okta.errors.OktaAPIError: 401 E0000011 (used ${secret})`,
];

describe('no secret is left in what is read for errors', () => {
  test.each(Object.keys(secrets))('%s', (kind) => {
    const secret = secrets[kind as keyof typeof secrets];
    fc.assert(
      fc.property(secret, fc.constantFrom(...lines), ({ text }, line) => {
        const [longest = ''] = text.split(/[\s/?"',:&=]+/).toSorted((a, b) => b.length - a.length);
        fc.pre(longest.length >= 16);
        expect(withoutSecrets(line(text))).not.toContain(longest);
      }),
      { numRuns: 200, seed: 20 },
    );
  });

  test('and none is in the answer, in whatever wrapping it was pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(...Object.values(secrets)),
        wrappings,
        fc.constantFrom(...lines),
        ({ text }, { wrap }, line) => {
          const pasted = wrap(text);
          const { unknownCodes } = explain(line(pasted));
          // The rest of an answer are the guide's own records.
          expect(unknownCodes.every((code) => /^E\d{7}$/.test(code))).toBe(true);
        },
      ),
    );
  });
});

test('the words of Okta’s errors are left as they are', () => {
  for (const { message } of knownErrors) expect(withoutSecrets(message)).toBe(message);
});

test.each(['.', 'eyJ.', '0aB ', 'SSWS ', '-----BEGIN A-----', '%25', '\\', 'a@'])(
  '100,000 characters of %j are read',
  (unit) => {
    expect(() => explain(unit.repeat(100_000 / unit.length))).not.toThrow();
  },
);
