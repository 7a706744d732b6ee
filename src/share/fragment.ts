import type { Form, KeyType, RequestKind } from '#snippets/form.ts';
import { accepted, type Parsed, refused } from '#snippets/parsed.ts';
import { defaultValues } from '#snippets/values.ts';
import { parseClientId, parseKeyId } from '#snippets/identifiers.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';
import { secretParameter } from '#snippets/namedSecret.ts';
import { certainSecretLike, secretLike } from '#snippets/secretLike.ts';

import { formDecoded, formEncoded, type Pair } from './formEncoding.ts';
import { type FragmentBounds, linkBounds } from './fragmentBounds.ts';

/** The version of the fragment's form. */
const version = '1';

/** No program's list is longer; the whole catalogue has a thousand. */
const mostOperations = 200;

/** How the access token is sent: alone, or with a DPoP proof. */
export type Variant = Form['variant'];
const variants: readonly Variant[] = ['bearer', 'dpop'];
const keyTypes: readonly KeyType[] = ['RSA', 'EC'];
const requests: readonly RequestKind[] = ['single', 'everything'];

/** What a person filled in for one operation. */
export interface OperationTexts {
  /** Texts for the parameters of its path, by name. */
  readonly pathTexts?: Readonly<Record<string, string>>;
  /** Texts for its query parameters, by name. */
  readonly queryTexts?: Readonly<Record<string, string>>;
  /** The JSON text of its body; empty for none, absent for the one that a page begins with. */
  readonly body?: string;
}

/**
 * What a person has typed or picked, as far as a link carries it. An absent value means the
 * default.
 */
export interface SharedValues extends OperationTexts {
  /** Host of the org, `org` in the fragment. */
  readonly orgDomain?: string;
  /** `client` in the fragment. */
  readonly clientId?: string;
  /** `kid` in the fragment. */
  readonly keyId?: string;
  /** Id of a snippet language, `lang` in the fragment. */
  readonly language?: string;
  /**
   * References of operations (`listUsers`, `governance:getOrgSettings`), `ops` in the fragment. Whether they exist
   * is for the catalogue to say.
   */
  readonly operations?: readonly string[];
  /**
   * What was filled in for the other operations, by reference. In the fragment with the place in `ops`:
   * `2.path.userId`, `3.body`. Those of the first are `path.userId`, `query.limit` and `body`.
   */
  readonly laterTexts?: Readonly<Record<string, OperationTexts>>;
  readonly variant?: Variant;
  /** Kind of the key pair, `key` in the fragment. */
  readonly keyType?: KeyType;
  /** How much the snippet does, `request` in the fragment. */
  readonly request?: RequestKind;
}

/**
 * What the page can show, and what it shows if a link says nothing: the first language and this
 * form.
 */
export interface FragmentChoices {
  /** Ids of the snippet languages, the default first. */
  readonly languages: readonly string[];
  /** The operations that a page shows if a link names none; empty if it then shows none. */
  readonly defaultOperations: readonly string[];
  readonly defaultForm: {
    readonly variant: Variant;
    readonly keyType: KeyType;
    readonly request: RequestKind;
  };
}

export interface RefusedField {
  /** The key in the fragment; `v` when the whole fragment cannot be read. */
  readonly key: string;
  /** What happened, why, and what to do. Never repeats a secret. */
  readonly reason: string;
}

export interface DecodedFragment {
  readonly values: SharedValues;
  /** Values that were corrected: as the link has them, and the sentence that says how. */
  readonly corrected: readonly {
    readonly key: string;
    readonly given: string;
    readonly note: string;
  }[];
  readonly refused: readonly RefusedField[];
  /** Keys that this version does not know and has left alone, each once. */
  readonly unknownKeys: readonly string[];
  /**
   * Whether something looked like a secret. It is in none of the other properties, but still in the
   * address: replace that, so that it stays out of history and bookmarks.
   */
  readonly holdsSecret: boolean;
}

