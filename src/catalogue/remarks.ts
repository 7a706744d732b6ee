import type { Claim } from '#guide/claim.ts';
import {
  disasterRecoveryNeedsOauth,
  linkedObjectLooksLikeOmission,
  securityQuestionsLookLikeOmission,
  waysToRevokeToken,
} from '#guide/claims/apiTokenClaims.ts';
import { loginWithSlash } from '#guide/claims/runtimeClaims.ts';
import { specGovernance } from '#guide/sources.ts';

import type { CatalogueOperation } from './operation.ts';

/** What you need to know about an operation besides the credentials that it accepts. */
export interface Remark {
  /** A sentence or two; code is between backticks. */
  readonly text: string;
  /** The claim that it rests on beyond the specification itself; its text is the remark's. */
  readonly claim?: Claim;
}

/** Returns what else you need to know about an operation before you rely on it. */
export function remarksOn(operation: CatalogueOperation): readonly Remark[] {
  const { deprecated, lifecycle, noScopeRequired, adminRoles, permissions } = operation;
  const remarks: Remark[] = [];
  if (deprecated) remarks.push({ text: 'The specification marks it as deprecated.' });
  if (lifecycle !== undefined && lifecycle !== 'GA') {
    remarks.push({ text: `Lifecycle in the specification: ${lifecycleNames[lifecycle]}.` });
  }
  if (adminRoles.length > 0) {
    remarks.push({ text: `Admin roles that the specification names: ${codeList(adminRoles)}.` });
  }
  if (permissions.length > 0) {
    remarks.push({
      text: `Custom role permissions that it names: ${codeList(permissions)}.`,
    });
  }
  if (noScopeRequired) remarks.push({ text: 'The specification marks it as needing no scope.' });
  // The claim about disaster recovery names its host already.
  if (operation.server !== undefined && !isDisasterRecovery(operation)) {
    remarks.push({ text: `Called at a host other than the org’s own: \`${operation.server}\`.` });
  }
  return [...remarks, ...claimsOn(operation).map((claim) => ({ text: claim.text, claim }))];
}

const lifecycleNames = {
  LIMITED_GA: 'limited general availability (`LIMITED_GA`)',
  EA: 'early access (`EA`)',
  BETA: 'beta (`BETA`)',
} as const;

const byReference: Readonly<Record<string, Claim>> = {
  revokeCurrentApiToken: waysToRevokeToken,
  listSupportedSecurityQuestions: securityQuestionsLookLikeOmission,
  assignLinkedObjectValueForPrimary: linkedObjectLooksLikeOmission,
  getUser: loginWithSlash,
};

const answersForThePerson: Claim = {
  fact: 'F20',
  text: 'It acts for the person whose token is sent. As we read the specification, it is not for a program on its own.',
  status: 'inferred',
  sources: [specGovernance],
};

function isDisasterRecovery({ server = '' }: CatalogueOperation): boolean {
  return server.startsWith('https://drapp.');
}

function claimsOn(operation: CatalogueOperation): readonly Claim[] {
  const { api, path, reference } = operation;
  const known = byReference[reference];
  return [
    ...(known === undefined ? [] : [known]),
    ...(isDisasterRecovery(operation) ? [disasterRecoveryNeedsOauth] : []),
    ...(api === 'governance' && path.includes('/my/') ? [answersForThePerson] : []),
  ];
}

function codeList(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
