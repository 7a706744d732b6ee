import { formChoiceOf, isDefaultForm } from '#screens/snippets/formChoice.ts';
import type { FieldTexts, ValueField } from '#screens/snippets/requestInputs.ts';
import type { SharedValues } from '#share/fragment.ts';

/** What a person picked, by the names that the fragment uses. An absent part is the default. */
export type Picked = Omit<SharedValues, ValueField>;

export const untouched: FieldTexts = { orgDomain: '', clientId: '', keyId: '' };

/** Whether what was picked needs the catalogue. */
export function needsCatalogue({ operations, pathTexts, queryTexts, body }: Picked): boolean {
  return [operations, pathTexts, queryTexts, body].some((part) => part !== undefined);
}

/** Whether nothing was typed, and the form of the request is the one that a page shows by itself. */
export function isDefault(texts: FieldTexts, picked: Picked): boolean {
  const isBlank = Object.values(texts).every((text) => text.trim() === '');
  return isBlank && isDefaultForm(formChoiceOf(picked));
}

/** Puts what was typed over texts that came from elsewhere. */
export const withTyped = (texts: FieldTexts, typed: FieldTexts): FieldTexts => ({
  orgDomain: typed.orgDomain || texts.orgDomain,
  clientId: typed.clientId || texts.clientId,
  keyId: typed.keyId || texts.keyId,
});

/** Changes one part of what was picked; an absent value takes it out. */
function withPart<Part extends keyof Picked>(
  picked: Picked,
  part: Part,
  value: Picked[Part] | undefined,
): Picked {
  const { [part]: _previous, ...others } = picked;
  return value === undefined ? others : { ...picked, [part]: value };
}

/** Picks other operations; the first is the one whose request is shown. */
export function withOperations(picked: Picked, references: readonly string[]): Picked {
  const next = withPart(picked, 'operations', references.length === 0 ? undefined : references);
  // Another operation has another body; its parameters may well have the same names.
  return references[0] === picked.operations?.[0] ? next : withPart(next, 'body', undefined);
}

/** Fills in a parameter of the operation's path or query; an empty text takes it out. */
export function withParameter(
  picked: Picked,
  part: 'pathTexts' | 'queryTexts',
  name: string,
  text: string,
): Picked {
  const { [name]: _previous, ...others } = picked[part] ?? {};
  const next = text === '' ? others : { ...others, [name]: text };
  return withPart(picked, part, Object.keys(next).length === 0 ? undefined : next);
}

export const withoutBody = (picked: Picked): Picked => withPart(picked, 'body', undefined);

export const withBody = (picked: Picked, text: string): Picked => withPart(picked, 'body', text);

/**
 * Takes over what was chosen in one of the pickers that every page has.
 *
 * @returns undefined for a picker that no fragment carries
 */
export function withPicker(picked: Picked, name: string, value: string): Picked | undefined {
  if (name === 'lang') return { ...picked, language: value };
  return name === 'key' && (value === 'RSA' || value === 'EC')
    ? { ...picked, keyType: value }
    : undefined;
}