/** A value that a link does not carry. */
export interface LeftOutValue {
  /** Its key in the fragment. */
  readonly key: string;
  /** It is too long, or the guide refuses it, as its field says. */
  readonly because: 'length' | 'refusal';
}

export interface WrittenFragment {
  /** With its `#`; empty when every value is the default. */
  readonly fragment: string;
  readonly leftOut: readonly LeftOutValue[];
}

/**
 * Writes values as a fragment with its `#`: `v` first, then the keys in alphabetical order, without
 * defaults. Values that their parsers refuse are left out, so that no secret gets into a link. If
 * all values together exceed the bounds, the longest are left out too. An empty body means that
 * none is sent; an absent one means that nobody has touched it.
 */
export function writeFragment(
  values: SharedValues,
  choices: FragmentChoices,
  bounds: FragmentBounds = linkBounds,
): WrittenFragment {
  const leftOut: LeftOutValue[] = [];
  /** Gives a text as its parser reads it, and notes one that has no place in the fragment. */
  function textOf<Value extends string>(
    key: string,
    value: string | undefined,
    parse: (text: string) => Parsed<Value>,
    longest: number,
  ): string | undefined {
    const parsed = value === undefined ? undefined : parse(value);
    if (value === undefined || parsed === undefined) return undefined;
    if (parsed.ok) return parsed.value;
    leftOut.push({ key, because: value.length > longest ? 'length' : 'refusal' });
    return undefined;
  }
  const parse = parsersOf(bounds);
  const textPairs = (
    place: string,
    kind: TextKind,
    texts: Readonly<Record<string, string>> = {},
  ): readonly GivenPair[] =>
    Object.entries(texts)
      .filter(([name, text]) => text !== '' && textKey.test(`${kind}.${name}`))
      .map(([name, text]) => {
        const key = `${place}${kind}.${name}`;
        return [key, textOf(key, text, parse[kind](name), bounds.text), ''];
      });
  /** What was filled in for an operation. */
  const operationPairs = (
    place: string,
    { pathTexts, queryTexts, body }: OperationTexts,
  ): readonly GivenPair[] => [
    [
      `${place}body`,
      body?.trim() === '' ? '' : textOf(`${place}body`, body, parse.body, bounds.body),
      undefined,
    ],
    ...textPairs(place, 'path', pathTexts),
    ...textPairs(place, 'query', queryTexts),
  ];
  const given: readonly GivenPair[] = [
    ['client', valid(values.clientId, parseClientId), defaultValues.clientId],
    ['key', valid(values.keyType, parseKeyType), choices.defaultForm.keyType],
    ['kid', valid(values.keyId, parseKeyId), defaultValues.keyId],
    [
      'lang',
      valid(values.language, (id) => parseLanguage(id, choices.languages)),
      choices.languages[0],
    ],
    ['ops', operationsText(values.operations, leftOut), choices.defaultOperations.join(' ')],
    ...operationPairs('', values),
    ...(values.operations ?? []).flatMap((reference, index) =>
      index === 0
        ? []
        : operationPairs(`${index + 1}.`, ownTexts(values.laterTexts, reference) ?? {}),
    ),
    ['org', valid(values.orgDomain, parseOrgDomain), defaultValues.orgDomain],
    ['request', valid(values.request, parseRequest), choices.defaultForm.request],
    ['variant', valid(values.variant, parseVariant), choices.defaultForm.variant],
  ];
  const pairs = given
    .flatMap(([key, value, byDefault]): Pair[] =>
      value === undefined || value === byDefault || (value === '' && !bodyKey.test(key))
        ? []
        : [[key, value]],
    )
    .toSorted(byKey);
  let length = pairs.reduce((sum, pair) => sum + lengthOf(pair), '#v=1'.length);
  while (length > bounds.whole) {
    const lengths = pairs.map(lengthOf);
    const longest = lengths.indexOf(Math.max(...lengths));
    const [key = ''] = pairs.splice(longest, 1)[0] ?? [];
    length -= lengths[longest] ?? length;
    leftOut.push({ key, because: 'length' });
  }
  // Where the longest alone was left out, the fragment still says that there are values.
  const isEmpty = pairs.length === 0 && !leftOut.some(({ because }) => because === 'length');
  return {
    fragment: isEmpty ? '' : `#${formEncoded([['v', version], ...pairs])}`,
    leftOut,
  };
}

