import { randomBytes } from 'node:crypto';

import { type CryptoKey, decodeJwt } from 'jose';

import type { Org, OrgCrypto, OrgRequest, OrgResponse } from '#org/org.ts';
import { respond } from '#org/respond.ts';

import { type Verdict, verdictOf } from './comparison.ts';

/** The model of an org beside a look-alike of it. */
export interface JudgedOrg {
  /**
   * Sends the model what the look-alike was sent, and compares their responses.
   *
   * @param now milliseconds since the epoch
   * @param sameClock whether the look-alike read exactly this clock
   */
  readonly judge: (
    request: OrgRequest,
    lookalike: OrgResponse,
    now: number,
    sameClock: boolean,
  ) => Promise<Verdict>;
  /** Repeats on the model what was done to the look-alike. */
  readonly change: (change: (org: Org) => Org) => void;
}

/**
 * Sets up a model to be judged. It signs with the look-alike's key, and after an equal response it takes over the
 * random values of the look-alike's (the id of a token, a nonce), so that the next request means the same to both.
 */
export function judgedOrg(
  start: Org,
  tokenKey: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey },
): JudgedOrg {
  let org = start;
  const crypto: OrgCrypto = {
    tokenKey,
    randomId: () => randomBytes(16).toString('base64url'),
  };
  return {
    judge: async (request, lookalike, now, sameClock) => {
      const { org: after, response } = await respond(org, request, now, crypto);
      const verdict = verdictOf(lookalike, response, sameClock);
      if (verdict.kind === 'equal') org = withRandomValuesOf(lookalike, response, after, now);
      return verdict;
    },
    change: (change) => {
      org = change(org);
    },
  };
}

function withRandomValuesOf(
  lookalike: OrgResponse,
  model: OrgResponse,
  org: Org,
  now: number,
): Org {
  const theirs = lookalike.headers['dpop-nonce'];
  const ours = model.headers['dpop-nonce'];
  const id = tokenId(lookalike.body);
  const ownId = tokenId(model.body);
  return {
    ...org,
    ...(typeof theirs === 'string'
      ? {
          nonces: [
            { value: theirs, since: now },
            ...org.nonces.filter(({ value }) => value !== ours && value !== theirs),
          ],
        }
      : {}),
    issuedTokens:
      id === undefined
        ? org.issuedTokens
        : org.issuedTokens.map((token) => (token.id === ownId ? { ...token, id } : token)),
  };
}

function tokenId(body: string): string | undefined {
  const token = /"access_token":"([^"]+)"/.exec(body)?.[1];
  return token === undefined ? undefined : decodeJwt(token).jti;
}
