import type { Language } from '#snippets/language.ts';

/** Languages of whose requests the same has been proven. */
export interface LanguageGroup {
  readonly title: string;
  readonly languages: readonly Language[];
}

/** Divides languages by what has been proven about their requests. Leaves out empty groups. */
export function languageGroups(languages: readonly Language[]): readonly LanguageGroup[] {
  const own = languages.filter(({ kind }) => kind === 'language');
  return [
    { title: 'Run by our tests', languages: own },
    {
      title: 'Official tools',
      languages: languages.filter(({ kind }) => kind === 'officialTool'),
    },
  ].filter((group) => group.languages.length > 0);
}
