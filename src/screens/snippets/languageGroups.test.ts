import { expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { claimOfSample } from '#snippets/executionReport.ts';
import { formName, formsFor } from '#snippets/form.ts';
import { languages } from '#snippets/languages.ts';

import { defaultLanguageId } from './formChoice.ts';
import { languageGroups } from './languageGroups.ts';

test('every language is in one group, and those that were run come first', () => {
  const groups = languageGroups(languages);
  const grouped = groups.flatMap((group) => group.languages);
  expect(new Set(grouped)).toEqual(new Set(languages));
  expect(grouped).toHaveLength(languages.length);
  expect(groups.map(({ title }) => title)).toEqual(['Run by our tests', 'Official tools']);
});

test('a language is among those that were run only if every form of it was, but for DPoP messages', () => {
  const [run] = languageGroups(languages);
  const unproven = (run?.languages ?? []).flatMap((language) =>
    outcomeIds
      .flatMap(formsFor)
      .filter((form) => language.absence(form) === null)
      .filter((form) => language.command(formName(form), form) !== null || form.variant !== 'dpop')
      .map((form) => `${language.id}-${formName(form)}`)
      .filter((id) => claimOfSample(id) !== 'executed'),
  );
  expect(unproven).toEqual([]);
});

test('a page begins with the first language, and that was run', () => {
  expect(languages[0]?.id).toBe(defaultLanguageId);
  expect(languageGroups(languages)[0]?.languages[0]?.id).toBe(defaultLanguageId);
});
