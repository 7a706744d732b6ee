import type { Statement } from '#guide/claim.ts';
import {
  flowchartKnownByAltText,
  integrationScopesVisible,
  oauthByDefault,
  ruleInProse,
  tokenNeverPreferred,
} from '#guide/claims/articleClaims.ts';
import { scopeAndRoleBothBound } from '#guide/claims/serviceAppClaims.ts';

/** What drives the choice, in the order in which the article of 2023 weighs it. */
export const drivers: readonly [Statement, ...Statement[]] = [
  {
    text: 'OAuth 2.0 comes first: no other way is as safe or lets you choose as precisely what the program may do.',
    basis: [ruleInProse, flowchartKnownByAltText, oauthByDefault],
  },
  {
    text: 'An API service integration is right when customers install the program from the OIN, because then you fix the scopes once for all of them.',
    basis: [ruleInProse, integrationScopesVisible],
  },
  {
    text: 'An API token is the last resort, for programs that cannot use OAuth 2.0.',
    basis: [ruleInProse, tokenNeverPreferred],
  },
  {
    text: 'Least privilege: with OAuth 2.0, scope and admin role both have to allow a call.',
    basis: [scopeAndRoleBothBound],
  },
];
