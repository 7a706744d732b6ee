import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Language } from '#snippets/language.ts';
import { languages } from '#snippets/languages.ts';

import { handbookPath, hasRequestForms, requestsPath } from '../handbook/handbookPaths.ts';
import { useAddresses, useIsOffered } from '../site.tsx';
import { languageGroups } from './languageGroups.ts';

interface LanguageMenuProps {
  readonly method: OutcomeId;
  /** The one whose request is shown below. */
  readonly shown: Language;
}

/**
 * All languages in one menu. Each is a link to its own page, so the menu works without script; in the
 * browser, the component that draws it handles the clicks (`chosenLanguage.ts`).
 */
export function LanguageMenu({ method, shown }: LanguageMenuProps) {
  const addresses = useAddresses();
  const isOffered = useIsOffered();
  return (
    <details className="language-menu no-print">
      <summary className="button">
        <span className="sr-only">Language: </span>
        {shown.label}
      </summary>
      <div>
        {languageGroups(languages.filter(({ id }) => isOffered(id))).map((group) => (
          <div key={group.title}>
            <p className="eyebrow">{group.title}</p>
            <ul>
              {group.languages.map((language) => (
                <li key={language.id}>
                  <a
                    href={addresses.file(
                      hasRequestForms(method, language)
                        ? requestsPath(method, language)
                        : handbookPath(method, 'requests/'),
                    )}
                    data-language={language.id}
                    aria-current={language.id === shown.id ? 'true' : undefined}
                  >
                    {language.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