/** A value for a key of the fragment, with what it is by default. */
type GivenPair = readonly [key: string, value: string | undefined, byDefault: string | undefined];

function ownTexts(
  texts: SharedValues['laterTexts'] = {},
  reference: string,
): OperationTexts | undefined {
  return Object.hasOwn(texts, reference) ? texts[reference] : undefined;
}

/** The references of operations as one text, if it is not too long a list. */
function operationsText(
  operations: readonly string[] | undefined,
  leftOut: LeftOutValue[],
): string | undefined {
  const text = operations?.join(' ') ?? '';
  const parsed = parseOperationIds(text);
  if (parsed.ok) return parsed.value.join(' ');
  leftOut.push({
    key: 'ops',
    because: (operations ?? []).length > mostOperations ? 'length' : 'refusal',
  });
  return undefined;
}

/** Writes values as {@link writeFragment} does, if they are known to fit. */
export const encodeFragment = (values: SharedValues, choices: FragmentChoices): string =>
  writeFragment(values, choices).fragment;

/** With the `&` before it. */
const lengthOf = (pair: Pair): number => formEncoded([pair]).length + 1;

const byKey = ([one]: Pair, [other]: Pair): number => (one < other ? -1 : Number(one > other));

/** The parts of a request that a link carries by name. */
const textKinds = ['path', 'query'] as const;
type TextKind = (typeof textKinds)[number];

/** With the place of the operation in `ops`, from the second on. */
const textKey = /^(?:([2-9]|[1-9]\d{1,2})\.)?(path|query)\.([A-Za-z][A-Za-z0-9_.-]{0,79})$/;
const bodyKey = /^(?:([2-9]|[1-9]\d{1,2})\.)?body$/;

/**
 * Reads values from a fragment, with or without its `#`. If a key occurs twice, its first value
 * counts and the other is refused. It never throws.
 *
 * @returns `undefined` for a fragment without `v=`: an anchor, which leaves the values alone
 */
