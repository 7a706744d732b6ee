/** The three methods that the guide can arrive at. */
export const outcomeIds = ['serviceApp', 'apiServiceIntegration', 'apiToken'] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** The places where this is the wrong guide: each says which credential belongs there instead. */
export const exitIds = [
  'userContext',
  'customAuthorizationServer',
  'delegatedGrant',
  'otherInterface',
] as const;
export type ExitId = (typeof exitIds)[number];

export const questionIds = ['oauth', 'agent', 'obstacle', 'audience', 'catalog'] as const;
export type QuestionId = (typeof questionIds)[number];

export type NodeId = QuestionId | OutcomeId | ExitId;
export const nodeKinds = ['question', 'outcome', 'exit'] as const;
export type NodeKind = (typeof nodeKinds)[number];
