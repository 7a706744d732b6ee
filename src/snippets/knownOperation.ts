import { accepts } from '#catalogue/accepts.ts';
import type { Catalogue, CatalogueOperation } from '#catalogue/operation.ts';
import { findByReference } from '#catalogue/references.ts';
import { minimalScopes } from '#catalogue/scopes.ts';
import { isSecretMember } from '#catalogue/secretMembers.ts';
import { outcomeIds, type OutcomeId } from '#guide/nodeIds.ts';

import type { IsSecretMember } from './bodySecrets.ts';
import { defaultOperationId, defaultValues } from './values.ts';
import { httpMethods, type Operation, type QueryParameter } from './operation.ts';

/** An operation known by its id, with the values that it is called with by default. */
export interface KnownOperation {
  readonly operation: Operation;
  /** What the catalogue says of it. */
  readonly catalogued: CatalogueOperation;
  /** What an access token needs for it; empty when no scope does. */
  readonly scopes: readonly string[];
  readonly query: readonly QueryParameter[];
  /** Which members of its body hold a secret. */
  readonly isSecretMember: IsSecretMember;
  /** Why it cannot be called by a method, in a sentence or two, by the methods for which that is so. */
  readonly refusals: Readonly<Partial<Record<OutcomeId, string>>>;
}

/**
 * Finds an operation by its id, or by its method and path template; undefined if the catalogue has
 * none.
 */
export type LookUpOperation = (
  operation: string | { readonly method: string; readonly path: string },
) => KnownOperation | undefined;

/**
 * Looks operations up in a catalogue. Path parameters may have other names than in the
 * specification.
 */
export function lookUpIn(catalogue: Catalogue): LookUpOperation {
  return (given) => {
    const found =
      typeof given === 'string'
        ? findByReference(catalogue, given)
        : catalogue.operations.find(
            ({ method, path }) =>
              method === given.method.toUpperCase() && unnamed(path) === unnamed(given.path),
          );
    return found === undefined ? undefined : knownOperationOf(found);
  };
}

function unnamed(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

/** Says which of the three methods can call an operation of the catalogue, and with what. */
export function knownOperationOf(operation: CatalogueOperation): KnownOperation | undefined {
  const method = httpMethods.find((candidate) => candidate === operation.method);
  if (method === undefined) {
    return undefined;
  }
  const refusals = outcomeIds.flatMap((outcome) => {
    const reason = reasonAgainst(outcome, operation);
    return reason === undefined ? [] : [[outcome, reason] as const];
  });
  const hostPrefix = hostPrefixOf(operation);
  return {
    operation: {
      method,
      path: operation.path,
      ...(hostPrefix === undefined ? {} : { hostPrefix }),
    },
    catalogued: operation,
    scopes: minimalScopes([operation]).map(({ scope }) => scope),
    isSecretMember: (path) => isSecretMember(operation, path),
    query: operation.reference === defaultOperationId ? defaultValues.query : [],
    refusals: Object.fromEntries(refusals),
  };
}

/** `drapp` of `https://drapp.yourOktaDomain`; undefined for the org's own host, and for one of another form. */
function hostPrefixOf({ server = '' }: CatalogueOperation): string | undefined {
  return /^https:\/\/([a-z0-9-]+)\.your[A-Za-z]+\.okta\.com$/.exec(server)?.[1];
}

/** Says why a method's credential gives no access to an operation; undefined if it does. */
export function reasonAgainst(
  method: OutcomeId,
  operation: CatalogueOperation,
): string | undefined {
  const { apiToken, oauth, userContextOnly, none, clientAuthentication } = accepts(operation);
  const { reference, server } = operation;
  if (server !== undefined && hostPrefixOf(operation) === undefined) {
    return `\`${reference}\` is called at \`${server}\`, and the guide does not know how that follows from your org’s domain. Write its address by hand.`;
  }
  if (clientAuthentication && !oauth && !apiToken) {
    return `At \`${reference}\` a client authenticates itself, as the snippets do when they ask for a token: it takes neither an access token nor an API token. Choose the operation that your program calls with the token.`;
  }
  if (none) {
    return `\`${reference}\` is public: it takes no credential, so there is nothing to authorize. Call it without one.`;
  }
  if (userContextOnly) {
    return `\`${reference}\` works only with the access token of a signed-in person, which a program cannot get on its own. Choose another operation, or let the person sign in.`;
  }
  if (method === 'apiToken') {
    return apiToken
      ? undefined
      : `Okta’s specification lists no API token for \`${reference}\`, only OAuth 2.0. Use a service app or an API service integration.`;
  }
  return oauth
    ? undefined
    : `Okta’s specification lists only an API token for \`${reference}\`, not OAuth 2.0. Use an API token for it, or choose another operation.`;
}
