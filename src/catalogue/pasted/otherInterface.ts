import {
  classicAuthenticationToday,
  flowInvocation,
  otherHosts,
  privateEndpoints,
  privilegedAccessCredential,
  scimCredentials,
} from '#guide/claims/callerClaims.ts';
import { terraformUnderOauth } from '#guide/claims/apiTokenClaims.ts';
import { selfScopesRequireUser } from '#guide/claims/userContextClaims.ts';
import type { Claim } from '#guide/claim.ts';
import type { Answer } from '#guide/questions.ts';

import { openIdConnectScopes } from '../accepts.ts';
import type { PastedAddress } from './address.ts';

/**
 * Something at Okta, or close to it, that a program can call but that none of the four
 * specifications describes.
 */
export interface OtherInterface {
  /** Its name in the command line's JSON. */
  readonly id: string;
  readonly name: string;
  /** What it is, and which credential it accepts. */
  readonly claim: Claim;
  /** The credential in a few words. */
  readonly credential: string;
  /** Where the guide goes on, as the answers of a walk. */
  readonly answers: readonly Answer[];
}

const auth0: OtherInterface = {
  id: 'auth0',
  name: 'an Auth0 tenant',
  claim: otherHosts,
  credential: 'one from Auth0, which is another product',
  answers: ['oauth.other'],
};
const workflowsFlow: OtherInterface = {
  id: 'workflows-flow',
  name: 'a flow of Okta Workflows',
  claim: flowInvocation,
  credential: 'a service app with the scope okta.workflows.invoke.manage',
  answers: ['oauth.other'],
};
const privilegedAccess: OtherInterface = {
  id: 'privileged-access',
  name: 'the Okta Privileged Access API',
  claim: privilegedAccessCredential,
  credential: 'the key ID and secret of a service user, at {org}.pam.okta.com',
  answers: ['oauth.other'],
};
const privateEndpoint: OtherInterface = {
  id: 'private-endpoint',
  name: 'a private endpoint of the Admin Console',
  claim: privateEndpoints,
  credential: 'not publicly documented',
  answers: ['oauth.other'],
};
const scimIn: OtherInterface = {
  id: 'scim-in',
  name: 'an inbound SCIM connection',
  claim: scimCredentials,
  credential: 'the bearer token of that SCIM connection',
  answers: ['oauth.other'],
};
const scimOut: OtherInterface = {
  id: 'scim-out',
  name: 'SCIM, which does not call Okta’s management APIs in either direction',
  claim: scimCredentials,
  credential:
    'one that you issue, if Okta calls your SCIM server; the bearer token of the connection, if a system calls Okta',
  answers: ['oauth.other'],
};
const classicAuthn: OtherInterface = {
  id: 'classic-authn',
  name: 'the classic Authentication API (Classic Engine)',
  claim: classicAuthenticationToday,
  credential: 'none for a public app, an API token for a trusted app',
  answers: ['oauth.no', 'obstacle.documentedTokenProduct'],
};
const terraformResource: OtherInterface = {
  id: 'terraform',
  name: 'a resource of Okta’s Terraform provider',
  claim: terraformUnderOauth,
  credential: 'a service app with its private key; see tools/terraform/ for the scopes',
  answers: ['oauth.yes', 'audience.ownOrg'],
};
const signInScope: OtherInterface = {
  id: 'sign-in-scope',
  name: 'a scope that only the access token of a signed-in person can carry',
  claim: selfScopesRequireUser,
  credential: 'an access token from a sign-in; the client credentials flow cannot get it',
  answers: ['oauth.person'],
};

/** The interface that a name alone refers to: `authn` is not part of WebAuthn. */
export const interfaceNamed = (name: string): OtherInterface | undefined =>
  /^authn$/i.test(name) ? classicAuthn : terraformName.test(name) ? terraformResource : undefined;

/** `okta_group`, alone or as its block begins. */
const terraformName = /^(?:(?:resource|data)\s+)?["']?okta_[a-z_]{2,60}(?:["'.\s]|$)/;

/**
 * The interface that an address belongs to, judged by its host or its path; undefined if no fact
 * says so.
 */
export function interfaceAt({ host, path }: PastedAddress): OtherInterface | undefined {
  if (host === 'auth0') return auth0;
  if (host === 'workflows') return workflowsFlow;
  if (host === 'privilegedAccess') return privilegedAccess;
  if (host === 'oktaSite' || host === 'otherVendor') return undefined;
  if (/^\/(?:[^/]+\/){0,3}scim\/v2(?:\/|$)/i.test(path)) {
    // Okta's end of a connection has its id before `scim`; a bare path does not say whose it is.
    const isConnection = host === 'none' && !/^\/scim\//i.test(path);
    return host === 'org' || isConnection ? scimIn : scimOut;
  }
  if (/^\/api\/v1\/authn(?:\/|$)/i.test(path)) return classicAuthn;
  if (/^\/api\/(?:v1\/)?internal(?:\/|$)/i.test(path)) return privateEndpoint;
  // At a host of unknown owner, these paths say too little.
  if (host === 'custom') return undefined;
  if (/^\/api\/flo\/[^/]+\/invoke$/i.test(path)) return workflowsFlow;
  return /^\/v1\/teams\/[^/]+(?:\/|$)/i.test(path) ? privilegedAccess : undefined;
}

/** What a scope is for if no operation requires it of a program; undefined if no fact says so. */
export function interfaceOfScope(scope: string): OtherInterface | undefined {
  if (scope === 'okta.workflows.invoke.manage') return workflowsFlow;
  return openIdConnectScopes.has(scope) || /^okta\.[A-Za-z.]{1,60}\.self$/.test(scope)
    ? signInScope
    : undefined;
}
