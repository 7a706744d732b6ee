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

/**
 * Every error that the guide knows (facts G, K28, K36 and K38), by where it comes. Each is named here, because the
 * exports of a module have an order of their own: that of the alphabet.
 */
export const errorGroups: readonly ErrorGroup[] = [
  {
    id: 'client-authentication',
    heading: 'The token endpoint refuses your client',
    errors: [
      clientAuthenticationErrors.secretRefusedForServiceApp,
      clientAuthenticationErrors.integrationAuthenticationRefused,
      clientAuthenticationErrors.wrongClientSecret,
      clientAuthenticationErrors.noClientCredentials,
      clientAuthenticationErrors.unknownClient,
      clientAuthenticationErrors.notAServiceApp,
      clientAuthenticationErrors.wrongAudience,
      clientAuthenticationErrors.wrongAssertionIssuer,
      clientAuthenticationErrors.wrongSignature,
      clientAuthenticationErrors.wrongKeyId,
      clientAuthenticationErrors.noKeyRegistered,
      clientAuthenticationErrors.jwksUrlFails,
      clientAuthenticationErrors.assertionExpired,
      clientAuthenticationErrors.assertionLivesTooLong,
      clientAuthenticationErrors.assertionFromTheFuture,
      clientAuthenticationErrors.assertionReused,
      clientAuthenticationErrors.multipleCredentials,
      clientAuthenticationErrors.wrongAssertionType,
      clientAuthenticationErrors.credentialsInQuery,
    ],
  },
  {
    id: 'token-request',
    heading: 'The token endpoint refuses the request',
    errors: [
      tokenRequestErrors.noScopesRequested,
      tokenRequestErrors.scopeUnknownToServer,
      tokenRequestErrors.consentRequired,
      tokenRequestErrors.selfScopeRequested,
      tokenRequestErrors.openidScopeRequested,
      tokenRequestErrors.customScopeRequested,
      tokenRequestErrors.noGrantType,
      tokenRequestErrors.customServerForbidden,
      tokenRequestErrors.outsideClientZone,
      tokenRequestErrors.scopesRejectedByPolicy,
      tokenRequestErrors.featureNotPermitted,
      tokenRequestErrors.grantOnlyForCustomServer,
    ],
  },
  {
    id: 'dpop',
    heading: 'The DPoP proof is refused',
    errors: [
      dpopErrors.dpopProofMissing,
      dpopErrors.dpopNonceRequired,
      dpopErrors.dpopClaimWrong,
      dpopErrors.dpopProofTimedWrongly,
      dpopErrors.dpopProofReused,
      dpopErrors.dpopTokenSentAsBearer,
      dpopErrors.dpopProofMissingAtApi,
      dpopErrors.dpopKeyMismatch,
    ],
  },
  {
    id: 'api',
    heading: 'The API refuses the call',
    errors: [
      apiErrors.insufficientScope,
      apiErrors.missingAdminRole,
      apiErrors.accessTokenExpired,
      apiErrors.wrongIssuer,
      apiErrors.invalidToken,
      apiErrors.invalidSession,
      apiErrors.rateLimited,
      apiErrors.lastCredentialProtected,
    ],
  },
  {
    id: 'without-an-answer',
    heading: 'Something fails without an error message',
    errors: [
      errorsWithoutAnswer.keyFileRefused,
      errorsWithoutAnswer.emptyList,
      errorsWithoutAnswer.tokenOutsideZone,
      errorsWithoutAnswer.shareNotAnnounced,
    ],
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
