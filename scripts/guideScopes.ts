import { accepts } from '#catalogue/accepts.ts';
import { nearestReferences, type OperationIndex, operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference, namesakesOf, parseReferences } from '#catalogue/references.ts';
import { remarksOn } from '#catalogue/remarks.ts';
import { isCovered, minimalScopes } from '#catalogue/scopes.ts';
import { specificationVersion } from '#catalogue/specificationVersion.ts';
import { verdict } from '#catalogue/verdict.ts';
import { acceptedWords, shownReference, verdictWords } from '#catalogue/verdictWords.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';
import { secretLike } from '#snippets/secretLike.ts';

import { CommandError } from './commandError.ts';

/** What the command prints. */
export interface ScopesOutput {
  readonly output: string;
  /** Lines for stderr: what was made of what was typed. */
  readonly notes: readonly string[];
}

/**
 * Says what operations accept, which scopes are the fewest, and which credential serves all.
 *
 * @param given references of operations, each argument may hold several
 * @throws CommandError when there is none, or when one looks like a secret
 */
export function scopesCommand(given: readonly string[], asJson: boolean): ScopesOutput {
  const typed = given.join(' ');
  const references = parseReferences(typed);
  if (references.length === 0) {
    throw new CommandError(
      '"scopes" needs operation ids, for example: scopes listUsers assignUserToGroup',
    );
  }
  // The whole as well: `SSWS …` and a PEM file are several words.
  if (
    certainSecretLike(typed) !== undefined ||
    references.some((reference) => secretLike(reference) !== undefined)
  ) {
    throw new CommandError(
      'one of the operation ids looks like a secret; ids look like listUsers. Nothing was kept of it',
    );
  }
  const found = new Map<string, CatalogueOperation>();
  const unknown: string[] = [];
  for (const reference of references) {
    const operation = findByReference(oktaCatalogue, reference);
    if (operation === undefined) unknown.push(reference);
    else found.set(operation.reference, operation);
  }
  const operations = [...found.values()];
  return {
    output: asJson ? jsonOf(operations, unknown) : textOf(operations, unknown),
    notes: [
      ...operations.flatMap((operation) => namesakeNotes(operation, references)),
      ...(asJson ? unknown.map(unknownLine) : []),
    ],
  };
}

function jsonOf(operations: readonly CatalogueOperation[], unknown: readonly string[]): string {
  const scopes = minimalScopes(operations).map(({ scope }) => scope);
  const json = {
    scopes,
    verdict: verdict(operations, unknown).word,
    operations: operations.map((operation) => {
      const { apiToken, oauth, userContextOnly, none, clientAuthentication } = accepts(operation);
      return {
        id: operation.reference,
        accepts: { apiToken, oauth, userContextOnly, none },
        scopes: scopeSetOf(operation, scopes),
        ...(clientAuthentication ? { clientAuthentication } : {}),
      };
    }),
    unknown,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The scopes of an operation: of several sets the one that the smallest set for all covers. */
function scopeSetOf(
  { credentials }: CatalogueOperation,
  scopes: readonly string[],
): readonly string[] {
  const { scopeSets } = credentials;
  return scopeSets.find((set) => isCovered(set, scopes)) ?? scopeSets[0] ?? [];
}

function textOf(operations: readonly CatalogueOperation[], unknown: readonly string[]): string {
  const { heading, sentences } = verdictWords(
    verdict(operations, unknown),
    specificationVersion(oktaCatalogue),
  );
  const scopes = minimalScopes(operations);
  const lines = [
    heading,
    ...sentences.map((sentence) => `  ${plain(sentence)}`),
    '',
    scopes.length === 0 ? 'Scopes: none' : 'The fewest scopes, and what needs them:',
    ...scopes.map(({ scope, neededBy, needsSignedInPerson }) => {
      const names = neededBy.map(({ reference }) => reference).join(', ');
      return `  ${scope}: ${names}${needsSignedInPerson ? ' (only in a signed-in person’s token)' : ''}`;
    }),
    ...(operations.length === 0 ? [] : ['', 'The operations:']),
    ...operations.flatMap((operation) => [
      `  ${operation.reference}: ${operation.method} ${operation.path}`,
      `    ${plain(acceptedWords(operation))}`,
      ...remarksOn(operation).map(
        ({ text, claim }) =>
          `    ${claim === undefined ? '' : `${claimStatusWords[claim.status].label}: `}${plain(text)}`,
      ),
    ]),
    ...(unknown.length === 0 ? [] : ['', 'Not in the public specification:']),
    ...unknown.map((reference) => `  ${unknownLine(reference)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function unknownLine(reference: string): string {
  const near = nearestReferences(index(), reference).map((operation) => operation.reference);
  const answer =
    near.length === 0 ? 'nothing of a similar name either' : `did you mean ${near.join(', ')}?`;
  return `${shownReference(reference)}: ${answer}`;
}

let builtIndex: OperationIndex | undefined;

/** Built once, and only when something is unknown. */
function index(): OperationIndex {
  builtIndex ??= operationIndex(oktaCatalogue);
  return builtIndex;
}

function namesakeNotes(
  operation: CatalogueOperation,
  references: readonly string[],
): readonly string[] {
  const others = namesakesOf(oktaCatalogue, operation).map(({ reference, api, id }) =>
    reference === id ? `${api}:${id}` : reference,
  );
  return others.length > 0 && references.includes(operation.id)
    ? [
        `${operation.id} is ${operation.method} ${operation.path}; there is ${others.join(', ')} too`,
      ]
    : [];
}

/** A text without the backticks around code. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
