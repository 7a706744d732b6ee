import bash from 'highlight.js/lib/languages/bash';
import csharp from 'highlight.js/lib/languages/csharp';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import typescript from 'highlight.js/lib/languages/typescript';
import { createLowlight } from 'lowlight';

const grammars = createLowlight({
  bash,
  csharp,
  go,
  java,
  javascript,
  php,
  powershell,
  python,
  ruby,
  typescript,
});

/** What a piece of code is, as far as colour tells it; plain code has none. */
export type CodeKind = 'comment' | 'string' | 'keyword' | 'number';

export interface CodePiece {
  readonly text: string;
  readonly kind: CodeKind | undefined;
}

type HighlightNode = ReturnType<typeof grammars.highlight>['children'][number];

/**
 * Splits a program into its lines, without their line ends, and these into pieces of one kind. The pieces
 * together are the text again. A syntax without a grammar gives plain lines.
 *
 * @param syntax as in `Language.syntax`
 */
export function highlightedLines(text: string, syntax: string): readonly (readonly CodePiece[])[] {
  // Grammars of HTTP know one message, and no comments: what an .http file has besides are lines with `#`.
  if (!grammars.registered(syntax)) return plainLines(text, syntax === 'http');
  const nodes: readonly HighlightNode[] = grammars.highlight(syntax, text).children;
  const lines: CodePiece[][] = [[]];
  for (const { text: piece, kind } of nodes.flatMap((node) => piecesOf(node, undefined))) {
    for (const [index, part] of piece.split('\n').entries()) {
      if (index > 0) lines.push([]);
      const line = lines.at(-1) ?? [];
      const before = line.at(-1);
      if (part === '') continue;
      if (before !== undefined && before.kind === kind) {
        line.splice(-1, 1, { text: before.text + part, kind });
      } else {
        line.push({ text: part, kind });
      }
    }
  }
  return text.endsWith('\n') ? lines.slice(0, -1) : lines;
}

function plainLines(text: string, hasComments: boolean): readonly (readonly CodePiece[])[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const kind = hasComments && line.startsWith('#') ? 'comment' : undefined;
      return line === '' ? [] : [{ text: line, kind }];
    });
}

function piecesOf(node: HighlightNode, around: CodeKind | undefined): readonly CodePiece[] {
  if (node.type === 'text') return [{ text: node.value, kind: around }];
  if (node.type !== 'element') return [];
  const kind = kindOf(node.properties['className'], around);
  return node.children.flatMap((child) => piecesOf(child, kind));
}

const kinds: ReadonlyMap<string, CodeKind | undefined> = new Map<string, CodeKind | undefined>([
  ['hljs-comment', 'comment'],
  ['hljs-string', 'string'],
  ['hljs-regexp', 'string'],
  ['hljs-keyword', 'keyword'],
  ['hljs-literal', 'number'],
  ['hljs-number', 'number'],
  ['hljs-subst', undefined],
]);

function kindOf(className: unknown, around: CodeKind | undefined): CodeKind | undefined {
  const [name = ''] = Array.isArray(className) ? className : [];
  return kinds.has(String(name)) ? kinds.get(String(name)) : around;
}
