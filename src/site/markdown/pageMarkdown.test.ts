import * as fc from 'fast-check';
import { marked } from 'marked';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';

import { pageMarkdown } from './pageMarkdown.ts';

const markdownOf = (content: string): string =>
  pageMarkdown(`<div><main id="content">${content}</main></div>`, (address) => address);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

type Node = DefaultTreeAdapterTypes.Node;

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** All text of a piece of HTML, as a reader sees it. */
const shownText = (html: string): string => oneLine(textOf(parseFragment(html)));

/** The programs in a piece of HTML. */
function codeIn(node: Node): readonly string[] {
  if (node.nodeName === 'code') return [textOf(node)];
  return 'childNodes' in node ? node.childNodes.flatMap(codeIn) : [];
}

/** What a reader of Markdown shows. */
const shown = (markdown: string): string => shownText(marked.parse(markdown, { async: false }));

/** Letters that mean something to Markdown or to HTML, among others. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('#*_[]()<>`~|\\!&;:=+-.1 \n'), '&amp;', '1. ', '> '),
      fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => oneLine(parts.join('')))
  .filter((joined) => joined !== '');

describe('the Markdown of a page', () => {
  test.each([
    ['a paragraph', (inner: string) => `<p>${inner}</p>`],
    ['a heading', (inner: string) => `<h2>${inner}</h2>`],
    ['an entry of a list', (inner: string) => `<ul><li>${inner}</li></ul>`],
    ['a part of an entry', (inner: string) => `<ol><li><p>One</p><p>${inner}</p></li></ol>`],
    ['a definition', (inner: string) => `<dl><div><dt>Term</dt><dd>${inner}</dd></div></dl>`],
    ['a quotation', (inner: string) => `<blockquote><p>${inner}</p></blockquote>`],
    ['a link', (inner: string) => `<p>See <a href="/x/">${inner}</a></p>`],
  ])('shows the letters of %s, whatever they are', (_where, around) => {
    fc.assert(
      fc.property(text, (words) => {
        const html = around(escaped(words));
        const wanted = shownText(html).replaceAll(' ', '');
        expect(shown(markdownOf(html)).replace('Term:', 'Term').replaceAll(' ', '')).toBe(wanted);
      }),
    );
  });

  test.each(['-', '--', '---', '-----'])(
    'takes a line of dashes for no rule and no line below a heading: %s',
    (dashes) => {
      const html = marked.parse(markdownOf(`<p>${dashes}</p><p>Before<br>${dashes}</p>`), {
        async: false,
      });
      expect(html).not.toMatch(/<h|<li/);
      expect(shownText(html)).toBe(`${dashes} Before${dashes}`);
    },
  );

  test('makes no picture of a link after an exclamation mark', () => {
    for (const before of ['Stop!', 'Stop\\!', '!', '!!']) {
      const html = marked.parse(markdownOf(`<p>${before}<a href="/x/">There</a></p>`), {
        async: false,
      });
      expect(html).toBe(`<p>${before}<a href="/x/">There</a></p>\n`);
    }
  });

  test('keeps a program letter by letter, with its language, whatever it holds', () => {
    const line = fc
      .string({ unit: 'grapheme-ascii', maxLength: 12 })
      .filter((each) => !/\r/.test(each));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        // Marked takes lines of blanks at the end for none.
        const program = ['first', ...lines, 'last'].join('\n');
        const markdown = markdownOf(
          `<pre class="code"><code class="language-bash">${escaped(program)}</code></pre>`,
        );
        const [code] = marked.lexer(markdown);
        expect(code).toMatchObject({ type: 'code', lang: 'bash', text: program });
      }),
    );
  });

  test('keeps a program within an entry of a list as it is', () => {
    const program = 'if true; then\n\n  echo "- no list"\nfi';
    const markdown = markdownOf(`<ul><li><p>Run</p><pre><code>${program}</code></pre></li></ul>`);
    const html = parseFragment(marked.parse(markdown, { async: false }));
    expect(codeIn(html)).toEqual([`${program}\n`]);
  });

  test('never gives a term without a definition the definition of the next term', () => {
    expect(
      markdownOf(
        '<dl><div><dt>One</dt></div><div><dt>Two</dt><dd>Text</dd></div><div><dt>Three</dt></div></dl>',
      ),
    ).toBe('- **One**\n- **Two**: Text\n- **Three**\n');
  });

  test('puts one colon after a term, also after one that ends with a colon', () => {
    expect(markdownOf('<dl><dt>Instead of <strong>“No”</strong>:</dt><dd>Text</dd></dl>')).toBe(
      '- **Instead of “No”**: Text\n',
    );
  });

  test('has its heading first, and lists, terms, tables, folds and links as Markdown has them', () => {
    const markdown = markdownOf(`
      <p><a href="/errors/">All errors</a></p><h1>Title</h1>
      <ul><li>One<ul><li>Two</li></ul></li></ul>
      <dl><dt>Key<dd>An <strong>EC</strong> key, see <code>kid</code></dl>
      <table><caption>Table</caption><thead><tr><th>A</th><th>B</th></tr></thead>
        <tbody><tr><td>1|2</td><td><p>x</p><p>y</p></td></tr></tbody></table>
      <details><summary>More</summary><p>Inside<br>it</p></details>
      <details><summary><h2>Part</h2></summary><p>Text</p></details>`);
    expect(markdown).toBe(`# Title

[All errors](/errors/)

- One
  - Two

- **Key**: An **EC** key, see \`kid\`

**Table**

| A | B |
| --- | --- |
| 1\\|2 | x y |

**More**

Inside  
it

## Part

Text
`);
  });

  test('cites by footnotes, whose texts are the page’s list of sources and what it lacks', () => {
    const markdown = markdownOf(`
      <p>Said. <button class="cite" popovertarget="a"></button><span id="a" class="opened-sources"><a href="https://b.example/">B</a> read on 2026-01-02 <a href="https://c.example/">C</a> text of 2026-01-03 </span></p>
      <p>Again. <button class="cite" popovertarget="a"></button></p>
      <ol><li id="source-1"><a href="https://a.example/">A</a>, text of <time>2026-01-01</time></li><li id="source-2"><a href="https://b.example/">B</a>, read on 2026-01-02</li></ol>`);
    expect(markdown).toBe(`Said. [^2][^3]

Again. [^2][^3]

[^1]: [A](https://a.example/), text of 2026-01-01
[^2]: [B](https://b.example/), read on 2026-01-02

[^3]: [C](https://c.example/) text of 2026-01-03
`);
  });

  test('leaves out what needs a script, what is for the eye, and the ways about the site', () => {
    const markdown = markdownOf(`
      <nav class="page-contents no-print"><a href="#one">One</a></nav>
      <div class="needs-script"><h2>Fields</h2></div><button>Copy</button>
      <svg aria-hidden="true"><path d="M0 0"/></svg><svg aria-label="The map"><text>x</text></svg>
      <input value="typed"><p>See <a href="#one">one</a>.</p>`);
    expect(markdown).toBe('*Picture: The map*\n\nSee one.\n');
  });
});
