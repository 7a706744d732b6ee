import { createRequire } from 'node:module';

import { Language, type Node, Parser } from 'web-tree-sitter';

import { powershellLiterals } from './powershellLiterals.ts';

const grammars = {
  csharp: 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm',
  powershell: 'tree-sitter-powershell/tree-sitter-powershell.wasm',
} as const;

/** A language that a grammar of tree-sitter reads here. */
export type ParsedLanguage = keyof typeof grammars;

/**
 * Reads a program with the grammar of its language, and says what in it is no such program: `3:14: …`, line and
 * column counted from 1. An empty list is a clean parse.
 *
 * What it proves: the text has the structure that the grammar of tree-sitter knows, and every literal begins and
 * ends where this structure has it. For C# no character stands in the text that ends a line there but not in the
 * grammar. For PowerShell, whose curly quotes the grammar does not know, the literals are found a second time by
 * PowerShell's own rules (see {@link powershellLiterals}) and must be the same ones.
 *
 * What it does not prove: that names, types and overloads exist, that the program does anything, or that it is
 * refused by the real compiler nowhere else. The grammars accept more than the languages do.
 */
export async function syntaxErrors(
  language: ParsedLanguage,
  text: string,
): Promise<readonly string[]> {
  const grammar = await grammarOf(language);
  const parser = new Parser();
  try {
    parser.setLanguage(grammar);
    const tree = parser.parse(text);
    if (tree === null) {
      throw new TypeError(`The parser of ${language} gave no tree.`);
    }
    try {
      return [
        ...brokenNodes(tree.rootNode),
        ...(language === 'csharp'
          ? foreignLineEnds(text)
          : differingLiterals(text, literalsIn(tree.rootNode))),
      ];
    } finally {
      tree.delete();
    }
  } finally {
    parser.delete();
  }
}

const loaded = new Map<ParsedLanguage, Promise<Language>>();

async function grammarOf(language: ParsedLanguage): Promise<Language> {
  const known = loaded.get(language) ?? load(language);
  loaded.set(language, known);
  return known;
}

async function load(language: ParsedLanguage): Promise<Language> {
  initialized ??= Parser.init();
  await initialized;
  return Language.load(createRequire(import.meta.url).resolve(grammars[language]));
}

let initialized: Promise<void> | undefined;

/** The nodes that the parser had to skip or to invent, the outermost of each place. */
function brokenNodes(node: Node): readonly string[] {
  if (node.isError || node.isMissing) {
    const { row, column } = node.startPosition;
    const what = node.isMissing ? `${node.type} is missing` : `unexpected ${excerpt(node.text)}`;
    return [`${row + 1}:${column + 1}: ${what}`];
  }
  return node.hasError ? node.children.flatMap(brokenNodes) : [];
}

/** C# ends a line, and so a literal, at these characters too (language specification, «Line terminators»). */
function foreignLineEnds(text: string): readonly string[] {
  return [...text.matchAll(/[\r\u0085\u2028\u2029]/g)].map(
    ({ 0: character, index }) =>
      `${place(text, index)}: a line end of C# only: U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The outermost string literals that the grammar has found. */
function literalsIn(node: Node): readonly Range[] {
  return node.type === 'string_literal'
    ? [{ start: node.startIndex, end: node.endIndex }]
    : node.children.flatMap(literalsIn);
}

function differingLiterals(text: string, parsed: readonly Range[]): readonly string[] {
  const { literals, errors } = powershellLiterals(text);
  const same = (one: Range, other: Range) => one.start === other.start && one.end === other.end;
  return [
    ...errors.map(({ index, message }) => `${place(text, index)}: ${message}`),
    ...literals
      .filter((literal) => !parsed.some((other) => same(literal, other)))
      .map(
        ({ start, end }) =>
          `${place(text, start)}: to PowerShell ${excerpt(text.slice(start, end))} is a literal`,
      ),
    ...parsed
      .filter((literal) => !literals.some((other) => same(literal, other)))
      .map(
        ({ start, end }) =>
          `${place(text, start)}: to PowerShell ${excerpt(text.slice(start, end))} is no literal`,
      ),
  ];
}

function place(text: string, index: number): string {
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
