import { expect, test } from 'vitest';

import { readParameters } from '#embed/parameters.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';

import { frameFragment, frameHeights, measuredWidths, oEmbed, widestFrame } from './oEmbed.ts';
import { statePages } from './pages.ts';

const site = 'https://docs.example/okta-guide/';

interface Answer {
  readonly width: unknown;
  readonly height: number;
  readonly html: string;
}

const answers = statePages.map((page) => ({
  page,
  answer: JSON.parse(oEmbed(page, 'A title', site)) as Answer,
}));

const attributesOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&'),
    ]),
  );

/** The frame of a response. */
const frameOf = ({ html }: Answer): string => /<iframe[^>]*>/.exec(html)?.[0] ?? '';

/** What WordPress makes of a response whose provider it does not know, as wp_filter_oembed_result does. */
function inWordPress({ html }: Answer): string {
  const kept = html
    .replaceAll(/<\/?(?!iframe)[a-z]+[^>]*>/g, '')
    .replaceAll(/ ([\w-]+)="[^"]*"/g, (attribute, name: string) =>
      ['src', 'title', 'width', 'height'].includes(name) ? attribute : '',
    );
  return kept.replace(/ src="([^"]*)"/, ' src="$1#?secret=Ab3" data-secret="Ab3"');
}

/** The height that the styles of a response give its frame in a column. */
function heightIn(column: number, { html }: Answer): number {
  const width = Math.min(column, Number(/max-width:(\d+)px/.exec(html)?.[1]));
  const [, terms = ''] = /height:max\((.*)\)"/.exec(html) ?? [];
  const lines = [...terms.matchAll(/(-?[\d.]+)px(?: ([+-]) (-?[\d.]+)cqw)?/g)];
  return Math.max(
    ...lines.map(
      ([, start, sign, slope = '0']) =>
        Number(start) + (Number(`${sign ?? ''}1`) * Number(slope) * width) / 100,
    ),
  );
}

test('the numbers of a response are numbers, as oEmbed wants them', () => {
  for (const { page, answer } of answers) {
    expect(answer).toMatchObject({
      width: widestFrame,
      height: frameHeights[page.walk.node].at(-1),
    });
  }
});

test('the frame is as wide as its column up to a bound, and at no width lower than was measured', () => {
  for (const { page, answer } of answers) {
    expect(attributesOf(frameOf(answer))['width']).toBe('100%');
    expect(answer.html).toContain(`max-width:${widestFrame}px`);
    for (const [index, width] of measuredWidths.entries()) {
      const height = frameHeights[page.walk.node][index] ?? 0;
      expect(heightIn(width, answer)).toBeGreaterThanOrEqual(height - 1);
      expect(heightIn(width, answer)).toBeLessThan(height * 1.1);
    }
    // In a wide column it is no higher than at the bound.
    expect(heightIn(1200, answer)).toBe(heightIn(widestFrame, answer));
    // Narrower columns need more height.
    expect(heightIn(280, answer)).toBeGreaterThan(heightIn(360, answer));
  }
});

test('what WordPress leaves of it is a whole frame with its width, its height and its parameters', () => {
  const { parameters } = readParameters(frameFragment, fragmentChoices);
  for (const { answer } of answers) {
    const html = inWordPress(answer);
    expect(html).toMatch(/^<iframe[^>]*><\/iframe>$/);
    const { src = '', ...others } = attributesOf(html);
    expect(others).toEqual({
      title: 'Okta API authorization guide',
      width: '100%',
      height: `${answer.height}`,
      'data-secret': 'Ab3',
    });
    const fragment = src.slice(src.indexOf('#'));
    expect(fragment).toContain('show=compact');
    expect(readParameters(fragment, fragmentChoices).parameters).toEqual(parameters);
  }
});

test('the WordPress editor finds no shape of a video in it', () => {
  // It divides the two attributes, and makes the frame that shape if the quotient is near one.
  for (const { answer } of answers) {
    const { width, height } = attributesOf(frameOf(answer));
    expect(Number(width) / Number(height)).toBeNaN();
  }
});
