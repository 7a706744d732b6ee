import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';

import { replay } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';

import { recordFileName } from './fileName.ts';
import { recordMarkdown } from './markdown.ts';
import { decisionRecord } from './record.ts';

// How tools read a decision record, written down again from their code: log4brains 1.1.0 (@log4brains/core) and
// adr-log 2.2.0, with which these records were also opened; Structurizr's MadrDecisionImporter and adrs-core, which
// are no packages of this registry.

interface ReadRecord {
  readonly title: string | undefined;
  readonly status?: string | undefined;
  readonly date?: string | undefined;
  readonly number?: number | undefined;
}
type Tool = (markdown: string, fileName: string) => ReadRecord;

/** gray-matter: up to the next line of three hyphens, and the line break after that. */
function apart(markdown: string): { readonly matter: string; readonly content: string } {
  const end = markdown.indexOf('\n---', 3);
  return {
    matter: markdown.slice(4, end),
    content: markdown.slice(end + '\n---'.length).replace(/^\n/, ''),
  };
}

const adrLog: Tool = (markdown, fileName) => {
  const { content } = apart(markdown);
  return {
    title: content
      .split('\n')[0]
      ?.slice(2)
      .replace(/^\d+\. /, ''),
    number: Number(/^[\d\-_\\/]*\d/m.exec(fileName)?.[0]),
  };
};

/** A block of Markdown that ends at an empty line, as CommonMark tells it from its first and last lines. */
type Block = {
  readonly kind: 'rule' | 'heading 1' | 'heading 2' | 'list' | 'text';
  readonly lines: readonly string[];
};

/** Knows no front matter: `---` is a rule after an empty line, and makes a heading of a text above it. */
function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = (kind?: Block['kind']) => {
    const [first = ''] = open;
    if (open.length > 0) {
      blocks.push({ kind: kind ?? (/^[*+-] /.test(first) ? 'list' : 'text'), lines: open });
    }
    open = [];
  };
  for (const line of markdown.split('\n')) {
    if (line === '---') {
      if (open.length > 0 && !/^[*+-] /.test(open.at(-1) ?? '')) close('heading 2');
      else {
        close();
        blocks.push({ kind: 'rule', lines: [] });
      }
    } else if (/^##? /.test(line)) {
      close();
      open = [line.replace(/^#+ /, '')];
      close(line.startsWith('## ') ? 'heading 2' : 'heading 1');
    } else if (line === '') close();
    else open.push(line);
  }
  close();
  return blocks;
}

const log4brains: Tool = (markdown) => {
  const blocks = blocksOf(markdown);
  const end = blocks.slice(1).findIndex(({ kind }) => kind === 'heading 2');
  const header = blocks
    .slice(0, end === -1 ? undefined : end + 1)
    .find(({ kind }) => kind === 'list');
  const metadata = (key: string) =>
    header?.lines
      .map((line) => new RegExp(`^\\s*${key}\\s*:\\s*(.*)$`, 'i').exec(line.replace(/^[*+-] /, '')))
      .find((match) => match !== null)?.[1];
  return {
    title: blocks.find(({ kind }) => kind === 'heading 1')?.lines[0],
    status: metadata('status') ?? 'accepted',
    date: metadata('date'),
  };
};

const structurizr: Tool = (markdown, fileName) => {
  const lines = markdown.split('\n');
  const endOfMatter = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  const inMatter = (prefix: string) =>
    lines
      .slice(1, endOfMatter)
      .find((line) => line.startsWith(prefix))
      ?.slice(prefix.length);
  const content = markdown.replace(/^---\n(^.*\n)*?---\n/m, '');
  return {
    title: content
      .split('\n')
      .find((line) => line.startsWith('# '))
      ?.slice(2),
    status: inMatter('status: ') ?? 'accepted',
    date: inMatter('date: '),
    number: /^\d{4}-.+?.md$/.test(fileName) ? Number(fileName.slice(0, 4)) : undefined,
  };
};

const adrs: Tool = (markdown) => {
  const [, matter = '', body = ''] = /^---\n([^]*?)---\n([^]*)$/.exec(markdown) ?? [];
  const front = parse(matter) as Readonly<Record<string, unknown>>;
  return {
    title: body
      .split('\n')
      .find((line) => line.startsWith('# '))
      ?.slice(2)
      .trim(),
    status: String(front['status']),
    date: String(front['date']),
    number: Number(front['number']),
  };
};

const tools: readonly (readonly [string, Tool, readonly (keyof ReadRecord)[]])[] = [
  ['adr-log', adrLog, ['title', 'number']],
  ['log4brains', log4brains, ['title', 'status', 'date']],
  ['Structurizr', structurizr, ['title', 'status', 'date', 'number']],
  ['adrs', adrs, ['title', 'status', 'date', 'number']],
];

describe.each(tools)('%s', (_name, tool, fields) => {
  test('finds title, status, date and number of every record where it looks for them', () => {
    for (const walk of allWalks().filter(({ kind }) => kind !== 'question')) {
      const record = decisionRecord(walk, { date: '2026-11-29', contentVersion: '2026-11-27' });
      const read = tool(recordMarkdown(record), recordFileName(record));
      const expected = { title: record.title, status: 'proposed', date: '2026-11-29', number: 1 };
      for (const field of fields) expect(read[field], walk.answers.join(' ')).toBe(expected[field]);
    }
  });
});

test('a record is named after its title, with the number that it says', () => {
  const { walk } = replay(['oauth.yes', 'audience.ownOrg']);
  const record = decisionRecord(walk, { date: '2026-11-29', contentVersion: '2026-11-27' });
  expect(recordFileName(record)).toBe('0001-use-a-service-app-with-a-private-key.md');
  for (const each of allWalks().filter(({ kind }) => kind !== 'question')) {
    const name = recordFileName(decisionRecord(each, { date: '2026-11-29', contentVersion: 'x' }));
    expect(name).toMatch(/^0001-[a-z0-9]+(-[a-z0-9]+)*\.md$/);
  }
});
