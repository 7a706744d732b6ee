import type { OutcomeId } from '#guide/nodeIds.ts';
import { languages } from '#snippets/languages.ts';
import { absenceOf } from '#snippets/snippet.ts';
import type { RequestValues } from '#snippets/values.ts';

import { handbookPath, requestsPath } from '../handbook/handbookPaths.ts';
import { useAddresses, useIsOffered } from '../site.tsx';
import { chosenForm, type FormChoice } from './formChoice.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { callsSeveral, valuesOfEachCall } from './severalCalls.ts';
import { SnippetFigure } from './SnippetFigure.tsx';

interface SnippetsProps {
  readonly method: OutcomeId;
  /** Id of the language; the first that is offered where it is absent or not offered. */
  readonly language?: string | undefined;
  readonly choice: FormChoice;
  readonly values: RequestValues;
  /** Address of the method's files, which hold the same texts; absent where the values are a person's. */
  readonly folder?: string | undefined;
}

/** A method's request in one language and form, with the menu of the others. */
export function Snippets({ method, language: id, choice, values, folder }: SnippetsProps) {
  const addresses = useAddresses();
  const isOffered = useIsOffered();
  const offered = languages.filter((language) => isOffered(language.id));
  const shown = offered.find((language) => language.id === id) ?? offered[0] ?? languages[0];
  if (shown === undefined) return null;
  const isWhole = callsSeveral(shown, values);
  const form = chosenForm(method, isWhole ? { ...choice, request: 'everything' } : choice);
  const [first = values, ...others] = isWhole ? [values] : valuesOfEachCall(values);
  // Why a tool has no request of this form is said once, however many calls there are.
  const programs = absenceOf(shown, form, first) === null ? [first, ...others] : [first];
  return (
    <>
      {programs.length > 1 && (
        <p>
          For {shown.label}, the guide writes a separate file for each of your {programs.length}{' '}
          operations.
        </p>
      )}
      {programs.map((program, place) => (
        <SnippetFigure
          // Two calls may be the same in all but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={place}
          language={shown}
          form={form}
          values={program}
          place={place}
          folder={folder === undefined ? undefined : `${folder}${shown.id}/`}
          menu={place === 0 ? <LanguageMenu method={method} shown={shown} /> : undefined}
        />
      ))}
      <p className="quiet">
        <a href={addresses.file(handbookPath(method, 'requests/'))}>
          {method === 'serviceApp' ? 'How to make the key pair, what' : 'What'} should come back,
          common errors, and files for Postman and Bruno
        </a>
        {shown.id === 'curl' && folder !== undefined && (
          <>
            {' · '}
            <a href={`${addresses.file(requestsPath(method, shown))}#windows`}>cURL on Windows</a>
          </>
        )}
      </p>
    </>
  );
}
