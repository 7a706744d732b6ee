import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hostileFragments } from '../hostileText.ts';
import { formValue } from './formValue.ts';
import { percentEncoded } from './percentEncoding.ts';
import { queryValue } from './queryValue.ts';
import { urlPathSegment } from './urlPathSegment.ts';

const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string({ unit: 'binary' })))
  .map((pieces) => pieces.join(''))
  .filter((text) => !/\p{Cs}/u.test(text));

describe('percentEncoded', () => {
  test('leaves only characters that no shell, language or file format gives a meaning', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(percentEncoded(text)).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(percentEncoded(text))).toBe(text);
      }),
    );
  });

  test('refuses half of a surrogate pair', () => {
    expect(() => percentEncoded('a\ud800')).toThrow(TypeError);
  });
});

describe('queryValue', () => {
  test('gives a URL parser back the same name and value, and nothing else', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, value) => {
        const url = new URL(`https://org.example/groups?${queryValue(name)}=${queryValue(value)}`);
        expect([...url.searchParams]).toEqual([[name, value]]);
        expect([url.host, url.pathname, url.hash]).toEqual(['org.example', '/groups', '']);
      }),
    );
  });
});

describe('formValue', () => {
  test('gives a form parser back the same name and value, and nothing else', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, value) => {
        const form = new URLSearchParams(`${formValue(name)}=${formValue(value)}`);
        expect([...form]).toEqual([[name, value]]);
      }),
    );
  });
});

describe('urlPathSegment', () => {
  test('stays one segment and gives back the same text', () => {
    const ids = hostileText.filter((text) => {
      const dots = text.replaceAll(/%(?:25)*2e/gi, '.');
      return text !== '' && dots !== '.' && dots !== '..';
    });
    fc.assert(
      fc.property(ids, (id) => {
        const url = new URL(`https://org.example/users/${urlPathSegment(id)}/groups`);
        const [, users, segment, groups, ...more] = url.pathname.split('/');
        expect([users, decodeURIComponent(segment ?? ''), groups, more]).toEqual([
          'users',
          id,
          'groups',
          [],
        ]);
        expect([url.host, url.search, url.hash]).toEqual(['org.example', '', '']);
      }),
    );
  });

  test.each(['', '.', '..', '%2e', '%2E%2e', '.%2e', '%252e%252e'])(
    'refuses %j, which clients drop or change',
    (segment) => {
      expect(() => urlPathSegment(segment)).toThrow(TypeError);
    },
  );
});
