/** The page that plans how programs stop using their API tokens, below the base. */
export const leaveTokenPath = 'leave-the-token/';
