/**
 * What `me` in place of a user’s ID means for a program. The specification says so for `getUser`
 * (see `proseRules.ts`, which names the sentence).
 */
export const currentUserReason =
  '`me` stands for the user of an API token or of a session. A program with a token from client credentials is not a user: give the user’s `id` or login.';
