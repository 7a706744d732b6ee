import { defaultLanguageId, formChoiceOf } from '#screens/snippets/formChoice.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import type {
  FieldAnswer,
  FieldTexts,
  LiveSnippets,
  ValueField,
} from '#screens/snippets/requestInputs.ts';
import { OtherTools } from '#screens/snippets/OtherTools.tsx';
import { callsSeveral } from '#screens/snippets/severalCalls.ts';
import { Snippets } from '#screens/snippets/Snippets.tsx';
import { WindowsRequests } from '#screens/snippets/WindowsRequests.tsx';
import { decodeFragment, writeFragment, type WrittenFragment } from '#share/fragment.ts';
import { keptBounds, linkBounds } from '#share/fragmentBounds.ts';
import { type RefusedLine, refusedLines } from '#share/refusedLines.ts';
import { languageOf } from '#snippets/languages.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';

import { ChosenRecord } from './ChosenRecord.tsx';
import type { ChosenOperations } from './chosenOperations.tsx';
import { acceptedTexts, parsedTexts } from './fieldTexts.ts';
import { needsCatalogue, type Picked } from './picked.ts';

/** The values as a fragment, which is empty where all are defaults. */
export interface ValuesFragment extends WrittenFragment {
  /** All of them, also those that are too long for a link: for this browser alone. */
  readonly whole: string;
}

/** Writes the values as a fragment, and says which have no place in it. */
export function valuesFragment(texts: FieldTexts, picked: Picked): ValuesFragment {
  const values = { ...acceptedTexts(parsedTexts(texts)), ...picked };
  const written = writeFragment(values, fragmentChoices);
  const isWhole = !written.leftOut.some(({ because }) => because === 'length');
  return {
    ...written,
    whole: isWhole ? written.fragment : writeFragment(values, fragmentChoices, keptBounds).fragment,
  };
}

/**
 * Returns the snippets with the values, and the outcome for each field.
 *
 * @param picked what the pickers show
 * @param chosen what follows from the picked operations; absent as long as the catalogue is not
 * loaded
 */
export function liveSnippets(
  texts: FieldTexts,
  picked: Picked,
  chosen: ChosenOperations | undefined,
): LiveSnippets {
  const parsed = parsedTexts(texts);
  const answers: Record<ValueField, FieldAnswer> = { orgDomain: {}, clientId: {}, keyId: {} };
  for (const { field, result } of parsed) {
    answers[field] = result.ok ? { note: result.note } : { problem: result.reason };
  }
  const called = needsCatalogue(picked) ? chosen : undefined;
  const values: RequestValues = { ...defaultValues, ...acceptedTexts(parsed), ...called?.parts };
  const language = languageOf(picked.language ?? defaultLanguageId);
  return {
    answers,
    callsSeveral: language !== undefined && callsSeveral(language, values),
    draw: (method) =>
      called?.refusal(method) ?? (
        <>
          <Snippets
            method={method}
            language={picked.language}
            choice={formChoiceOf(picked)}
            values={values}
          />
          {(picked.language ?? defaultLanguageId) === 'curl' && (
            <WindowsRequests method={method} choice={formChoiceOf(picked)} values={values} />
          )}
          <OtherTools
            method={method}
            language={picked.language ?? defaultLanguageId}
            values={values}
          />
        </>
      ),
    record: (walk) => (
      <ChosenRecord
        walk={walk}
        choice={formChoiceOf(picked)}
        orgDomain={acceptedTexts(parsed).orgDomain}
        operations={called?.recorded}
      />
    ),
    operations: called,
  };
}

/** Values that an address brought. */
export interface ReadFragment {
  readonly texts: Partial<FieldTexts>;
  readonly picked: Picked;
  readonly refused: readonly RefusedLine[];
}

const fieldsByKey: Readonly<Record<string, ValueField>> = {
  org: 'orgDomain',
  client: 'clientId',
  kid: 'keyId',
};

/**
 * Reads an address's fragment; `undefined` for an anchor.
 *
 * @param kept all values, if the fragment had no room for them
 */
export function readFragment(fragment: string, kept?: string): ReadFragment | undefined {
  const decoded =
    kept === undefined
      ? decodeFragment(fragment, fragmentChoices, linkBounds)
      : decodeFragment(kept, fragmentChoices, keptBounds);
  if (decoded === undefined) return undefined;
  const { orgDomain, clientId, keyId, ...picked } = decoded.values;
  // In the link's form, so that each field says how its value was corrected.
  const given = Object.fromEntries(
    decoded.corrected.flatMap(({ key, given: text }) => {
      const field = fieldsByKey[key];
      return field === undefined ? [] : [[field, text]];
    }),
  );
  return {
    texts: {
      ...(orgDomain !== undefined && { orgDomain }),
      ...(clientId !== undefined && { clientId }),
      ...(keyId !== undefined && { keyId }),
      ...given,
    },
    picked,
    refused: refusedLines(decoded),
  };
}
