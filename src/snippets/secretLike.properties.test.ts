import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { certainSecretLike, secretLike } from './secretLike.ts';
import { legitimateText } from '#testing/legitimateText.ts';
import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

describe('a secret is seen', () => {
  test.each(Object.keys(secrets))('%s, in every wrapping and in two at once', (kind) => {
    const secret = secrets[kind as keyof typeof secrets];
    fc.assert(
      fc.property(secret, wrappings, ({ text, tears }, { wrap, isTear }) => {
        fc.pre(tears || !isTear);
        expect(certainSecretLike(wrap(text))).toBeDefined();
        expect(secretLike(wrap(text))).toBeDefined();
      }),
      { numRuns: 400, seed: 16 },
    );
  });

  test('and never repeated', () => {
    fc.assert(
      fc.property(fc.oneof(...Object.values(secrets)), wrappings, ({ text }, { wrap }) => {
        const wrapped = wrap(text);
        const reason = secretLike(wrapped) ?? '';
        for (let at = 0; at + 12 <= wrapped.length; at += 12) {
          expect(reason).not.toContain(wrapped.slice(at, at + 12));
        }
      }),
    );
  });
});

// One of them took minutes, when the judge copied the rest of the text at each piece.
test.each(['.', 'eyJ.', '0aB ', '&#65;', '%25', '\\'])(
  '100,000 characters of %j are judged',
  (unit) => {
    expect(() => certainSecretLike(unit.repeat(100_000 / unit.length))).not.toThrow();
  },
);

test.each(Object.entries(legitimateText))(
  'of 2,000 times %s, fewer than 1 in 1,000 is mistaken for a secret',
  (_kind, { text, field }) => {
    const samples = fc.sample(text, { numRuns: 2000, seed: 16 });
    const judge = field === 'any' ? certainSecretLike : (each: string) => secretLike(each, field);
    const refused = samples.filter((each) => judge(each) !== undefined);
    expect(refused.length, refused.slice(0, 3).join('\n')).toBeLessThan(2);
  },
);
