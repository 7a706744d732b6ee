import { expect, test } from 'vitest';

import { avoidedWords } from '#guide/avoidedWords.ts';
import { pages } from '#site/pages/pages.ts';
import { prerenderPage } from '#site/pages/prerender.tsx';

import { longest } from './longest.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** Kinds whose sentences are another kind’s, or the specification’s. */
const withoutWordsOfTheirOwn: ReadonlySet<string> = new Set([
  'embed',
  'movedRequests',
  'operationTag',
]);

/** Each sentence of the site once, with the first page on which it is. */
const sentences = new Map<string, Sentence & { readonly path: string }>();
for (const page of pages) {
  if (withoutWordsOfTheirOwn.has(page.kind)) continue;
  const { body } = prerenderPage(page, { base: '/', origin: '', repository: '' });
  for (const sentence of sentencesOf(body)) {
    if (!sentences.has(sentence.text))
      sentences.set(sentence.text, { ...sentence, path: page.path });
  }
}
const all = [...sentences.values()].filter(({ isQuoted }) => !isQuoted);
/** Where the glossary lists what other people say. */
const isOthersWord = ({ text }: Sentence): boolean => text.startsWith('Other words: ');

test('the pages have the sentences that this test is about', () => {
  expect(all.length).toBeGreaterThan(3000);
});

test(`no sentence of the pages has more than ${longest} words, unless it quotes somebody`, () => {
  const long = all.filter(({ words }) => words > longest);
  expect(long.map(({ path, words, text }) => `/${path} ${words}: ${text}`)).toEqual([]);
});

test('one thing has one name on all pages, and no word stands in the way', () => {
  const found = all
    .filter((sentence) => !isOthersWord(sentence))
    .flatMap(({ path, text, ownWords }) =>
      avoidedWords
        .filter(({ word }) => word.test(ownWords))
        .map(({ word, write }) => `/${path} ${String(word)} (write ${write}): ${text}`),
    );
  expect(found).toEqual([]);
});
