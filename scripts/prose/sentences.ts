import type { Element, ElementContent, Root as Page } from 'hast';
import { toNlcst } from 'hast-util-to-nlcst';
import type { Root as Prose, Sentence as SentenceNode } from 'nlcst';
import { toString } from 'nlcst-to-string';
import { ParseEnglish } from 'parse-english';
import rehypeParse from 'rehype-parse';
import retextPassive from 'retext-passive';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';

/** A sentence as a reader meets it. */
export interface Sentence {
  /** With every run of white space as one space. */
  readonly text: string;
  /** The text without code and without what is between quotation marks. */
  readonly ownWords: string;
  /** Words; a piece of code counts as one. */
  readonly words: number;
  readonly longWords: number;
  /** Whether it has a verb in the passive voice. */
  readonly isPassive: boolean;
  /** Whether its words are somebody else’s: an exact quotation. */
  readonly isQuoted: boolean;
}

/** Letters from which a word is called long. */
const longWord = 12;

/**
 * Returns the sentences of a page’s main part in order: headings and list items too, but no
 * program, table of contents, list of sources or name of a picture.
 */
export function sentencesOf(html: string): readonly Sentence[] {
  const page = unified().use(rehypeParse).parse(html);
  const main = mainOf(page);
  if (main === undefined) return [];
  withoutApparatus(main);
  const file = new VFile(html);
  const prose = toNlcst(main, file, ParseEnglish);
  const sentences: Sentence[] = [];
  visit(prose, 'SentenceNode', (sentence) => {
    const read = sentenceOf(sentence);
    if (read.words > 0) sentences.push(read);
    return SKIP;
  });
  return sentences;
}

function mainOf(page: Page): Element | undefined {
  let main: Element | undefined;
  visit(page, 'element', (element) => {
    if (element.tagName === 'main') main = element;
  });
  return main;
}

/** Takes out what nobody reads as sentences, and keeps apart what is apart on the page. */
function withoutApparatus(main: Element): void {
  visit(main, 'element', (element, place, parent) => {
    if (parent === undefined || place === undefined) return undefined;
    if (isApparatus(element)) {
      parent.children.splice(place, 1);
      return [SKIP, place];
    }
    if (cells.has(element.tagName)) element.tagName = 'p';
    if (standsApart(element) || isChoice(element, parent)) element.tagName = 'div';
    if (element.children.some(isLineBreak)) {
      element.tagName = 'div';
      element.children = linesOf(element);
    }
    return undefined;
  });
}

const isLineBreak = (node: ElementContent): boolean =>
  node.type === 'element' && node.tagName === 'br';

/** The content of an element, a paragraph for each line. */
function linesOf({ children }: Element): Element[] {
  const lines: Element[] = [];
  let line: ElementContent[] = [];
  const end = (): void => {
    lines.push({ type: 'element', tagName: 'p', properties: {}, children: line });
    line = [];
  };
  for (const child of children) {
    if (isLineBreak(child)) end();
    else line.push(child);
  }
  end();
  return lines;
}

/** Elements that the converter takes for words within a text. */
const apart: ReadonlySet<string> = new Set([
  'table',
  'thead',
  'tbody',
  'tr',
  'ul',
  'ol',
  'dl',
  'button',
  'label',
  'legend',
  'summary',
  'option',
  'noscript',
]);

/** Cells of a table: each says its own. */
const cells: ReadonlySet<string> = new Set(['td', 'th']);

/** A link in a list of definitions is an entry of that list. */
const isChoice = ({ tagName }: Element, parent: Element | Page): boolean =>
  tagName === 'a' && parent.type === 'element' && parent.tagName === 'dd';

function standsApart({ tagName, properties }: Element): boolean {
  const { className } = properties;
  return apart.has(tagName) || (Array.isArray(className) && className.includes('block'));
}

const apparatus: ReadonlySet<string> = new Set(['nav', 'pre', 'svg', 'textarea', 'select', 'time']);

const isApparatus = ({ tagName, properties }: Element): boolean =>
  apparatus.has(tagName) || properties['popover'] !== undefined || properties['id'] === 'sources';

function sentenceOf(sentence: SentenceNode): Sentence {
  const text = toString(sentence).replaceAll(/\s+/g, ' ').trim();
  const words: string[] = [];
  const code: string[] = [];
  visit(sentence, (node) => {
    if (node.type !== 'WordNode' && node.type !== 'SourceNode') return undefined;
    words.push(toString(node));
    if (node.type === 'SourceNode') code.push(toString(node));
    return SKIP;
  });
  return {
    text,
    ownWords: code
      .reduce((rest, each) => rest.replace(each, '…'), text)
      .replaceAll(/“[^”]*”?/g, '“…”'),
    words: words.length,
    longWords: words.filter((word) => /^\p{L}+$/u.test(word) && word.length >= longWord).length,
    isPassive: hasPassive(sentence),
    isQuoted: /^[“"].*[”"][.,]?$/u.test(text),
  };
}

function hasPassive(sentence: SentenceNode): boolean {
  const prose: Prose = {
    type: 'RootNode',
    children: [{ type: 'ParagraphNode', children: [sentence] }],
  };
  const file = new VFile();
  unified().use(retextPassive).runSync(prose, file);
  return file.messages.length > 0;
}
