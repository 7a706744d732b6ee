/** A program as people build them, to try the page with; its name is a button’s. */
export interface SelectionExample {
  readonly name: string;
  readonly references: readonly string[];
}

/** Integrations whose operations differ in what they accept. */
export const selectionExamples: readonly SelectionExample[] = [
  {
    name: 'Try a nightly HR sync',
    references: ['listUsers', 'createUser', 'updateUser', 'assignUserToGroup', 'deactivateUser'],
  },
  { name: 'Try a log forwarder', references: ['listLogEvents'] },
  { name: 'Try a disaster recovery failover', references: ['getDRStatus', 'startOrgFailover'] },
  { name: 'Try a script that revokes its own token', references: ['revokeCurrentApiToken'] },
  {
    name: 'Try access certification campaigns',
    references: ['createCampaign', 'launchCampaign', 'listReviews'],
  },
  { name: 'Try a user who edits their own profile', references: ['getProfile', 'replaceProfile'] },
];
