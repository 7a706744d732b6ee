import { defaultLanguageId, formChoiceOf, isDefaultForm } from '#screens/snippets/formChoice.ts';
import type { FieldTexts, ValueField } from '#screens/snippets/requestInputs.ts';
import type { OperationTexts, SharedValues } from '#share/fragment.ts';

/** What a person picked, by the names that the fragment uses. An absent part is the default. */
export type Picked = Omit<SharedValues, ValueField>;

export const untouched: FieldTexts = { orgDomain: '', clientId: '', keyId: '' };

/** Whether what was picked needs the catalogue. */
export function needsCatalogue(picked: Picked): boolean {
  const { operations, pathTexts, queryTexts, body, laterTexts } = picked;
  return [operations, pathTexts, queryTexts, body, laterTexts].some((part) => part !== undefined);
}

/**
 * Whether nothing was typed, and the language and form of the request are those that a page shows
 * by default.
 */
export function isDefault(texts: FieldTexts, picked: Picked): boolean {
  const isBlank = Object.values(texts).every((text) => text.trim() === '');
  const isDefaultLanguage = (picked.language ?? defaultLanguageId) === defaultLanguageId;
  return isBlank && isDefaultLanguage && isDefaultForm(formChoiceOf(picked));
}

/** Replaces texts from elsewhere with those that were typed. */
export const withTyped = (texts: FieldTexts, typed: FieldTexts): FieldTexts => ({
  orgDomain: typed.orgDomain || texts.orgDomain,
  clientId: typed.clientId || texts.clientId,
  keyId: typed.keyId || texts.keyId,
});

/** Changes one part of what was picked; an absent value removes it. */
function withPart<Part extends keyof Picked>(
  picked: Picked,
  part: Part,
  value: Picked[Part] | undefined,
): Picked {
  const { [part]: _previous, ...others } = picked;
  return value === undefined ? others : { ...picked, [part]: value };
}

const textsOf = ({ pathTexts, queryTexts, body }: OperationTexts): OperationTexts => ({
  ...(pathTexts !== undefined && { pathTexts }),
  ...(queryTexts !== undefined && { queryTexts }),
  ...(body !== undefined && { body }),
});

/** Replaces the texts of the first operation, or of a later one by its reference. */
function withTexts(picked: Picked, later: string | undefined, texts: OperationTexts): Picked {
  if (later === undefined) {
    const { pathTexts: _path, queryTexts: _query, body: _body, ...others } = picked;
    return { ...others, ...texts };
  }
  const { [later]: _previous, ...others } = picked.laterTexts ?? {};
  const next = Object.keys(texts).length === 0 ? others : { ...others, [later]: texts };
  return withPart(picked, 'laterTexts', Object.keys(next).length === 0 ? undefined : next);
}

/** The texts of the first operation, or of a later one by its reference. */
const textsIn = (picked: Picked, later: string | undefined): OperationTexts =>
  later === undefined ? textsOf(picked) : (picked.laterTexts?.[later] ?? {});

/** Picks other operations. What was filled in stays with its operation, and is dropped with it. */
export function withOperations(picked: Picked, references: readonly string[]): Picked {
  const [first] = references;
  const previous = picked.operations?.[0];
  const filled = Object.entries(picked.laterTexts ?? {}).filter(([reference]) =>
    references.includes(reference),
  );
  const next = withPart(picked, 'operations', references.length === 0 ? undefined : references);
  if (first === previous) {
    return withPart(
      next,
      'laterTexts',
      filled.length === 0 ? undefined : Object.fromEntries(filled),
    );
  }
  const isKept = previous !== undefined && references.includes(previous);
  const all = new Map([...filled, ...(isKept ? [[previous, textsOf(picked)] as const] : [])]);
  // An operation that replaces another may well have parameters with the same names, but another
  // body.
  const { body: _body, ...carried } = textsOf(picked);
  const firstTexts = all.get(first ?? '') ?? (isKept ? {} : carried);
  all.delete(first ?? '');
  return [...all].reduce(
    (changed, [reference, texts]) => withTexts(changed, reference, texts),
    withPart(withTexts(next, undefined, firstTexts), 'laterTexts', undefined),
  );
}

/** Fills in a parameter of an operation's path or query; an empty text removes it. */
export function withParameter(
  picked: Picked,
  later: string | undefined,
  part: 'pathTexts' | 'queryTexts',
  name: string,
  text: string,
): Picked {
  const { [part]: given = {}, ...texts } = textsIn(picked, later);
  const { [name]: _previous, ...others } = given;
  const next = text === '' ? others : { ...others, [name]: text };
  return withTexts(
    picked,
    later,
    Object.keys(next).length === 0 ? texts : { ...texts, [part]: next },
  );
}

export function withoutBody(picked: Picked, later: string | undefined): Picked {
  const { body: _body, ...texts } = textsIn(picked, later);
  return withTexts(picked, later, texts);
}

export const withBody = (picked: Picked, later: string | undefined, text: string): Picked =>
  withTexts(picked, later, { ...textsIn(picked, later), body: text });

/**
 * Applies what was chosen in one of the pickers that every page has.
 *
 * @returns undefined for a picker that no fragment carries
 */
export function withPicker(picked: Picked, name: string, value: string): Picked | undefined {
  if (name === 'lang') return { ...picked, language: value };
  return name === 'key' && (value === 'RSA' || value === 'EC')
    ? { ...picked, keyType: value }
    : undefined;
}
