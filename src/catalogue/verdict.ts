import { accepts, needsSignedInPerson } from './accepts.ts';
import type { CatalogueOperation } from './operation.ts';

/** The verdict on a set of operations, as a word that the command line promises to keep. */
export type VerdictWord = 'oauth' | 'apiToken' | 'userContext' | 'public' | 'mixed' | 'unknown';

/** The operations that one credential has to serve, each in one of the groups. */
export interface VerdictGroups {
  /** They accept an API token and an access token, including a program's own. */
  readonly either: readonly CatalogueOperation[];
  /** They accept an API token, but no access token that a program can get on its own. */
  readonly apiTokenOnly: readonly CatalogueOperation[];
  /** They accept an access token, including a program's own, but no API token. */
  readonly refusesApiToken: readonly CatalogueOperation[];
  readonly userContextOnly: readonly CatalogueOperation[];
  readonly public: readonly CatalogueOperation[];
  /** A client authenticates itself at these, without a token. */
  readonly clientAuthentication: readonly CatalogueOperation[];
  /** References that no operation in the catalogue has. */
  readonly unknown: readonly string[];
}

export interface Verdict extends VerdictGroups {
  readonly word: VerdictWord;
}

/**
 * Says which single credential works for all of a set of operations, according to the
 * specification. If the catalogue lacks one of them, the verdict is `unknown`: nobody can say that
 * one credential works for all.
 *
 * @param unknown references that were named but not found
 */
export function verdict(
  operations: readonly CatalogueOperation[],
  unknown: readonly string[] = [],
): Verdict {
  const inGroup = (group: OperationGroup) =>
    operations.filter((operation) => groupOf(operation) === group);
  const groups: VerdictGroups = {
    either: inGroup('either'),
    apiTokenOnly: inGroup('apiTokenOnly'),
    refusesApiToken: inGroup('refusesApiToken'),
    userContextOnly: inGroup('userContextOnly'),
    public: inGroup('public'),
    clientAuthentication: inGroup('clientAuthentication'),
    unknown,
  };
  return { ...groups, word: wordOf(groups, operations.length) };
}

type OperationGroup = Exclude<keyof VerdictGroups, 'unknown'>;

function groupOf(operation: CatalogueOperation): OperationGroup {
  const { apiToken, userContextOnly, none } = accepts(operation);
  if (none) return 'public';
  if (userContextOnly) return 'userContextOnly';
  const acceptsProgram = operation.credentials.scopeSets.some(
    (scopes) => !scopes.some(needsSignedInPerson),
  );
  if (acceptsProgram) return apiToken ? 'either' : 'refusesApiToken';
  return apiToken ? 'apiTokenOnly' : 'clientAuthentication';
}

function wordOf(groups: VerdictGroups, count: number): VerdictWord {
  const { apiTokenOnly, refusesApiToken, userContextOnly, clientAuthentication } = groups;
  if (groups.unknown.length > 0 || count === 0) return 'unknown';
  if (groups.public.length === count) return 'public';
  if (clientAuthentication.length > 0) return 'mixed';
  if (apiTokenOnly.length === 0) return userContextOnly.length > 0 ? 'userContext' : 'oauth';
  return refusesApiToken.length + userContextOnly.length === 0 ? 'apiToken' : 'mixed';
}
