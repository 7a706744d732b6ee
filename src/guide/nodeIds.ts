/** The three methods that the guide can arrive at. */
export const outcomeIds = ['serviceApp', 'apiServiceIntegration', 'apiToken'] as const;
export type OutcomeId = (typeof outcomeIds)[number];

/** The two places where this is the wrong guide. */
export const exitIds = ['userContext', 'customAuthorizationServer'] as const;
export type ExitId = (typeof exitIds)[number];

export const questionIds = ['oauth', 'obstacle', 'audience', 'catalog'] as const;
export type QuestionId = (typeof questionIds)[number];

export type NodeId = QuestionId | OutcomeId | ExitId;
export const nodeKinds = ['question', 'outcome', 'exit'] as const;
export type NodeKind = (typeof nodeKinds)[number];
