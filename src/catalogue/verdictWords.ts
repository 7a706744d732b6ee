import type { CatalogueOperation } from './operation.ts';
import { operationTitle } from './title.ts';
import type { Verdict } from './verdict.ts';

/** A verdict in words. Code is between backticks. */
export interface VerdictWords {
  readonly heading: string;
  /** The consequences, each a sentence or two. */
  readonly sentences: readonly string[];
}

/**
 * Puts a verdict into words.
 *
 * @param version the version of the specification, for operations that it lacks: `2026.06.3`
 */
export function verdictWords(verdict: Verdict, version: string): VerdictWords {
  return { heading: headingOf(verdict), sentences: sentencesOf(verdict, version) };
}

function headingOf(verdict: Verdict): string {
  const count = countOf(verdict);
  switch (verdict.word) {
    case 'oauth':
      return `OAuth 2.0 works for ${allOf(count - verdict.public.length, verdict.public.length)}`;
    case 'apiToken':
      return `${countWords(verdict.apiTokenOnly.length, count)} an API token`;
    case 'userContext':
      return 'Only a signed-in person’s access token works';
    case 'public':
      return count === 1 ? 'It is public' : 'They are public';
    case 'mixed':
      return verdict.clientAuthentication.length === count
        ? 'The client authenticates itself'
        : 'No single credential works for all of them';
    case 'unknown':
      if (verdict.unknown.length === 0) return 'No operation is chosen';
      return count === 0
        ? 'Not in the public specification'
        : 'The public specification does not have all of them';
  }
}

/** How many operations there are; public ones need no credential and are not among them. */
function allOf(count: number, publicCount: number): string {
  if (publicCount > 0)
    return count === 1 ? 'the one that needs a credential' : `all ${count} that need a credential`;
  if (count === 1) return 'it';
  return count === 2 ? 'both operations' : `all ${count} operations`;
}

function countWords(some: number, all: number): string {
  if (all === 1) return 'It needs';
  if (some === all) return all === 2 ? 'Both need' : `All ${all} need`;
  return `${some} of ${all} ${some === 1 ? 'needs' : 'need'}`;
}

function sentencesOf(verdict: Verdict, version: string): readonly string[] {
  const { either, apiTokenOnly, refusesApiToken, userContextOnly, clientAuthentication } = verdict;
  const sentences: string[] = [];
  if (verdict.unknown.length > 0) {
    sentences.push(
      `Not in the public specification (${version}): ${verdict.unknown.map((name) => `\`${shownReference(name)}\``).join(', ')}. The guide cannot say what ${verdict.unknown.length === 1 ? 'it accepts' : 'they accept'}: check the spelling, or ask Okta.`,
    );
  }
  if (verdict.word === 'oauth' && refusesApiToken.length === 0) {
    sentences.push('An API token would work as well, but none of these operations requires one.');
  }
  if (refusesApiToken.length > 0) {
    sentences.push(`${namesOf(refusesApiToken)}: OAuth 2.0 only; an API token is refused.`);
  }
  if (apiTokenOnly.length > 0) {
    sentences.push(
      `${namesOf(apiTokenOnly)}: an API token only. ${
        either.length + refusesApiToken.length === 0
          ? 'Look for another operation that does the same and accepts OAuth 2.0 before you make a token.'
          : `Use OAuth 2.0 for the others, and a token only for ${apiTokenOnly.length === 1 ? 'this one' : 'these'}; or look for another operation that does the same.`
      }`,
    );
  }
  if (userContextOnly.length > 0) {
    sentences.push(
      `${namesOf(userContextOnly)}: only with the access token of a signed-in person. A program on its own cannot get one; let the person sign in.${
        verdict.word === 'userContext' && either.length + refusesApiToken.length > 0
          ? ' That token works for the others too, as far as the person’s admin role allows.'
          : ''
      }`,
    );
  }
  if (clientAuthentication.length > 0) {
    sentences.push(
      `${namesOf(clientAuthentication)}: a client authenticates itself here, with its key or secret. An OAuth 2.0 client does that anyway; an API token does not work.`,
    );
  }
  if (verdict.public.length > 0) {
    sentences.push(
      `${namesOf(verdict.public)}: no credential is listed, so public according to the specification.`,
    );
  }
  return sentences;
}

/** A reference as it was typed, without characters that would break a line. */
export function shownReference(reference: string): string {
  const visible = reference.replaceAll(/[\p{C}`]/gu, '\u{fffd}');
  return visible.length > 80 ? `${visible.slice(0, 80)}…` : visible;
}

function namesOf(operations: readonly CatalogueOperation[]): string {
  return operations.map(({ reference }) => `\`${reference}\``).join(', ');
}

function countOf(verdict: Verdict): number {
  return (
    verdict.either.length +
    verdict.apiTokenOnly.length +
    verdict.refusesApiToken.length +
    verdict.userContextOnly.length +
    verdict.public.length +
    verdict.clientAuthentication.length
  );
}

/** What an operation accepts, in a few words. */
export function acceptedWords({ credentials }: CatalogueOperation): string {
  const { apiToken, scopeSets, clientAuthentication } = credentials;
  if (clientAuthentication.length > 0) return 'The client’s own credential';
  const scopes = scopeSets
    .map((set) => (set.length === 0 ? 'any scope' : set.map((each) => `\`${each}\``).join(' and ')))
    .join(', or ');
  if (scopeSets.length > 0) {
    return `OAuth 2.0 with ${scopes}${apiToken ? ', or an API token' : '; no API token'}`;
  }
  return apiToken ? 'An API token only' : 'No credential is listed: public';
}

/** The scopes with their reasons, one per line, in the form that the OIN Wizard asks for. */
export function scopeReasonsText(
  scopes: readonly { readonly scope: string; readonly neededBy: readonly CatalogueOperation[] }[],
): string {
  return scopes
    .map(
      ({ scope, neededBy }) =>
        `${scope}: ${neededBy.map((operation) => `${lowerFirst(operationTitle(operation))} (${operation.method} ${operation.path})`).join('; ')}`,
    )
    .join('\n');
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
