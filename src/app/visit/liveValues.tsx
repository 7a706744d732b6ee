import { formChoiceOf, isDefaultForm } from '#screens/snippets/formChoice.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import type {
  FieldAnswer,
  FieldTexts,
  LiveSnippets,
  ValueField,
} from '#screens/snippets/requestInputs.ts';
import { Snippets } from '#screens/snippets/Snippets.tsx';
import { decodeFragment, encodeFragment, type RefusedField } from '#share/fragment.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';
import type { Parsed } from '#snippets/parsed.ts';
import { parseClientId, parseKeyId } from '#snippets/identifiers.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';

import type { ChosenOperations } from './chosenOperations.tsx';
import type { Picked } from './picked.ts';

const parsers: Readonly<Record<ValueField, (text: string) => Parsed<string>>> = {
  orgDomain: parseOrgDomain,
  clientId: parseClientId,
  keyId: parseKeyId,
};

/** What became of the values: the address's fragment, and the snippets that hold them. */
export interface EvaluatedValues {
  /** With its `#`, or empty where all values are defaults. */
  readonly fragment: string;
  /** Absent as long as all values are the defaults: the prerendered snippets then stand. */
  readonly live: LiveSnippets | undefined;
}

/** Whether what was picked needs the catalogue. */
export function needsCatalogue({ operations, pathTexts, queryTexts, body }: Picked): boolean {
  return [operations, pathTexts, queryTexts, body].some((part) => part !== undefined);
}

/**
 * Parses what was typed. An empty field stands for the default; a refused one too, and says why.
 *
 * @param picked what the pickers show
 * @param drawn whether the snippets have been drawn in the browser before: the page then no longer
 *   has the prerendered ones to go back to
 * @param chosen what follows from the picked operations; absent as long as the catalogue is not loaded
 */
export function evaluateValues(
  texts: FieldTexts,
  picked: Picked,
  drawn: boolean,
  chosen: ChosenOperations | undefined,
): EvaluatedValues {
  const parsed = Object.entries(parsers).flatMap(([field, parse]) => {
    const text = texts[field as ValueField];
    return text.trim() === '' ? [] : [{ field: field as ValueField, result: parse(text) }];
  });
  const accepted: Partial<Record<ValueField, string>> = {};
  const answers: Record<ValueField, FieldAnswer> = { orgDomain: {}, clientId: {}, keyId: {} };
  for (const { field, result } of parsed) {
    if (result.ok) {
      accepted[field] = result.value;
      answers[field] = { note: result.note };
    } else {
      answers[field] = { problem: result.reason };
    }
  }
  const isCalled = chosen !== undefined && needsCatalogue(picked);
  const values: RequestValues = {
    ...defaultValues,
    ...accepted,
    ...(isCalled ? chosen.parts : {}),
  };
  const choice = formChoiceOf(picked);
  return {
    fragment: encodeFragment({ ...accepted, ...picked }, fragmentChoices),
    live:
      parsed.length === 0 && isDefaultForm(choice) && !drawn && !isCalled
        ? undefined
        : {
            answers,
            draw: (method) =>
              (isCalled ? chosen.refusal(method) : undefined) ?? (
                <Snippets method={method} choice={choice} values={values} />
              ),
            operations: isCalled ? chosen : undefined,
          },
  };
}

/** Values that an address brought. */
export interface ReadFragment {
  readonly texts: Partial<FieldTexts>;
  readonly picked: Picked;
  readonly refused: readonly RefusedField[];
}

/** Reads an address's fragment; `undefined` for one that is an anchor. */
export function readFragment(fragment: string): ReadFragment | undefined {
  const decoded = decodeFragment(fragment, fragmentChoices);
  if (decoded === undefined) return undefined;
  const { orgDomain, clientId, keyId, ...picked } = decoded.values;
  return {
    texts: {
      ...(orgDomain !== undefined && { orgDomain }),
      ...(clientId !== undefined && { clientId }),
      ...(keyId !== undefined && { keyId }),
    },
    picked,
    refused: [
      ...decoded.refused,
      ...decoded.unknownKeys.map((key) => ({
        key,
        reason: 'The guide has no value of this name, so it was left out.',
      })),
    ],
  };
}
