/** Where the planner is drawn, once its script is there. */
export const leaveTokenIslandId = 'token-planner';