export function decodeFragment(
  fragment: string,
  choices: FragmentChoices,
  bounds: FragmentBounds = linkBounds,
): DecodedFragment | undefined {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (!/(?:^|&)v=/.test(text)) return undefined;
  if (text.length > bounds.whole) {
    return nothingBut(
      'v',
      `The part of the address after # is longer than ${bounds.whole} characters, so its values were left out. Ask for the link again, or type the values.`,
      true,
    );
  }
  const pairs = formDecoded(text);
  const holdsSecret = pairs.some(
    ([key, value]) =>
      secretLike(key) !== undefined ||
      secretLike(value, secretFieldOf(key)) !== undefined ||
      secretParameter(nameIn(key), value) !== undefined,
  );
  const first = new Map<string, string>();
  for (const [key, value] of pairs) if (!first.has(key)) first.set(key, value);
  const given = first.get('v') ?? '';
  if (given !== version) {
    return nothingBut(
      'v',
      'The values in this link have a version that this guide does not know, so they were left out. Type them, or open the link in a newer copy of the guide.',
      holdsSecret,
    );
  }

  const refusals: RefusedField[] = [];
  const corrected: { key: string; given: string; note: string }[] = [];
  /** Gives the value of a key as its parser reads it; `undefined` for a default and for a refusal. */
  function take<Value>(
    key: string,
    parse: (text: string) => Parsed<Value>,
    byDefault?: Value,
  ): Value | undefined {
    const value = first.get(key) ?? '';
    if (value.trim() === '') return undefined;
    const parsed = parse(value);
    if (!parsed.ok) {
      refusals.push({ key, reason: parsed.reason });
      return undefined;
    }
    if (parsed.note !== undefined) corrected.push({ key, given: value, note: parsed.note });
    return parsed.value === byDefault ? undefined : parsed.value;
  }

  const orgDomain = take('org', parseOrgDomain, defaultValues.orgDomain);
  const clientId = take('client', parseClientId, defaultValues.clientId);
  const keyId = take('kid', parseKeyId, defaultValues.keyId);
  const language = take('lang', (id) => parseLanguage(id, choices.languages), choices.languages[0]);
  const variant = take('variant', parseVariant, choices.defaultForm.variant);
  const keyType = take('key', parseKeyType, choices.defaultForm.keyType);
  const request = take('request', parseRequest, choices.defaultForm.request);
  const operations = take('ops', parseOperationIds);
  const parse = parsersOf(bounds);
  const textsOf = (
    place: string | undefined,
    kind: TextKind,
  ): Readonly<Record<string, string>> | undefined => {
    const found = [...first.keys()].flatMap((key) => {
      const [, keyPlace, keyKind, name = ''] = textKey.exec(key) ?? [];
      const value =
        keyKind === kind && keyPlace === place ? take(key, parse[kind](name)) : undefined;
      return value === undefined ? [] : [[name, value] as const];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
  };
  const operationTexts = (place?: string): OperationTexts => {
    const key = place === undefined ? 'body' : `${place}.body`;
    return {
      ...optional('pathTexts', textsOf(place, 'path')),
      ...optional('queryTexts', textsOf(place, 'query')),
      // An empty body is none, which is not the same as the one that the page begins with.
      ...optional('body', first.get(key)?.trim() === '' ? '' : take(key, parse.body)),
    };
  };
  const firstTexts = operationTexts();
  const laterTexts = placesOf(first.keys()).flatMap((place) => {
    const reference = operations?.[Number(place) - 1];
    const texts = operationTexts(place);
    if (Object.keys(texts).length === 0) return [];
    if (reference !== undefined) return [[reference, texts] as const];
    refusals.push({
      key: place,
      reason: 'The link fills in an operation that it does not name, so this was left out.',
    });
    return [];
  });

  for (const [key, value] of pairs) {
    if (isKey(key) && value !== first.get(key)) {
      refusals.push({
        key,
        reason: 'The link gives this value twice. The first one is used: check that it is right.',
      });
    }
  }
  const strangers = [...first].filter(([key]) => !isKey(key));
  for (const [key, value] of strangers) {
    const secret = secretLike(key) ?? secretLike(value) ?? secretParameter(key, value);
    if (secret !== undefined) refusals.push({ key: shownKey(key), reason: secret });
  }
  return {
    values: {
      ...optional('orgDomain', orgDomain),
      ...optional('clientId', clientId),
      ...optional('keyId', keyId),
      ...optional('language', language),
      ...optional(
        'operations',
        operations?.join(' ') === choices.defaultOperations.join(' ') ? undefined : operations,
      ),
      ...firstTexts,
      ...optional(
        'laterTexts',
        laterTexts.length === 0 ? undefined : Object.fromEntries(laterTexts),
      ),
      ...optional('variant', variant),
      ...optional('keyType', keyType),
      ...optional('request', request),
    },
    corrected,
    refused: refusals,
    unknownKeys: strangers.map(([key]) => key).filter((key) => secretLike(key) === undefined),
    holdsSecret,
  };
}

const keys: ReadonlySet<string> = new Set([
  'v',
  'client',
  'key',
  'kid',
  'lang',
  'ops',
  'org',
  'request',
  'variant',
]);

const isKey = (key: string): boolean => keys.has(key) || textKey.test(key) || bodyKey.test(key);

/** The places in `ops` for which there are texts, from the second on. */
function placesOf(given: Iterable<string>): readonly string[] {
  const places = [...given].flatMap(
    (key) => textKey.exec(key)?.[1] ?? bodyKey.exec(key)?.[1] ?? [],
  );
  return [...new Set(places)];
}

/** Reads a text for a part of the request; whether it fits its place is checked where it is used. */
function textParser(
  longest: number,
  secretIn: (text: string) => string | undefined,
): (input: string) => Parsed<string> {
  return (input) => {
    const secret = secretIn(input);
    if (secret !== undefined) return refused(secret);
    return input.length <= longest
      ? accepted(input)
      : refused(
          `The text is longer than ${longest} characters, so a link cannot carry it. Type it instead.`,
        );
  };
}

const parsersOf = (bounds: FragmentBounds) => ({
  path: (name: string) =>
    textParser(bounds.text, (text) => secretLike(text) ?? secretParameter(name, text)),
  query: (name: string) =>
    textParser(bounds.text, (text) => certainSecretLike(text) ?? secretParameter(name, text)),
  body: textParser(bounds.body, certainSecretLike),
});

function parseLanguage(input: string, languages: readonly string[]): Parsed<string> {
  const secret = secretLike(input);
  if (secret !== undefined) return refused(secret);
  return languages.includes(input)
    ? accepted(input)
    : refused(
        `The link asks for a language that the guide does not have. Pick one of those on the page: ${languages.join(', ')}.`,
      );
}

/** Makes the parser of a picker's value. */
function oneOf<Value extends string>(
  what: string,
  values: readonly Value[],
): (input: string) => Parsed<Value> {
  return (input) => {
    const secret = secretLike(input);
    if (secret !== undefined) return refused(secret);
    const found = values.find((each) => each === input);
    return found === undefined
      ? refused(
          `The link asks for ${what} that does not exist. The choices are ${values.join(' and ')}.`,
        )
      : accepted(found);
  };
}

const parseVariant = oneOf('a variant of the request', variants);
const parseKeyType = oneOf('a kind of key pair', keyTypes);
const parseRequest = oneOf('a request size', requests);

/** Reads references of operations, separated by spaces or commas. */
function parseOperationIds(input: string): Parsed<readonly string[]> {
  const secret = secretLike(input);
  if (secret !== undefined) return refused(secret);
  const ids = [...new Set(input.split(/[\s,]+/).filter((id) => id !== ''))];
  if (ids.length > mostOperations) {
    return refused(
      `The link names more than ${mostOperations} operations, so they were left out. Share the parts of your program one by one.`,
    );
  }
  return ids.every((id) => /^([A-Za-z]{1,20}:)?[A-Za-z][A-Za-z0-9_-]{0,99}$/.test(id))
    ? accepted(ids)
    : refused(
        'The link names an operation by something that is not an operation ID. Use IDs such as `listGroups`, separated by spaces.',
      );
}

function valid<Value>(
  value: string | undefined,
  parse: (text: string) => Parsed<Value>,
): Value | undefined {
  if (value === undefined) return undefined;
  const parsed = parse(value);
  return parsed.ok ? parsed.value : undefined;
}

function nothingBut(key: string, reason: string, holdsSecret: boolean): DecodedFragment {
  return {
    values: {},
    corrected: [],
    refused: [{ key, reason }],
    unknownKeys: [],
    holdsSecret,
  };
}

/** The key itself, unless it is what looks like a secret. */
function shownKey(key: string): string {
  return secretLike(key) === undefined ? key : '…';
}

/** The name of a parameter of the request, or the key itself. */
const nameIn = (key: string): string => textKey.exec(key)?.[3] ?? key;

function secretFieldOf(key: string): 'clientId' | 'keyId' | undefined {
  if (key === 'client') return 'clientId';
  return key === 'kid' ? 'keyId' : undefined;
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
