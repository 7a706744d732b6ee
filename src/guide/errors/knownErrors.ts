import * as apiErrors from './apiErrors.ts';
import * as clientAuthenticationErrors from './clientAuthenticationErrors.ts';
import * as dpopErrors from './dpopErrors.ts';
import * as errorsWithoutAnswer from './errorsWithoutAnswer.ts';
import type { KnownError } from './knownError.ts';
import * as tokenRequestErrors from './tokenRequestErrors.ts';

/** Errors that occur at the same place in a program. */
export interface ErrorGroup {
  /** Names it in links. */
  readonly id: string;
  readonly heading: string;
  /** In the order in which a program may meet them. */
  readonly errors: readonly KnownError[];
}

/** Every error that the guide knows (facts G, K28, K36 and K38), by where it comes. */
export const errorGroups: readonly ErrorGroup[] = [
  {
    id: 'client-authentication',
    heading: 'The token endpoint refuses your client',
    errors: Object.values(clientAuthenticationErrors),
  },
  {
    id: 'token-request',
    heading: 'The token endpoint refuses the request',
    errors: Object.values(tokenRequestErrors),
  },
  { id: 'dpop', heading: 'The DPoP proof is refused', errors: Object.values(dpopErrors) },
  { id: 'api', heading: 'The API refuses the call', errors: Object.values(apiErrors) },
  {
    id: 'without-an-answer',
    heading: 'Something fails without an error message',
    errors: Object.values(errorsWithoutAnswer),
  },
];

/** The same without their groups. */
export const knownErrors: readonly KnownError[] = errorGroups.flatMap(({ errors }) => errors);

const codeOf = ({ signal }: KnownError): string | undefined =>
  /\bE\d{7}\b|\b[a-z]+(?:_[a-z]+)+\b/.exec(signal)?.[0];

/** The other errors with the same code: a code alone does not tell them apart. */
export function errorsLike(error: KnownError): readonly KnownError[] {
  const code = codeOf(error);
  return knownErrors.filter(
    (other) => other.id !== error.id && codeOf(other) === code && code !== undefined,
  );
}
