import type { CatalogueOperation } from './operation.ts';
import { isSecretHolderName, isSecretName } from './secretNames.ts';

/** Where a member is in a JSON body: the names and indexes that lead to it. */
export type MemberPath = readonly (string | number)[];

/**
 * The members of an operation's body that contain a secret, according to the specification:
 * `/credentials/password/value`, with `*` for every entry of a list or every name in a map.
 */
export function secretMembersOf({ body }: CatalogueOperation): readonly string[] {
  return body?.secretMembers ?? [];
}

/** The parameters of an operation's query that contain a secret. */
export function secretParametersOf({ parameters }: CatalogueOperation): readonly string[] {
  return parameters.filter(({ secret }) => secret).map(({ name }) => name);
}

/**
 * Whether a member of an operation's body contains a secret, according to the specification. If the
 * sender may choose the members (the profile of a user), the name decides. Use it for texts and
 * numbers only: a `password` with members of its own is not a secret, but its `value` is.
 */
export function isSecretMember(operation: CatalogueOperation, path: MemberPath): boolean {
  const names = path.filter((step) => typeof step === 'string');
  const name = names.at(-1) ?? '';
  return (
    secretMembersOf(operation).some((secret) => leadsTo(secret, path)) ||
    isSecretName(name) ||
    (name === 'value' && names.some(isSecretHolderName))
  );
}

function leadsTo(pointer: string, path: MemberPath): boolean {
  const steps = pointer.slice(1).split('/');
  return (
    steps.length === path.length &&
    steps.every((step, index) => step === '*' || step === String(path[index]))
  );
}
