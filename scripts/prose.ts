// `npm run prose`: how the pages of the build in dist/ read, by kind of page. Each sentence counts
// once for a kind. With `-- --long`, also every sentence that is longer than the guide wants.
import { longest } from './prose/longest.ts';
import { readProse } from './prose/pagesProse.ts';

const kinds = readProse();
console.log(
  `${'kind'.padEnd(14)}${['pages', 'sentences', 'words each', `over ${longest}`, 'passive %', 'long words %'].map((name) => name.padStart(13)).join('')}`,
);
for (const { kind, pages, sentences } of kinds) {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const longWords = sentences.reduce((sum, sentence) => sum + sentence.longWords, 0);
  const passive = sentences.filter(({ isPassive }) => isPassive).length;
  const figures = [
    pages,
    sentences.length,
    (words / sentences.length).toFixed(1),
    sentences.filter((sentence) => sentence.words > longest && !sentence.isQuoted).length,
    ((100 * passive) / sentences.length).toFixed(1),
    ((100 * longWords) / words).toFixed(1),
  ];
  console.log(kind.padEnd(14) + figures.map((figure) => String(figure).padStart(13)).join(''));
}

if (process.argv.includes('--long')) {
  const long = new Map<string, string>();
  for (const { kind, sentences } of kinds) {
    for (const { text, words, isQuoted } of sentences) {
      if (words > longest && !isQuoted && !long.has(text)) long.set(text, `${words} ${kind}`);
    }
  }
  for (const [text, place] of long) console.log(`\n${place}: ${text}`);
  console.log(`\n${long.size} sentences`);
}
