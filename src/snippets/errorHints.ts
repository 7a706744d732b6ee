import type { Form } from './form.ts';

/** What a program says about an error of Okta besides Okta's own words. */
export interface ErrorHint {
  /** As it stands in the answer's body, or in its `WWW-Authenticate` header. */
  readonly code: string;
  /** Printable ASCII in one line: what to do about it. */
  readonly hint: string;
}

/**
 * Gives the errors that a snippet of a form tells apart, the token endpoint's before the API's. The
 * first one whose code occurs in a response is the one that is meant.
 *
 * Sources: facts G1 to G22 (token endpoint), G23 to G27 (DPoP), G35, G36, G38, G39, G43 to G45
 * (API).
 */
export function errorHints(form: Form): readonly ErrorHint[] {
  return form.method === 'apiToken'
    ? apiTokenHints
    : [...tokenEndpointHints(form), ...accessTokenHints(form), ...apiHints];
}

function tokenEndpointHints({ method, variant }: Form): readonly ErrorHint[] {
  const serviceApp = method === 'serviceApp';
  return [
    {
      code: 'invalid_client',
      hint: serviceApp
        ? 'Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.'
        : 'Compare the org domain, the client ID and the client secret with the integration in Okta.',
    },
    {
      code: 'invalid_scope',
      hint: 'Check the names of the scopes: request at least one, and only okta.* scopes.',
    },
    {
      code: 'consent_required',
      hint: serviceApp
        ? 'Have a super admin grant the scopes to the app (Okta API Scopes tab).'
        : 'Request only scopes that the integration is registered with.',
    },
    ...(serviceApp
      ? [
          {
            code: 'invalid_dpop_proof',
            hint:
              variant === 'dpop'
                ? 'Check the clock: a proof is good for five minutes and for one request.'
                : 'The app requires DPoP: use the DPoP variant, or switch the requirement off in the app.',
          },
        ]
      : []),
  ];
}

function accessTokenHints({ method }: Form): readonly ErrorHint[] {
  return [
    {
      code: 'insufficient_scope',
      hint: 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.',
    },
    { code: 'invalid_token', hint: 'The access token has expired, or another server issued it.' },
    {
      code: 'E0000006',
      hint:
        method === 'serviceApp'
          ? 'The scope is there but the permission is not: give the app an admin role that allows this.'
          : 'The scope is there but the permission is not: check the admin role of the integration.',
    },
  ];
}

const apiHints: readonly ErrorHint[] = [
  { code: 'E0000005', hint: 'No usable Authorization header reached Okta.' },
  {
    code: 'E0000047',
    hint: 'The rate limit is still used up: try again later, or make fewer calls.',
  },
];

const apiTokenHints: readonly ErrorHint[] = [
  {
    code: 'E0000011',
    hint: 'The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.',
  },
  {
    code: 'E0000006',
    hint: 'The owner of the API token lacks the admin role for this: the token has the rights of its owner.',
  },
  ...apiHints,
];
