import { editDistance } from '../editDistance.ts';
import { nearestReferences, type OperationIndex } from '../find.ts';
import type { Catalogue, CatalogueOperation } from '../operation.ts';
import { findByReference } from '../references.ts';
import { scopeNames } from '../scopes.ts';
import { wordsOfName } from '../words.ts';
import { sdkNames } from './sdkNames.ts';

/** The operation that a name refers to, and whether the name was spelt differently. */
export interface NamedOperation {
  readonly operation: CatalogueOperation;
  readonly hasOtherCapitals: boolean;
}

const bySmallLetters = new WeakMap<Catalogue, ReadonlyMap<string, CatalogueOperation>>();

/** The operation with an id, whatever its case. */
export function operationNamed(catalogue: Catalogue, name: string): NamedOperation | undefined {
  const exact = findByReference(catalogue, name);
  if (exact !== undefined) return { operation: exact, hasOtherCapitals: false };
  const operation = smallLetters(catalogue).get(name.toLowerCase());
  return operation === undefined ? undefined : { operation, hasOtherCapitals: true };
}

function smallLetters(catalogue: Catalogue): ReadonlyMap<string, CatalogueOperation> {
  const known = bySmallLetters.get(catalogue);
  if (known !== undefined) return known;
  const made = new Map<string, CatalogueOperation>();
  for (const operation of catalogue.operations) {
    for (const name of [operation.reference, `${operation.api}:${operation.id}`]) {
      made.set(name.toLowerCase(), operation);
    }
  }
  bySmallLetters.set(catalogue, made);
  return made;
}

/** A call through an SDK: its operation, or the method's name if no operation has that name. */
export type PastedCall =
  | { readonly operation: CatalogueOperation }
  | { readonly operation: undefined; readonly name: string };

/** What SDKs append to an operation's name. */
const endings = /(?:_?With_?Http_?Info)?(?:_?Async|_?Execute|_?Call)?$/i;
/** Receivers that belong to other products, whose methods often have the same names. */
export const otherProduct =
  /auth0|graph|cognito|\biam\b|boto|aws|octokit|github|gitlab|slack|zoom|google|admin\.directory|directory_v1|azure|jira|keycloak|onelogin|ldap|stripe|salesforce|pagerduty|prisma|mongo|redis|sql|\bdb|firebase|supabase|clerk|jumpcloud/i;
const oktaReceiver = /okta|client|apis?\b|api\(|sdk/i;

/** Reads `client.listGroups`, `okta_client.list_users()`, `new UserApi(client).listUsers(…)`, `Invoke-OktaListUsers`. */
export function callIn(catalogue: Catalogue, entry: string): PastedCall | undefined {
  const text = entry.slice(0, 1000);
  const [, cmdlet] = /(?:^|[\s=(|;])Invoke-Okta([A-Za-z]{3,80})(?![\w-])/i.exec(text) ?? [];
  if (cmdlet !== undefined) {
    const operation = operationCalled(catalogue, cmdlet);
    return operation === undefined ? unknownCall(`Invoke-Okta${cmdlet}`) : { operation };
  }
  const [, otherCmdlet] =
    /^((?:Get|New|Set|Remove|Add)-Okta[A-Za-z]{1,60})(?![\w-])/.exec(text) ?? [];
  if (otherCmdlet !== undefined) return unknownCall(otherCmdlet);
  if (
    !/[.(]/.test(text) ||
    /^(?:okta|ssf)\.[a-z]/i.test(text) ||
    /\s[^(]{0,200}[.!?]$/.test(text)
  ) {
    return undefined;
  }
  const isForeign = otherProduct.test(text);
  let missed: string | undefined;
  for (const { 1: before = '', 2: name = '', index } of text.matchAll(
    /(^|[\s.=(>:]|::|->)([A-Za-z_]\w{2,80})(?=\s?\(|$|[;,)])/g,
  )) {
    const isMember = /[.>:]$/.test(before);
    if (isMember && (isForeign || missed === undefined)) missed = name;
    if (isForeign || (isMember && !oktaReceiver.test(text.slice(0, index)))) continue;
    const operation = operationCalled(catalogue, name);
    if (operation !== undefined) return { operation };
  }
  if (missed === undefined) return undefined;
  // The receiver tells such a method from ours with the same name.
  const receiver = isForeign ? (otherProduct.exec(text)?.[0].toLowerCase() ?? '') : '';
  return unknownCall(receiver === '' ? missed : `${receiver}.${missed}`);
}

const unknownCall = (name: string): PastedCall => ({ operation: undefined, name });

const idsBySdkName: ReadonlyMap<string, string> = new Map(
  Object.entries(sdkNames).map(([id, name]) => [name.toLowerCase(), id]),
);

/**
 * The operation that a method of an SDK calls. `authorize` and `token` are in every library, so
 * they identify nothing.
 */
export function operationCalled(
  catalogue: Catalogue,
  name: string,
): CatalogueOperation | undefined {
  for (const form of new Set([name, name.replace(endings, '')])) {
    const joined = form.replaceAll('_', '');
    const operation =
      operationNamed(catalogue, joined)?.operation ??
      operationNamed(catalogue, form.replaceAll('_', '-'))?.operation ??
      operationNamed(catalogue, idsBySdkName.get(joined.toLowerCase()) ?? '')?.operation;
    if (operation !== undefined && wordsOfName(operation.id).length > 1) return operation;
  }
  return undefined;
}

/** Operations with nearly this name: the nearest ones, if few letters are wrong. */
export function nearNames(index: OperationIndex, name: string): readonly CatalogueOperation[] {
  const bare = (name.split('.').at(-1) ?? '').replace(
    /^(?:Invoke|Get|New|Set|Remove|Add)-Okta/i,
    (verb) => (/^invoke/i.test(verb) ? '' : verb.replace(/-Okta$/i, '')),
  );
  const joined = bare.replaceAll('_', '').toLowerCase();
  if (joined.length < 4) return [];
  const most = joined.length > 5 ? 2 : 1;
  const near = index.catalogue.operations
    .map((operation) => ({
      operation,
      wrong: editDistance(joined, operation.id.toLowerCase(), most),
    }))
    .filter(({ wrong }) => wrong <= most)
    .toSorted((one, other) => one.wrong - other.wrong);
  const [nearest] = near;
  if (nearest !== undefined) {
    return near.filter(({ wrong }) => wrong === nearest.wrong).map(({ operation }) => operation);
  }
  return nearestReferences(index, bare, 5);
}

/** Scopes of the catalogue with nearly this name. */
export function nearScopes(catalogue: Catalogue, scope: string): readonly string[] {
  const wanted = scope.toLowerCase();
  const resource = wanted.replace(/\.(?:read|manage|write|create|delete|update|admin)$/, '');
  return [...scopeNames(catalogue)]
    .map((name) => {
      const written = name.toLowerCase();
      const isSameResource = written.replace(/\.(?:read|manage)$/, '') === resource;
      return { name, wrong: isSameResource ? 0.5 : editDistance(wanted, written, 2) };
    })
    .filter(({ wrong }) => wrong <= 2)
    .toSorted((one, other) => one.wrong - other.wrong || one.name.localeCompare(other.name, 'en'))
    .slice(0, 4)
    .map(({ name }) => name);
}
