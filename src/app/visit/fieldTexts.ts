import type { FieldTexts, ValueField } from '#screens/snippets/requestInputs.ts';
import { parseClientId, parseKeyId } from '#snippets/identifiers.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';
import type { Parsed } from '#snippets/parsed.ts';

const valueFields: readonly ValueField[] = ['orgDomain', 'clientId', 'keyId'];

const parsers: Readonly<Record<ValueField, (text: string) => Parsed<string>>> = {
  orgDomain: parseOrgDomain,
  clientId: parseClientId,
  keyId: parseKeyId,
};

interface ParsedText {
  readonly field: ValueField;
  readonly result: Parsed<string>;
}

/** Parses the fields that contain a text; an empty one stands for the default. */
export function parsedTexts(texts: FieldTexts): readonly ParsedText[] {
  return valueFields.flatMap((field) => {
    const text = texts[field];
    return text.trim() === '' ? [] : [{ field, result: parsers[field](text) }];
  });
}

/** A text that is refused counts as the default. */
export function acceptedTexts(parsed: readonly ParsedText[]): Partial<FieldTexts> {
  const accepted: Partial<Record<ValueField, string>> = {};
  for (const { field, result } of parsed) if (result.ok) accepted[field] = result.value;
  return accepted;
}
