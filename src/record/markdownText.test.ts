import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { codeBlock, codeSpan, link, prose, yamlString } from './markdownText.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '`',
        '``',
        '```',
        '# ',
        '- ',
        '> ',
        '1. ',
        '***',
        '---',
        '===',
        '\n',
        '\r\n',
        '\u2028',
        '<b>',
        '[x](y)',
        '![x](y)',
        '|',
        '~~~',
        '&lt;',
        '\\',
        'word',
        ' ',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('text of one line', () => {
  test.each([
    ['# not a heading', String.raw`\# not a heading`],
    ['1. not a list', String.raw`1\. not a list`],
    ['- not a list', String.raw`\- not a list`],
    ['a *b* _c_ <b>d</b> [e](f)', String.raw`a \*b\* \_c\_ \<b>d\</b> \[e\](f)`],
    ['a code word: `okta.groups.read`, `a<b`', 'a code word: `okta.groups.read`, `a<b`'],
    ['_x_, private_key_jwt and a_', String.raw`\_x\_, private_key_jwt and a\_`],
    ['one backtick ` alone', String.raw`one backtick \` alone`],
    ['a backslash before code: \\`|`', 'a backslash before code: \\\\`|`'],
    ['Security > API > Tokens', 'Security > API > Tokens'],
    ['two\nlines\r\n\tbecome one', 'two lines become one'],
  ])('%j is written so that it reads the same', (text, written) => {
    expect(prose(text)).toBe(written);
  });

  test('never has a line break, starts no block and opens no HTML, whatever the text is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = prose(text);
        expect(written).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(written).not.toMatch(/^(?:#{1,6}(?: |$)|[-+>] ?|\d+[.)]|=+$|~~~|```)/);
        // Code begins at backticks that no backslash escapes; an escaped backslash escapes nothing.
        const outsideCode = written.replace(/(?<=(?<!\\)(?:\\\\)*)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
        expect(outsideCode).not.toMatch(/(?<!\\)(?:\\\\)*[<*[\]|]/);
      }),
      { examples: [['\\`|`']] },
    );
  });
});

describe('code within a line', () => {
  test('is closed by its own backticks only, and holds the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const span = codeSpan(text);
        if (span === '') return;
        const fence = /^`+/.exec(span)?.[0] ?? '';
        expect(span.endsWith(fence)).toBe(true);
        const content = span.slice(fence.length, -fence.length);
        expect(content.match(/`+/g) ?? []).not.toContain(fence);
        expect(content).not.toMatch(/[\n\r\u2028\u2029]|^`|`$/);
      }),
    );
  });
});

describe('a block of code', () => {
  test('is closed by its last line only, and holds the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = codeBlock(text, 'mermaid').split('\n');
        const fence = /^`{3,}(?=mermaid$)/.exec(lines[0] ?? '')?.[0] ?? 'none';
        expect(lines.at(-1)).toBe(fence);
        const closing = new RegExp(`^ {0,3}\`{${fence.length},}\\s*$`);
        expect(lines.slice(1, -1).filter((line) => closing.test(line))).toEqual([]);
        expect(lines.slice(1, -1).join('\n')).toBe(
          text.replace(/\r\n?/g, '\n').replace(/\n*$/, ''),
        );
      }),
    );
  });
});

describe('a link', () => {
  test.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'java\nscript:x'])(
    'to %j is not made',
    (address) => {
      expect(link('text', address)).toBe('text');
    },
  );

  test.each(['https://example.org/guide/', '../guide/oauth-yes/', './', '/a?b:c#d:e'])(
    'to %j is made',
    (address) => {
      expect(link('text', address)).toBe(`[text](<${address}>)`);
    },
  );

  test('ends where it should, whatever text and address are', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, address) => {
        const written = link(text, `https://example.org/${address}`);
        expect(written).toMatch(/\]\(<https:\/\/example\.org\/[^<>\s\\]*>\)$/);
        expect(written.startsWith(`[${prose(text)}](`)).toBe(true);
      }),
    );
  });
});

test('a YAML string is one line and reads back as the same text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = yamlString(text);
      expect(written).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
      expect(JSON.parse(written)).toBe(text);
    }),
  );
});
