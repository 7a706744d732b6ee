import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';

import { hasMarkdownForm } from '../markdown/markdownForm.ts';
import { pages } from '../pages/pages.ts';
import { prerenderPage, siteFiles } from '../pages/prerender.tsx';
import { assistantFiles, llmsPath } from './assistantFiles.ts';

const settings = { base: '/okta-guide/', origin: 'https://docs.example', repository: '' };
const site = `${settings.origin}${settings.base}`;
const drawn = pages.filter(hasMarkdownForm).map((page) => prerenderPage(page, settings));
const beside = siteFiles(settings);
const files = new Map(
  assistantFiles(drawn, beside, settings).map(({ path, text }) => [path, text]),
);
const forms = drawn.map(({ page, body }) => ({
  path: page.path,
  body,
  markdown: files.get(`${page.path}index.md`) ?? '',
}));

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const textOf = (node: Node): string => {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
};

/** Elements of these names in a page's main part, except those that work only with script. */
function found(body: string, names: RegExp): readonly Element[] {
  const main = body.slice(body.indexOf('<main'), body.lastIndexOf('</main>'));
  const within = (node: Node): readonly Element[] => {
    if (!('childNodes' in node)) return [];
    if ('tagName' in node) {
      const classes = node.attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? [];
      if (classes.includes('needs-script')) return [];
      if (names.test(node.tagName)) return [node];
    }
    return node.childNodes.flatMap(within);
  };
  return within(parseFragment(main));
}

/** Without marks, and without where links lead. */
const letters = (text: string): string =>
  text.replaceAll(/\]\([^)]*\)/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '');

/** With a word for each program and piece of code, which may contain anything. */
const prose = (markdown: string): string =>
  markdown
    .replaceAll(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2$/gm, 'code')
    .replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'code');

describe('the Markdown form of the pages', () => {
  test('lies beside every page but those that repeat another', () => {
    expect(forms.length).toBeGreaterThan(350);
    expect(forms.filter(({ markdown }) => markdown === '').map(({ path }) => path)).toEqual([]);
    const kinds = new Set(pages.filter((page) => !hasMarkdownForm(page)).map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['embed', 'movedRequests', 'notFound']);
  });

  test('has every heading of its page, and every program or the link to its file', () => {
    let programs = 0;
    let linked = 0;
    for (const { path, body, markdown } of forms) {
      const headings = new Set(
        [...markdown.matchAll(/^[\s\d.>-]*#{1,6} (.*)$/gm)].map(([, text = '']) => letters(text)),
      );
      const wanted = found(body, /^h[1-6]$/).map((heading) => letters(textOf(heading)));
      expect({ path, missing: wanted.filter((heading) => !headings.has(heading)) }).toEqual({
        path,
        missing: [],
      });
      const indented = markdown.replaceAll(/^ +/gm, '');
      for (const program of found(body, /^pre$/)) {
        const sameFiles = beside.filter(
          (file) => file.path.startsWith(path) && file.text.trimEnd() === textOf(program).trimEnd(),
        );
        if (sameFiles.some((file) => markdown.includes(`](${site}${file.path})`))) {
          linked += 1;
          continue;
        }
        const text = textOf(program).replaceAll(/^ +/gm, '').replace(/\n*$/, '');
        expect({ path, text, isThere: indented.includes(text) }).toEqual({
          path,
          text,
          isThere: true,
        });
        programs += 1;
      }
    }
    expect(programs).toBeGreaterThan(300);
    expect(linked).toBeGreaterThan(100);
  });

  test('holds no HTML, no script and nothing empty', () => {
    for (const { path, markdown } of forms) {
      expect({ path, tags: prose(markdown).match(/(?<!\\)<\/?[a-z][^>]*>/gi) }).toEqual({
        path,
        tags: null,
      });
      expect(prose(markdown)).not.toMatch(/\*\*\*\*|\[\]\(|\]\(\)|^- *$|undefined|\[object/m);
      expect(markdown.startsWith('# ') || path === 'workshop/screen/').toBe(true);
    }
  });

  test('leads from page to page by the Markdown forms, and nowhere that is not', () => {
    const known = new Set(forms.map(({ path }) => `${site}${path}index.md`));
    let followed = 0;
    for (const { path, markdown } of forms) {
      const links = [...prose(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(
        ([, address = '']) => address,
      );
      const relative = links.filter((address) => !/^https?:/.test(address));
      expect({ path, relative }).toEqual({ path, relative: [] });
      const inner = links.filter(
        (address) => address.startsWith(site) && address.includes('index.md'),
      );
      const lost = inner.filter((address) => !known.has(address.replace(/#.*$/, '')));
      expect({ path, lost }).toEqual({ path, lost: [] });
      followed += inner.length;
    }
    expect(followed).toBeGreaterThan(2000);
  });

  test('cites only what it lists, each source once', () => {
    for (const { path, markdown } of forms) {
      const text = prose(markdown);
      const listed = [...text.matchAll(/^\[\^(\d+)\]: /gm)].map(([, place]) => place);
      const cited = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, place]) => place));
      expect({ path, listed: listed.length }).toEqual({ path, listed: new Set(listed).size });
      expect({ path, unlisted: [...cited].filter((place) => !listed.includes(place)) }).toEqual({
        path,
        unlisted: [],
      });
    }
  });
});

test('llms.txt lists every page once, in groups of which none is empty', () => {
  const text = files.get(llmsPath) ?? '';
  const listed = [...text.matchAll(/\]\((\S+index\.md)\)/g)].map(([, address = '']) => address);
  expect(listed.toSorted()).toEqual(forms.map(({ path }) => `${site}${path}index.md`).toSorted());
  for (const group of text.split(/^## /m).slice(1)) expect(group).toMatch(/^- \[/m);
});
