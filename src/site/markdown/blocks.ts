import { codeBlock, codeSpan, escapedText } from '#record/markdownText.ts';

import { listedPlace } from './citedSources.ts';
import { attributeOf, type Element, hasClass, isElement, type Node, textOf } from './elements.ts';

/** What a page's Markdown needs to know besides the page. */
export interface MarkdownContext {
  /** Where a link leads, given its address in the page. */
  readonly targetOf: (address: string) => string;
  /** The places of what a mark cites. */
  readonly placesOf: (mark: Element) => readonly number[];
  /** Whether a program is beside the page as a file, to which the page links. */
  readonly isBeside: (program: string) => boolean;
}

type Writer = (element: Element, context: MarkdownContext) => readonly string[];

/** Fields need a browser, and so does the navigation: the list of all pages takes its place. */
const leftOutTags: ReadonlySet<string> = new Set([
  'input',
  'nav',
  'noscript',
  'script',
  'select',
  'style',
  'template',
  'textarea',
]);

/** What is only for the eye, for a script, or for navigation. */
const isLeftOut = (element: Element): boolean =>
  leftOutTags.has(element.tagName) ||
  hasClass(element, 'needs-script') ||
  hasClass(element, 'opened-sources') ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  attributeOf(element, 'hidden') !== undefined ||
  (element.tagName === 'button' && !hasClass(element, 'cite')) ||
  (element.tagName === 'a' && hasClass(element, 'button') && isWithinPage(element)) ||
  hasClass(element, 'language-menu');

const isWithinPage = (link: Element): boolean =>
  attributeOf(link, 'href')?.startsWith('#') === true;

/** The elements that are blocks of their own, each with what writes it; all others belong to a line of text. */
const writers: Readonly<Record<string, Writer>> = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  p: paragraph,
  pre: program,
  ul: list,
  ol: list,
  dl: definitions,
  table,
  blockquote: quotation,
  summary: strongParts,
  legend: strongParts,
  label: strongParts,
  caption: strongParts,
  svg: picture,
  img: picture,
  hr: () => ['---'],
  ...Object.fromEntries(
    [
      'address',
      'article',
      'aside',
      'details',
      'div',
      'fieldset',
      'figcaption',
      'figure',
      'footer',
      'form',
      'header',
      'li',
      'main',
      'section',
    ].map((tag) => [tag, parts]),
  ),
};

/** Writes nodes as blocks of Markdown, between which there are blank lines. */
export function blocksOf(nodes: readonly Node[], context: MarkdownContext): readonly string[] {
  const blocks: string[] = [];
  let line: Node[] = [];
  const endLine = () => {
    const text = lineOf(line, context);
    if (text !== '') blocks.push(text);
    line = [];
  };
  for (const node of nodes) {
    const writer = isElement(node) ? writers[node.tagName] : undefined;
    if (!isElement(node) || writer === undefined) {
      line.push(node);
    } else if (!isLeftOut(node)) {
      endLine();
      blocks.push(...writer(node, context));
    }
  }
  endLine();
  return blocks;
}

function parts({ childNodes }: Element, context: MarkdownContext): readonly string[] {
  return blocksOf(childNodes, context);
}

