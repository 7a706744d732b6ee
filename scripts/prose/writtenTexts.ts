import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parseSync } from 'vite';

import { projectFolder } from '../packages.mjs';

/** A text in a file, and where it is. */
export interface WrittenText {
  readonly file: string;
  /** Without code and without what is between quotation marks. */
  readonly ownWords: string;
}

/**
 * Layers and folders whose texts people see outside the pages of the build: in the browser, in a
 * terminal, in a file.
 */
const folders = [
  'src/app',
  'src/browser',
  'src/catalogue',
  'src/embed',
  'src/record',
  'src/screens',
  'src/search',
  'src/share',
  'src/site',
  'src/snippets',
  'src/ui',
  'src/workshop',
  'scripts',
];

/** Documents in Markdown, except the style guide, which shows what not to write. */
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/embed.md',
  'docs/snippet-comparison.md',
];

/**
 * Files whose texts are not ours to choose here: tests, what others say, and the texts of generated programs, which
 * change only together with the evidence of their runs.
 */
const notRead: readonly RegExp[] = [
  /\.test\.tsx?$|\.d\.ts$|\/__snapshots__\//,
  /\/hostile\w*\.ts$|\/searchedTerms\.ts$/,
  /^src\/snippets\/(?:csharp|curl|go|http|java|javascript|php|powershell|python|ruby|typescript)\//,
];

const isRead = (file: string): boolean =>
  /\.(?:tsx?|mjs)$/.test(file) && !notRead.some((pattern) => pattern.test(file));

/** Every text of the sources that may be a sentence: string literals, templates and words between tags. */
export function textsOfSources(): readonly WrittenText[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => path.posix.join(folder, name.split(path.sep).join('/')),
      ),
    )
    .filter(isRead)
    .flatMap((file) =>
      textsIn(file, readFileSync(path.join(projectFolder, file), 'utf8')).map((text) => ({
        file,
        ownWords: ownWordsOf(text),
      })),
    );
}

/** Every line of the documents, without code. */
export function linesOfDocuments(): readonly WrittenText[] {
  return documents.flatMap((file) =>
    readFileSync(path.join(projectFolder, file), 'utf8')
      .replaceAll(/^```[^]*?^```$/gm, '')
      .split('\n')
      .map((line) => ({ file, ownWords: ownWordsOf(line) })),
  );
}

const ownWordsOf = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/`[^`]*`/g, '…')
    .replaceAll(/“[^”]*”?|"[^"]*"/g, '“…”');

function textsIn(file: string, source: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
    } else if (isNode(node)) {
      const text = textOf(node);
      if (text === undefined) for (const child of Object.values(node)) visit(child);
      else if (/\p{L}{2,} \p{L}{2,}/u.test(text)) texts.push(text);
      // The holes of a template may contain more texts.
      visit(node['expressions']);
    }
  };
  visit(parseSync(file, source).program.body);
  return texts;
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The text that a node of the syntax tree has; undefined for a node that has none. */
function textOf({ type, value, quasis }: Readonly<Record<string, unknown>>): string | undefined {
  if (type === 'Literal' || type === 'JSXText') return typeof value === 'string' ? value : '';
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return undefined;
  return quasis.map((quasi) => (isNode(quasi) ? cooked(quasi) : '')).join('…');
}

const cooked = ({ value }: Readonly<Record<string, unknown>>): string =>
  isNode(value) && typeof value['cooked'] === 'string' ? value['cooked'] : '';
