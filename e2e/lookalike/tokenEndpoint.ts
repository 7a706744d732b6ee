import { type OauthError, oauthErrors } from '#org/oauthErrors.ts';

import { type Answer, jsonAnswer } from './answer.ts';
import { type AuthorizationServer, serverPaths } from './authorizationServer.ts';
import type { OrgClient, OrgSettings, OrgSignInApp } from './orgSettings.ts';
import { oktaWords, wrongMethodError } from './tokenErrors.ts';
import { requestForServer, type TokenRequest } from './tokenRequest.ts';

/** Answers a POST to the org authorization server's token endpoint. */
export type TokenEndpoint = (request: TokenRequest) => Promise<Answer>;

/**
 * Sets up the token endpoint of an Okta org.
 *
 * The server authenticates the client, checks the DPoP proof and issues the token; its errors are put into Okta's
 * words.
 *
 * Known differences from Okta: an assertion needs a `jti`, which Okta leaves optional (C22); a nonce lasts
 * minutes and not days (D12). Of a request with some scopes granted and some not, the granted ones are issued
 * (C34: the guides say so, the Grants API says otherwise).
 */
export function tokenEndpoint(settings: OrgSettings, server: AuthorizationServer): TokenEndpoint {
  const clients: ReadonlyMap<string, OrgClient | OrgSignInApp> = new Map(
    [...settings.clients, ...(settings.signInApps ?? [])].map((client) => [
      client.clientId,
      client,
    ]),
  );
  return async (request) => {
    const refused = refusedBeforehand(request, clients);
    if (refused !== undefined) return errorAnswer(refused);
    const { headers, body, refusal } = await server.handle(
      requestForServer(request, settings.host, serverPaths.token),
    );
    const nonce = headers['dpop-nonce'];
    const nonceHeader: Answer['headers'] = nonce === undefined ? {} : { 'dpop-nonce': nonce };
    if (refusal !== undefined) {
      return errorAnswer(oktaWords(refusal, request, clients), nonceHeader);
    }
    const { token_type, expires_in, access_token, scope, refresh_token, id_token } = body as Grant;
    return jsonAnswer(
      200,
      {
        token_type,
        expires_in,
        access_token,
        scope,
        ...(refresh_token === undefined ? {} : { refresh_token }),
        ...(id_token === undefined ? {} : { id_token }),
      },
      { ...notStored, ...nonceHeader },
    );
  };
}

/** The token response of RFC 6749, section 5.1. */
interface Grant {
  readonly token_type: string;
  readonly expires_in: number;
  readonly access_token: string;
  readonly scope: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
}

const notStored = { 'cache-control': 'no-cache, no-store', pragma: 'no-cache' };

function errorAnswer(
  { status, error, description }: OauthError,
  headers: Answer['headers'] = {},
): Answer {
  return jsonAnswer(
    status,
    { error, error_description: description },
    { ...notStored, ...headers },
  );
}

/** What Okta refuses and `oidc-provider` would let pass, or would refuse for another reason. */
function refusedBeforehand(
  { query, form, authorization, proofs }: TokenRequest,
  clients: ReadonlyMap<string, OrgClient | OrgSignInApp>,
): OauthError | undefined {
  if (['client_id', 'client_secret', 'client_assertion'].some((name) => query.has(name))) {
    return oauthErrors.client_credentials_in_query;
  }
  const assertion = form.get('client_assertion');
  const secret = form.get('client_secret');
  const credentials = [authorization, assertion, secret].filter(
    (each) => each !== undefined && each !== null,
  );
  if (credentials.length > 1) return oauthErrors.multiple_client_credentials;
  // Programs report that Okta counts a `client_id` beside another credential as a second one.
  if (form.has('client_id') && credentials.length === 1 && secret === null) {
    return oauthErrors.multiple_client_credentials;
  }
  // The server takes a secret from the form for a client of the Basic header too (fact E24).
  if (secret !== null) return wrongMethodError(clients.get(form.get('client_id') ?? ''));
  return proofs > 1 ? oauthErrors.invalid_dpop_proof_multiple_headers_not_allowed : undefined;
}
