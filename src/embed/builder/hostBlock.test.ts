import * as fc from 'fast-check';
import { marked } from 'marked';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

import { allWalks } from '#guide/walks.ts';
import { htmlAttribute } from '#record/markdownText.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';

import { readParameters } from '../parameters.ts';
import { releases } from '../releases.ts';
import {
  type EmbedChoice,
  frameAddress,
  markdownAddress,
  markdownText,
  platforms,
} from './hostBlock.ts';

const [release] = releases;
if (release === undefined) throw new Error('No loader has been released.');

const choice: fc.Arbitrary<EmbedChoice> = fc.record({
  site: fc.constantFrom('https://guide.example/', 'https://docs.example/okta-(guide)/'),
  answers: fc.constantFrom(...allWalks().map(({ answers }) => answers)),
  parameters: fc.record(
    {
      theme: fc.constantFrom('auto', 'light', 'dark'),
      shown: fc.subarray(['map', 'snippet', 'record', 'sources'] as const),
      accent: fc.constant('#1a5fb4'),
      languages: fc.subarray([...fragmentChoices.languages], { minLength: 1 }),
      values: fc.record(
        { orgDomain: fc.constant('acme.okta.com'), operations: fc.constant(['listUsers']) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['theme', 'shown', 'values'] },
  ),
  choices: fc.constant(fragmentChoices),
  height: fc.integer({ min: 200, max: 9000 }),
  heading: fc.string({ unit: 'binary', minLength: 1 }),
  release: fc.constant(release),
});

function blockOf(id: string, chosen: EmbedChoice): string {
  const platform = platforms.find((each) => each.id === id);
  if (platform === undefined) throw new Error(`There is no platform ${id}.`);
  return platform.block(chosen);
}

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('the block for a host', () => {
  test('frames the page that was chosen, with the parameters that were chosen', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const [, src = ''] = /src="([^"]*)"/.exec(blockOf('frame', chosen)) ?? [];
        expect(decoded(src)).toBe(frameAddress(chosen));
        const { parameters, problems } = readParameters(
          new URL(decoded(src)).hash,
          fragmentChoices,
        );
        const { start: _start, ...others } = parameters;
        expect(others).toEqual(chosen.parameters);
        expect(problems).toEqual([]);
      }),
    );
  });

  test('is JSX for MDX, with the same address, a number and a style object', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const program = parseAst(blockOf('mdx', chosen), { lang: 'tsx' });
        const text = JSON.stringify(program);
        expect(text).toContain(JSON.stringify(frameAddress(chosen)));
        expect(text).toContain(`"value":${chosen.height}`);
        expect(text).toContain('"JSXOpeningElement"');
      }),
      { numRuns: 40 },
    );
  });

  test('is one picture within one link for a README, whatever the heading is', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const html = marked.parse(blockOf('card', chosen), { async: false });
        expect(html).toMatch(
          /^<p><a href="[^"]*"><img src="[^"]*card\.png" alt="[^"]*"><\/a><\/p>\n$/,
        );
      }),
    );
  });

  test('says the height, the start and a link for when the element’s script does not run', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const block = blockOf('element', chosen);
        expect(block).toContain(`reserve="${chosen.height}"`);
        expect(block).toContain(`integrity="${chosen.release.integrity}"`);
        const [, text = ''] = /<a href="[^"]*">([^<]*)<\/a>/.exec(block) ?? [];
        expect(decoded(text)).toBe(chosen.heading);
      }),
    );
  });
});

test('no text leaves an attribute of HTML, and every text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(htmlAttribute(text)).not.toMatch(/["<>]/);
      expect(decoded(htmlAttribute(text))).toBe(text);
    }),
  );
});

test('no text leaves the description or the address of a picture in Markdown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (text, address) => {
      const html = marked.parse(`![x${markdownText(text)}](${markdownAddress(address)})`, {
        async: false,
      });
      expect(html).toMatch(/^<p><img src="[^"]*" alt="[^"]*"><\/p>\n$/);
    }),
  );
});
