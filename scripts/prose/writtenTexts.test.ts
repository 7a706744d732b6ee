import { expect, test } from 'vitest';

import { avoidedWords } from '#guide/avoidedWords.ts';

import { linesOfDocuments, textsOfSources, type WrittenText } from './writtenTexts.ts';

const found = (texts: readonly WrittenText[]): readonly string[] =>
  texts.flatMap(({ file, ownWords }) =>
    avoidedWords
      .filter(({ word }) => word.test(ownWords))
      .map(({ word, write }) => `${file} ${String(word)} (write ${write}): ${ownWords.trim()}`),
  );

test('what script, command line and files say uses one name for one thing, and no word that stands in the way', () => {
  const texts = textsOfSources();
  expect(texts.length).toBeGreaterThan(3000);
  expect(found(texts)).toEqual([]);
});

test('the documents use one name for one thing, and no word that stands in the way', () => {
  expect(found(linesOfDocuments())).toEqual([]);
});
