import { expect, test } from 'vitest';

import { languages } from '#snippets/languages.ts';

import { defaultLanguageId } from './formChoice.ts';
import { languageGroups } from './languageGroups.ts';

test('every language stands in one group, and those that were run come first', () => {
  const groups = languageGroups(languages);
  const grouped = groups.flatMap((group) => group.languages);
  expect(new Set(grouped)).toEqual(new Set(languages));
  expect(grouped).toHaveLength(languages.length);
  expect(groups.map(({ title }) => title)).toEqual([
    'Run by our tests',
    'Syntax checked only',
    'Official tools',
  ]);
  expect(groups[1]?.languages.map(({ id }) => id)).toEqual(['csharp', 'powershell']);
});

test('a page begins with the first language, and that was run', () => {
  expect(languages[0]?.id).toBe(defaultLanguageId);
  expect(languageGroups(languages)[0]?.languages[0]?.id).toBe(defaultLanguageId);
});
