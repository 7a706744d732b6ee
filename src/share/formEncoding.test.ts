import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { formDecoded, formEncoded } from './formEncoding.ts';

const anyText = fc.string({ unit: 'binary' });
const pairs = fc.array(fc.tuple(anyText, anyText));

test('pairs are written as URLSearchParams writes them, and read back', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const text = formEncoded(given);
      expect(text).toBe(new URLSearchParams(given.map(([key, value]) => [key, value])).toString());
      expect(formDecoded(text)).toEqual(given);
    }),
  );
});

test('half a surrogate pair becomes U+FFFD, as in a browser', () => {
  expect(formEncoded([['\ud800', 'a\udc00b']])).toBe(
    new URLSearchParams([['\ud800', 'a\udc00b']]).toString(),
  );
});

test('any text is read without an error, and as a browser reads it where its escapes are whole', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.webQueryParameters(), fc.stringMatching(/^[%&=+a-z0-9]*$/)),
      (text) => {
        const read = formDecoded(text);
        if (/%(?![0-7][0-9A-Fa-f])|\p{Cs}/u.test(text)) return;
        // A leading question mark means something to URLSearchParams only.
        expect(read).toEqual([...new URLSearchParams(`&${text}`)]);
      },
    ),
  );
});
