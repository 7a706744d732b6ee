import { causesOf, type ErrorCause, type KnownError } from '#guide/errors/knownError.ts';
import { knownErrors } from '#guide/errors/knownErrors.ts';

import { addressDecoded } from './addressDecoded.ts';
import { plainWords } from './plainWords.ts';
import { codesOf, codeWordsIn, statusesIn, statusesOf } from './signals.ts';
import { withoutSecrets } from './withoutSecrets.ts';

/** The longest text that is read, in characters: a whole transcript. */
export const longestErrorText = 200_000;

/**
 * The part of a text that is read. In a long text, that is the end, where a log says what stopped
 * it.
 */
export const readPart = (text: string): string => text.slice(-longestErrorText);

/** One cause of an error, with that error. */
export interface FoundCause {
  readonly error: KnownError;
  readonly cause: ErrorCause;
  /** The error's text as Okta sends it; absent if something else identified the error. */
  readonly text?: string;
}

/** What the guide knows about a text with an error in it. */
export interface Explanation {
  /** Every cause of the errors that were recognised, the likeliest first; empty where none was. */
  readonly found: readonly FoundCause[];
  /** Errors that share the code or the status with the text, which does not say which of them it is. */
  readonly near: readonly KnownError[];
  /** Codes of Okta's in the text that the guide does not know: `E0000999`. */
  readonly unknownCodes: readonly string[];
}

/** A text of an error in the form in which it is compared. */
interface Signature {
  readonly error: KnownError;
  /** As Okta sends it. */
  readonly text: string;
  readonly words: string;
}

const signatures: readonly Signature[] = knownErrors
  .flatMap((error) =>
    error.message
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((text) => [text, ...firstSentenceOf(text)].map((part) => ({ error, text, part })))
      .map(({ text, part }) => ({ error, text, words: plainWords(part).replace(/\.$/, '') })),
  )
  // A text may contain a shorter one from another error.
  .toSorted((one, other) => other.words.length - one.words.length);

/** Logs and exceptions cut long texts after a sentence. */
function firstSentenceOf(text: string): readonly string[] {
  const [sentence = ''] = /^[^.]{30,}?\.(?= )/.exec(text) ?? [];
  return sentence === '' ? [] : [sentence];
}

/**
 * Explains a text with an error in it: Okta's words, a status line, a code, a header, an SDK's
 * exception, a transcript, a log. Secrets are removed before anything else reads the text. It
 * accepts any text, and never guesses.
 */
export function explain(text: string): Explanation {
  const safe = withoutSecrets(addressDecoded(withoutColours(readPart(text))));
  const words = plainWords(safe);
  const met = byText(words);
  const unknownCodes = [...new Set(safe.match(/\bE\d{7}\b/g) ?? [])].filter(
    (code) => !knownErrors.some(({ signal }) => codesOf(signal).includes(code)),
  );
  const recognized = met.size > 0 ? [...met.keys()] : byShape(safe);
  // A code that the guide does not know says more than the status beside it.
  const candidates = recognized.length > 0 || unknownCodes.length > 0 ? [] : byCode(words);
  const [only, ...others] = candidates;
  const found =
    only !== undefined && others.length === 0 && isToldByItsSignal(only) ? [only] : recognized;
  return {
    found: found.flatMap((error) => rankedCauses(error, safe, met.get(error))),
    near: found.length > 0 ? [] : candidates,
    unknownCodes,
  };
}

/** A terminal's colour codes may be inside a word. */
const withoutColours = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/\u001B\[[\d;]*[A-Za-z]/g, '');

/** Codes that Okta sends for errors of other kinds too: with another text they are another error. */
const generalCodes: ReadonlySet<string> = new Set([
  'E0000001',
  'access_denied',
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
]);

const isToldByItsSignal = ({ signal }: KnownError): boolean =>
  codesOf(signal).every((code) => !generalCodes.has(code));

/** Errors whose text was met. Where there are several the last one is what stopped the program. */
function byText(words: string): ReadonlyMap<KnownError, string> {
  const places = new Map<KnownError, { readonly at: number; readonly text: string }>();
  let rest = words;
  for (const { error, text, words: signature } of signatures) {
    const at = rest.lastIndexOf(signature);
    if (at === -1) continue;
    const known = places.get(error);
    if (known === undefined || at > known.at) places.set(error, { at, text });
    // Words that belong to a longer text are not compared with a shorter one.
    rest = rest.replaceAll(signature, ' '.repeat(signature.length));
  }
  return new Map(
    [...places]
      .toSorted(
        ([one, { at }], [other, { at: place }]) => isStep(one) - isStep(other) || place - at,
      )
      .map(([error, { text }]) => [error, text]),
  );
}

/** Okta's request for a nonce is a step on the way, whatever comes after it. */
const isStep = ({ id }: KnownError): number => (id === 'dpop-nonce-required' ? 1 : 0);

function byShape(text: string): readonly KnownError[] {
  return knownErrors.filter((error) => error.recognizedBy?.some((shape) => shape.test(text)));
}

/**
 * Errors with a code from the text; those that also have its status come first. Without a code,
 * those with its status.
 */
function byCode(words: string): readonly KnownError[] {
  const statuses = statusesIn(words);
  const codes = codeWordsIn(words);
  const hasStatus = ({ signal }: KnownError) =>
    statusesOf(signal).some((status) => statuses.includes(status));
  const named = knownErrors.filter(({ signal }) =>
    codesOf(signal).some((code) => codes.includes(code.toLowerCase())),
  );
  const exact = named.filter(hasStatus);
  if (exact.length === 1) return exact;
  if (named.length > 0) return [...exact, ...named.filter((error) => !exact.includes(error))];
  return statuses.length > 0 ? knownErrors.filter(hasStatus) : [];
}

/** The causes of an error; those that the text shows signs of come first. */
function rankedCauses(
  error: KnownError,
  text: string,
  met: string | undefined,
): readonly FoundCause[] {
  const causes = causesOf(error);
  const signs = (cause: ErrorCause) => (cause.signs ?? []).filter((sign) => sign.test(text)).length;
  const told = met === undefined ? {} : { text: met };
  return causes
    .toSorted((one, other) => signs(other) - signs(one))
    .map((cause) => Object.assign({ error, cause }, told));
}
