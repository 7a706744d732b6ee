import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Card, cardSize, cardSvg, cardText, shortened, type Typesetter } from './card.ts';

/** Letters of one width. */
const typeset: Typesetter = (text, _weight, size) => ({
  width: text.length * size * 0.55,
  scale: size / 1000,
  letters: [{ id: 'stroke', path: 'M0 0h1', x: 0 }],
});

const card = (parts: Partial<Card>): Card => ({
  heading: 'Use a service app',
  lines: [],
  ...parts,
});

const widthOf = (text: string) => text.length;

const baselines = (svg: string): readonly number[] =>
  [...svg.matchAll(/translate\(\d+ ([\d.]+)\)" fill/g)].map(([, y]) => Number(y));

describe('a card', () => {
  test('keeps every line within it, and apart, however much it says', () => {
    for (const count of [0, 1, 2, 3, 4]) {
      for (const heading of ['Use a service app', 'When your program calls Okta '.repeat(4)]) {
        const lines = Array.from({ length: count }, (_, index) => `Question ${index}? Answer`);
        const drawn = baselines(cardSvg(card({ heading, lines }), typeset));
        expect(drawn.length).toBeGreaterThanOrEqual(count + 3);
        expect(Math.max(...drawn)).toBeLessThan(cardSize.height);
        for (const [index, y] of drawn.entries()) {
          if (index > 0) expect(y - (drawn[index - 1] ?? 0)).toBeGreaterThan(20);
        }
      }
    }
  });

  test('draws each letter once, however often it comes', () => {
    const svg = cardSvg(card({ lines: ['One', 'Two'] }), typeset);
    expect(svg.match(/<path id="stroke"/g)).toHaveLength(1);
    expect(svg.match(/<use href="#stroke"/g)?.length).toBeGreaterThan(3);
  });

  test('carries its words as its name, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (heading) => {
        const svg = cardSvg(card({ heading }), typeset);
        const [, name = ''] = /<title id="title">([^<]*)<\/title>/.exec(svg) ?? [];
        const decoded = name
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        expect(decoded).toBe(cardText(card({ heading })));
      }),
    );
  });

  test('cuts a line that is too long at a word, and says so', () => {
    expect(shortened('one two three', 9, widthOf)).toBe('one two …');
    expect(shortened('one two', 9, widthOf)).toBe('one two');
  });
});
