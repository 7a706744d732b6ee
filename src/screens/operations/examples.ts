/** A program as people build them, to try the page with. */
export interface SelectionExample {
  readonly name: string;
  readonly references: readonly string[];
}

/** Integrations whose operations differ in what they accept. */
export const selectionExamples: readonly SelectionExample[] = [
  {
    name: 'A nightly HR sync',
    references: ['listUsers', 'createUser', 'updateUser', 'assignUserToGroup', 'deactivateUser'],
  },
  { name: 'A log forwarder', references: ['listLogEvents'] },
  { name: 'A disaster recovery failover', references: ['getDRStatus', 'startOrgFailover'] },
  { name: 'A script that revokes its own token', references: ['revokeCurrentApiToken'] },
  {
    name: 'Access certification campaigns',
    references: ['createCampaign', 'launchCampaign', 'listReviews'],
  },
  { name: 'A user who edits their own profile', references: ['getProfile', 'replaceProfile'] },
];
