// `npm run prose`: how the sentences of the build in dist/ read, by kind of page. Each sentence counts
// once for a kind. With `-- --long`, also every sentence that is longer than the guide wants. With
// `-- --beside REVISION` (or the folder of another build), the figures of that one in brackets.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { withBuildOf } from './prose/earlierBuild.ts';
import { proseTable } from './prose/figures.ts';
import { longest } from './prose/longest.ts';
import { type KindProse, readProse } from './prose/pagesProse.ts';
import { build } from './size/build.ts';

/** Every sentence that is too long, each once, with its words and its kind of page. */
function longSentences(kinds: readonly KindProse[]): string {
  const long = new Map<string, string>();
  for (const { kind, sentences } of kinds) {
    for (const { text, words, isQuoted } of sentences) {
      if (words > longest && !isQuoted && !long.has(text)) long.set(text, `${words} ${kind}`);
    }
  }
  const listed = [...long].map(([text, place]) => `\n${place}: ${text}\n`);
  return `${listed.join('')}\n${long.size} sentences`;
}

const { values } = parseArgs({
  options: { long: { type: 'boolean', default: false }, beside: { type: 'string' } },
});
const kinds = readProse(build);
const { beside } = values;
if (beside === undefined) {
  console.log(proseTable(kinds));
} else {
  const earlier = existsSync(path.join(beside, 'guide.json'))
    ? readProse(beside)
    : await withBuildOf(beside, readProse);
  console.log(`In brackets, where they differ: the figures of ${beside}.\n`);
  console.log(proseTable(kinds, earlier));
}
if (values.long) console.log(longSentences(kinds));
