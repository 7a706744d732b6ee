import * as fc from 'fast-check';
import { marked } from 'marked';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

import { allWalks } from '#guide/walks.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import { hostileFragments } from '#snippets/hostileText.ts';

import { readParameters } from '../parameters.ts';
import { releases } from '../releases.ts';
import { type EmbedChoice, frameAddress } from './blocks/embedChoice.ts';
import { markupText } from './blocks/markup.ts';
import type { BlockPart } from './blocks/platform.ts';
import { anyHeights } from './anyHeights.ts';
import { platforms } from './hostBlock.ts';

const [release] = releases;
if (release === undefined) throw new Error('No loader has been released.');

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string()), { minLength: 1 })
    .map((pieces) => `x${pieces.join('')}`),
);

const choice: fc.Arbitrary<EmbedChoice> = fc.record({
  site: fc.constantFrom(
    'https://guide.example/',
    'https://docs.example/okta-(guide)/',
    `https://docs.example/it's-{{one}}-"of"-<these>/`,
  ),
  answers: fc.constantFrom(...allWalks().map(({ answers }) => answers)),
  theme: fc.constantFrom('auto', 'light', 'dark', 'page'),
  parameters: fc.record(
    {
      isCompact: fc.boolean(),
      shown: fc.subarray(['map', 'snippet', 'record', 'sources'] as const),
      accent: fc.constant('#1a5fb4'),
      languages: fc.subarray([...fragmentChoices.languages], { minLength: 1 }),
      values: fc.record(
        { orgDomain: fc.constant('acme.okta.com'), operations: fc.constant(['listUsers']) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['isCompact', 'shown', 'values'] },
  ),
  choices: fc.constant(fragmentChoices),
  heights: anyHeights,
  heading: hostileText,
  release: fc.constant(release),
});

function partsOf(name: string, chosen: EmbedChoice): readonly BlockPart[] {
  const [id, kind] = name.split('/');
  const block = platforms.find((each) => each.id === id)?.blocks.find((each) => each.id === kind);
  if (block === undefined) throw new Error(`There is no block ${name}.`);
  return block.parts(chosen);
}

const lastTextOf = (name: string, chosen: EmbedChoice): string =>
  partsOf(name, chosen).at(-1)?.text ?? '';

const decoded = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Attributes of an element in HTML as a browser reads them. */
function attributesIn(html: string, name: string): ReadonlyMap<string, string> {
  const [, inside = ''] = new RegExp(`<${name}\\s((?:[^">]|"[^"]*")*)>`).exec(html) ?? [];
  const pairs = [...inside.matchAll(/([\w-]+)="([^"]*)"/g)];
  return new Map(pairs.map(([, attribute = '', value = '']) => [attribute, decoded(value)]));
}

/** All texts in a program. */
function stringsIn(program: string): readonly string[] {
  const found: string[] = [];
  JSON.stringify(parseAst(program, { lang: 'tsx' }), (_key, node: unknown) => {
    if (typeof node === 'object' && node !== null && 'value' in node && 'type' in node) {
      if ((node.type === 'Literal' || node.type === 'JSXText') && typeof node.value === 'string')
        found.push(node.value);
    }
    return node;
  });
  return found;
}

describe('the blocks for hosts', () => {
  test('need three copies at most, each with the name of its file', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        for (const { blocks } of platforms) {
          for (const { parts } of blocks) {
            const texts = parts(chosen);
            expect(texts.length).toBeGreaterThan(0);
            expect(texts.length).toBeLessThanOrEqual(3);
            expect(texts.every(({ file, text }) => file !== '' && text !== '')).toBe(true);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('have ids of their own', () => {
    const ids = platforms.flatMap(({ id, blocks }) => blocks.map((block) => `${id}/${block.id}`));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(['html', 'vitepress', 'starlight', 'mkdocs', 'hugo', 'vue', 'wordpress'])(
    'frame the page that was chosen, with what was chosen and with room for it: %s',
    (id) => {
      fc.assert(
        fc.property(choice, (chosen) => {
          const html = lastTextOf(`${id}/frame`, chosen);
          const frame = attributesIn(html, 'iframe');
          expect(frame.get('src')).toBe(frameAddress(chosen));
          expect(frame.get('height')).toBe(`${chosen.heights[720]}`);
          expect(frame.get('style')).toMatch(
            /^width:100%;height:max\(\d+px,min\(.*cqw\)\*99999\)\);border:0$/s,
          );
          expect(attributesIn(html, 'div').get('style')).toContain('container-type:inline-size');
          const { parameters, problems } = readParameters(
            new URL(frameAddress({ ...chosen, site: 'https://guide.example/' })).hash,
            fragmentChoices,
          );
          const { start: _start, theme, ...others } = parameters;
          expect(others).toEqual(chosen.parameters);
          expect(theme).toBe(chosen.theme === 'page' ? 'auto' : chosen.theme);
          expect(problems).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each(['html', 'vitepress', 'starlight', 'mkdocs', 'hugo', 'vue'])(
    'give the element its attributes, its room and a link, whatever the heading is: %s',
    (id) => {
      fc.assert(
        fc.property(choice, (chosen) => {
          const [html = ''] =
            /<okta-auth-guide[^]*<\/okta-auth-guide>/.exec(lastTextOf(`${id}/element`, chosen)) ??
            [];
          const element = attributesIn(html, 'okta-auth-guide');
          expect(element.get('theme')).toBe(chosen.theme === 'auto' ? undefined : chosen.theme);
          expect(element.get('accent')).toBe(chosen.parameters.accent);
          expect(element.get('languages')).toBe(chosen.parameters.languages?.join(' '));
          expect(element.get('style')).toMatch(
            /^display:block;width:100%;padding-bottom:max\(\d+px/,
          );
          const [, text = ''] = /<a href="[^"]*">([^<]*)<\/a>/.exec(html) ?? [];
          expect(decoded(text)).toBe(chosen.heading.replaceAll('\0', '\uFFFD'));
          // Neither Vue nor Hugo finds its own code in it, and no empty line ends the HTML.
          expect(html).not.toContain('{{');
          expect(html).not.toMatch(/\n\s*\n/);
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each(['vitepress', 'starlight', 'mkdocs'])(
    'are HTML to Markdown from the first letter to the last, so that no generator changes it: %s',
    (id) => {
      fc.assert(
        fc.property(choice, (chosen) => {
          for (const kind of ['element', 'frame']) {
            const tokens = marked.lexer(lastTextOf(`${id}/${kind}`, chosen));
            const others = tokens.filter(({ type }) => type !== 'html' && type !== 'space');
            expect(others).toEqual([]);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  test('are in a shortcode for Hugo, which would otherwise drop HTML', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        for (const kind of ['element', 'frame']) {
          const [shortcode, page] = partsOf(`hugo/${kind}`, chosen);
          expect(shortcode?.text).toBe('{{ .Inner }}');
          expect(page?.text).toMatch(/^\{\{< raw-html >\}\}\n[^]*\n\{\{< \/raw-html >\}\}$/);
          expect(page?.text.match(/\{\{/g)).toHaveLength(2);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(['docusaurus', 'react'])('are JSX in which every text comes back: %s', (id) => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const frame = stringsIn(lastTextOf(`${id}/frame`, chosen));
        expect(frame).toContain(frameAddress(chosen));
        const element = stringsIn(lastTextOf(`${id}/element`, chosen));
        expect(element).toContain(chosen.heading);
        expect(element.some((text) => text.startsWith('max('))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test.each(['docusaurus', 'vitepress', 'starlight'])(
    'are entries of a configuration that name the loader and its hash: %s',
    (id) => {
      fc.assert(
        fc.property(choice, (chosen) => {
          const [configuration] = partsOf(`${id}/element`, chosen);
          const texts = stringsIn(`const configuration = {\n${configuration?.text}\n};`);
          expect(texts).toContain(`${chosen.site}embed/${chosen.release.version}/embed.js`);
          expect(texts).toContain(chosen.release.integrity);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('are a script of a Vue component that names the module', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const component = lastTextOf('vue/element', chosen);
        const [, script = ''] = /<script setup lang="ts">(.*?)<\/script>/s.exec(component) ?? [];
        expect(stringsIn(script)).toContain(
          `${chosen.site}embed/${chosen.release.version}/embed.mjs`,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('hold nothing but the measured heights and the lines between them', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const { 1024: wide, 1200: widest } = chosen.heights;
        const room = Math.max(wide, widest);
        expect(lastTextOf('html/element', chosen)).toContain(`padding-bottom:max(${room}px,min(`);
      }),
      { numRuns: 20 },
    );
  });
});

test('no text leaves an attribute of HTML or becomes code of a generator, and every text comes back', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      // oxlint-disable-next-line no-control-regex -- control characters are what must not pass
      expect(markupText(text)).not.toMatch(/["<>{}\u0000-\u001f\u2028\u2029]/);
      expect(decoded(markupText(text))).toBe(text.replaceAll('\0', '\uFFFD'));
    }),
  );
});
