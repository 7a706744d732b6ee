import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Sentence, sentencesOf } from './sentences.ts';

/** What the pages of one kind say. */
export interface KindProse {
  readonly kind: string;
  readonly pages: number;
  /** Each sentence once. */
  readonly sentences: readonly Sentence[];
}

/** Kinds whose words are mostly those of another kind, or of the specification. */
const withoutWordsOfTheirOwn: ReadonlySet<string> = new Set(['movedRequests', 'operationTag']);

interface PageList {
  readonly pages: readonly { readonly path: string; readonly kind: string }[];
}

/** Reads every page of a build, in the order of the kinds in its `guide.json`. */
export function readProse(build: string): readonly KindProse[] {
  const read = (file: string): string => readFileSync(path.join(build, file), 'utf8');
  const { pages } = JSON.parse(read('guide.json')) as PageList;
  const kinds = new Map<string, { pages: number; sentences: Map<string, Sentence> }>();
  for (const page of pages) {
    if (withoutWordsOfTheirOwn.has(page.kind)) continue;
    const kind = kinds.get(page.kind) ?? { pages: 0, sentences: new Map<string, Sentence>() };
    kinds.set(page.kind, kind);
    kind.pages += 1;
    const file = page.path.endsWith('.html') ? page.path : `${page.path}index.html`;
    for (const sentence of sentencesOf(read(file.replace(/^\.\//, '')))) {
      kind.sentences.set(sentence.text, sentence);
    }
  }
  return [...kinds].map(([kind, { pages: count, sentences }]) => ({
    kind,
    pages: count,
    sentences: [...sentences.values()],
  }));
}
