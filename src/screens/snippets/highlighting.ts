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
 * Splits a program into pieces of one kind, which together are the text again; no two neighbours are
 * of the same. A syntax without a grammar is one plain piece.
 *
 * @param syntax as in `Language.syntax`
 */
export function highlightedPieces(text: string, syntax: string): readonly CodePiece[] {
  const found = grammars.registered(syntax)
    ? grammars.highlight(syntax, text).children.flatMap((node) => piecesOf(node, undefined))
    : plainPieces(text, syntax);
  const pieces: CodePiece[] = [];
  for (const { text: part, kind } of found) {
    const before = pieces.at(-1);
    if (part === '') continue;
    if (before !== undefined && before.kind === kind) {
      pieces.splice(-1, 1, { text: before.text + part, kind });
    } else {
      pieces.push({ text: part, kind });
    }
  }
  return pieces;
}

/** Grammars of HTTP know one message, and no comments: what an .http file has besides are lines with `#`. */
function plainPieces(text: string, syntax: string): readonly CodePiece[] {
  if (syntax !== 'http') return [{ text, kind: undefined }];
  return text
    .split(/(?<=\n)/)
    .map((line) => ({ text: line, kind: line.startsWith('#') ? 'comment' : undefined }));
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
