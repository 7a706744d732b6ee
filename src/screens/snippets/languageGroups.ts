import { outcomeIds } from '#guide/nodeIds.ts';
import { claimOfSample } from '#snippets/executionReport.ts';
import { formName, formsFor } from '#snippets/form.ts';
import type { Language } from '#snippets/language.ts';

/** Languages of whose requests the same has been proven. */
export interface LanguageGroup {
  readonly title: string;
  readonly languages: readonly Language[];
}

/** Divides languages by what has been proven about their requests, as the report of the runs says. Leaves out empty groups. */
export function languageGroups(languages: readonly Language[]): readonly LanguageGroup[] {
  const own = languages.filter(({ kind }) => kind === 'language');
  return [
    { title: 'Run by our tests', languages: own.filter(wasRun) },
    { title: 'Syntax checked only', languages: own.filter((language) => !wasRun(language)) },
    {
      title: 'Official tools',
      languages: languages.filter(({ kind }) => kind === 'officialTool'),
    },
  ].filter((group) => group.languages.length > 0);
}

function wasRun({ id }: Language): boolean {
  return outcomeIds
    .flatMap(formsFor)
    .some((form) => claimOfSample(`${id}-${formName(form)}`) === 'executed');
}