function heading({ tagName, childNodes }: Element, context: MarkdownContext): readonly string[] {
  const text = inlineOf(childNodes, context);
  // A run of signs at the end would be read as the end of the mark.
  const line = oneLine(text).replace(/#+$/, '\\$&');
  return line === '' ? [] : [`${'#'.repeat(Number(tagName.slice(1)))} ${line}`];
}

function paragraph({ childNodes }: Element, context: MarkdownContext): readonly string[] {
  const text = lineOf(childNodes, context);
  return text === '' ? [] : [text];
}

/** What names a part and is no heading; if it contains one, that. */
function strongParts({ childNodes }: Element, context: MarkdownContext): readonly string[] {
  const blocks = blocksOf(childNodes, context);
  return blocks.some((block) => /^#|\*\*/.test(block))
    ? blocks
    : blocks.map((block) => `**${block}**`);
}

const syntaxClass = /(?:^| )language-([\w-]+)/;

/** A program; if it is beside the page as a file, the link to that takes its place. */
function program(pre: Element, { isBeside }: MarkdownContext): readonly string[] {
  const text = textOf(pre);
  if (isBeside(text)) return [];
  const code = pre.childNodes.find(isElement);
  const [, syntax = ''] =
    syntaxClass.exec(code === undefined ? '' : (attributeOf(code, 'class') ?? '')) ?? [];
  return [codeBlock(text, syntax)];
}

function list({ tagName, childNodes }: Element, context: MarkdownContext): readonly string[] {
  const items = childNodes.filter(isElement).filter((item) => !isLeftOut(item));
  const written = items.flatMap((item, index) => {
    const blocks = blocksOf(item.childNodes, context);
    const place = listedPlace(item);
    if (place !== undefined) return [`[^${place}]: ${blocks.join(' ')}`];
    const mark = tagName === 'ol' ? `${index + 1}. ` : '- ';
    return blocks.length === 0 ? [] : [itemOf(mark, blocks)];
  });
  return written.length === 0 ? [] : [written.join('\n')];
}

/** An entry of a list: its first line beside the mark, all others below that. */
function itemOf(mark: string, blocks: readonly string[]): string {
  const indent = ' '.repeat(mark.length);
  const text = blocks.reduce((before, block) => {
    const gap = /^(?:-|\d+\.) /.test(block) ? '\n' : '\n\n';
    return `${before}${gap}${block}`;
  });
  return mark + text.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
}

function definitions({ childNodes }: Element, context: MarkdownContext): readonly string[] {
  // The pairs may be in groups, and a group may be a term alone.
  const groups: Element[][] = [];
  let ungrouped: Element[] | undefined;
  for (const entry of childNodes.filter(isElement)) {
    if (entry.tagName === 'div') {
      groups.push(entry.childNodes.filter(isElement));
      ungrouped = undefined;
    } else if (ungrouped === undefined) {
      ungrouped = [entry];
      groups.push(ungrouped);
    } else {
      ungrouped.push(entry);
    }
  }
  const items = groups.flatMap((group) =>
    definitionGroup(
      group.filter((entry) => !isLeftOut(entry)),
      context,
    ),
  );
  return items.length === 0 ? [] : [items.join('\n')];
}

function definitionGroup(entries: readonly Element[], context: MarkdownContext): readonly string[] {
  const items: string[] = [];
  let term = '';
  for (const entry of entries) {
    if (entry.tagName === 'dt') {
      // A term is already strong, and gets its colon below.
      const name = oneLine(inlineOf(entry.childNodes, context))
        .replaceAll('**', '')
        .replace(/:$/, '');
      term = term === '' ? name : `${term}, ${name}`;
      continue;
    }
    const [first = '', ...others] = blocksOf(entry.childNodes, context);
    const named = /^(?:[-#>|]|\d+\.|`{3})/.test(first)
      ? [`**${term}**`, first]
      : [`**${term}**: ${first}`];
    items.push(itemOf('- ', term === '' ? [first, ...others] : [...named, ...others]));
    term = '';
  }
  return term === '' ? items : [...items, itemOf('- ', [`**${term}**`])];
}

/** Rows of cells, the first being the heads; what is in a cell becomes one line. */
function table(element: Element, context: MarkdownContext): readonly string[] {
  const groups = element.childNodes.filter(isElement);
  const captions = groups
    .filter(({ tagName }) => tagName === 'caption')
    .flatMap((caption) => strongParts(caption, context));
  const rows = groups
    .filter(({ tagName }) => tagName !== 'caption')
    .flatMap((group) => (group.tagName === 'tr' ? [group] : group.childNodes.filter(isElement)))
    .map((row) =>
      row.childNodes
        .filter(isElement)
        .map((cell) =>
          oneLine(blocksOf(cell.childNodes, context).join(' ')).replaceAll(/(?<!\\)\|/g, '\\|'),
        ),
    );
  const [heads = [], ...others] = rows;
  const lines = [heads, heads.map(() => '---'), ...others].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return [...captions, lines.join('\n')];
}

function quotation({ childNodes }: Element, context: MarkdownContext): readonly string[] {
  return [
    blocksOf(childNodes, context).join('\n\n').replaceAll(/^/gm, '> ').replaceAll(/ +$/gm, ''),
  ];
}

/** What a drawing or a picture is called: its text form is beside it if there is one. */
function picture(element: Element): readonly string[] {
  const named = element.childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'title' || tagName === 'desc')
    .map((part) => textOf(part).trim());
  const name =
    attributeOf(element, 'aria-label') ?? attributeOf(element, 'alt') ?? named.join('. ');
  return name === '' ? [] : [`*Picture: ${escapedText(oneLine(name))}*`];
}

/** What would begin a list, a heading, a quotation or the line below a heading, or be a rule. */
const lineStart = /^(\d*)(?:([.)+-])(?=\s|$)|([#>=])|(-)(?=-*\s*$))/;

/** A paragraph: its lines end where the page breaks them, and none begins another kind of block. */
function lineOf(nodes: readonly Node[], context: MarkdownContext): string {
  return inlineOf(nodes, context)
    .split('\n')
    .map((line) => line.trim().replace(lineStart, '$1\\$2$3$4'))
    .filter((line) => line !== '')
    .join('  \n');
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Elements that only a style sets apart. */
const apart: ReadonlySet<string> = new Set(['a', 'button', 'small', 'span']);

/** Nodes of one line of text; line breaks are those of the page. */
function inlineOf(nodes: readonly Node[], context: MarkdownContext): string {
  let text = '';
  let before: Node | undefined;
  for (const node of nodes) {
    if (isElement(node) && isLeftOut(node)) continue;
    const piece = inlineNode(node, context);
    if (piece === '') continue;
    const touches =
      before !== undefined &&
      isElement(before) &&
      isElement(node) &&
      apart.has(before.tagName) &&
      apart.has(node.tagName);
    const isLine = isElement(node) && hasClass(node, 'block');
    // Before a link the sign would make a picture of it.
    if (text.endsWith('!') && piece.startsWith('[')) text = `${text.slice(0, -1)}\\!`;
    if (isLine && text !== '') text += '\n';
    text += touches && !/\s$/.test(text) ? ` ${piece}` : piece;
    if (isLine) text += '\n';
    before = node;
  }
  return text.replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n ?/g, '\n');
}

function inlineNode(node: Node, context: MarkdownContext): string {
  if (!isElement(node)) {
    return 'value' in node ? escapedText(node.value.replaceAll(/\s+/g, ' ')) : '';
  }
  const inner = () => inlineOf(node.childNodes, context);
  switch (node.tagName) {
    case 'br':
      return '\n';
    case 'code':
    case 'kbd':
    case 'samp':
      return codeSpan(textOf(node));
    case 'strong':
    case 'b':
      return surrounded('**', inner());
    case 'em':
    case 'i':
      return surrounded('*', inner());
    case 'a':
      return linkOf(node, oneLine(inner()), context);
    case 'button':
      return context
        .placesOf(node)
        .map((place) => `[^${place}]`)
        .join('');
    case 'span':
      return hasClass(node, 'standing') ? surrounded('*', inner()) : inner();
    default:
      // A block within a line: its blocks one after the other.
      return node.tagName in writers ? ` ${blocksOf([node], context).join(' ')} ` : inner();
  }
}

/** Markdown sees no mark that has a space within it. */
function surrounded(mark: string, text: string): string {
  const [, before = '', content = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return content === '' ? text : `${before}${mark}${content}${mark}${after}`;
}

function linkOf(element: Element, text: string, { targetOf }: MarkdownContext): string {
  const address = attributeOf(element, 'href');
  // Headings have no addresses in Markdown.
  if (address === undefined || address.startsWith('#') || text === '') return text;
  const target = targetOf(address).replaceAll(/[()<>\\\s]/g, (character) =>
    /[()]/.test(character)
      ? `%${character.charCodeAt(0).toString(16)}`
      : encodeURIComponent(character),
  );
  return `[${text}](${target})`;
}
