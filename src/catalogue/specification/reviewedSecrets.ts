/**
 * Our decision on members or parameters for which neither the name nor the specification's marks
 * give the right answer.
 */
export interface ReviewedSecret {
  /** The end of the path, or, with a `/` in front, the whole path; of a parameter of the query its name after `?`. */
  readonly at: string;
  readonly reason: string;
}

/** These contain a secret, although neither a mark in the specification nor their name says so. */
export const moreSecrets: readonly ReviewedSecret[] = [
  { at: '/challengeResponse', reason: 'a signed JWT of the authenticator' },
  { at: '/credResponses/*/credResponseJwe', reason: 'an encrypted credential' },
  { at: '/pinResponseJwe', reason: 'an encrypted PIN' },
  { at: '/request', reason: 'a signed JWT of the client' },
  { at: '/code', reason: 'an authorization code gets tokens' },
  { at: '/oob_code', reason: 'gets tokens once the person has confirmed' },
  { at: '/auth_req_id', reason: 'gets tokens once the person has confirmed' },
  { at: '?request', reason: 'a signed JWT of the client' },
];

/**
 * These contain no secret, although a mark in the specification (`writeOnly`) or their name says
 * so.
 */
export const noSecrets: readonly ReviewedSecret[] = [
  { at: '/profile/multiUse', reason: 'yes or no' },
  { at: '/profile/ttl', reason: 'a time in minutes' },
  { at: '/profile/email', reason: 'an email address' },
  { at: '/role', reason: 'which of two email addresses it is' },
  { at: '/method', reason: 'how the code is sent' },
  { at: '/state', reason: 'comes back in the link of an email; opens nothing' },
  { at: '/sub_id/format', reason: 'the kind of identifier that follows' },
  { at: '/sub_id/id', reason: 'the id of a person' },
  { at: '/sub_id/iss', reason: 'the issuer of the id of a person' },
  { at: '/sub_id/sub', reason: 'the id of a person' },
];
