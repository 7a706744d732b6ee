import { createHash } from 'node:crypto';

import {
  calculateJwkThumbprint,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  jwtVerify,
} from 'jose';

/** What is wrong, in words; empty when nothing is. */
export type Differences = readonly string[];

/** What a client assertion was meant to be (facts C21 to C24). */
export interface IntendedAssertion {
  readonly algorithm: 'RS256' | 'ES256';
  readonly keyId: string;
  readonly clientId: string;
  readonly tokenUrl: string;
  readonly publicKey: JWK;
  /** When it arrived, in milliseconds. */
  readonly at: number;
}

/** Compares a client assertion with what was intended; `seen` holds the ids of earlier ones, and gets this one's. */
export async function assertionDifferences(
  assertion: string,
  { algorithm, keyId, clientId, tokenUrl, publicKey, at }: IntendedAssertion,
  seen: Set<string>,
): Promise<Differences> {
  try {
    const { alg, kid, typ = 'JWT' } = decodeProtectedHeader(assertion);
    const { aud, iss, sub, exp, iat, nbf, jti } = decodeJwt(assertion);
    const seconds = at / 1000;
    return [
      ...different('assertion alg', alg, algorithm),
      ...different('assertion kid', kid, keyId),
      ...different('assertion typ', typ, 'JWT'),
      ...different('assertion aud', aud, tokenUrl),
      ...different('assertion iss', iss, clientId),
      ...different('assertion sub', sub, clientId),
      ...unless(
        typeof exp === 'number' && exp > seconds && exp <= seconds + 3600,
        `assertion exp is not within the hour: ${exp}`,
      ),
      ...[iat, nbf].flatMap((time) =>
        unless(time === undefined || time <= seconds, `an assertion from the future: ${time}`),
      ),
      ...idDifferences('assertion', jti, seen),
      ...(await signatureDifferences('assertion', assertion, publicKey, algorithm)),
    ];
  } catch (error) {
    return [`an assertion that cannot be read: ${String(error)}`];
  }
}

/** What a DPoP proof was meant to be (RFC 9449, section 4.2; facts D9 to D18). */
export interface IntendedProof {
  readonly method: string;
  /** Without query. */
  readonly url: string;
  /** At the API; absent at the token endpoint. */
  readonly accessToken?: string | undefined;
  /** The nonces that the server has given: the proof has one of them, or none when there is none. */
  readonly nonces: readonly string[];
  /** When it arrived, in milliseconds. */
  readonly at: number;
}

/** What a proof turned out to be. */
export interface CheckedProof {
  readonly differences: Differences;
  /** Of its key; empty when it cannot be read. */
  readonly thumbprint: string;
}

/** Compares a DPoP proof with what was intended; `seen` holds the ids of earlier ones, and gets this one's. */
export async function checkProof(
  proof: string,
  { method, url, accessToken, nonces, at }: IntendedProof,
  seen: Set<string>,
): Promise<CheckedProof> {
  try {
    const { typ, alg, jwk } = decodeProtectedHeader(proof);
    const claims = decodeJwt(proof);
    if (jwk === undefined) return { differences: ['a proof without jwk'], thumbprint: '' };
    const hash =
      accessToken === undefined
        ? undefined
        : createHash('sha256').update(accessToken).digest('base64url');
    return {
      differences: [
        ...different('proof typ', typ, 'dpop+jwt'),
        ...different('proof alg', alg, jwk.kty === 'EC' ? 'ES256' : 'RS256'),
        ...different('proof htm', claims['htm'], method),
        ...different('proof htu', claims['htu'], url),
        ...different('proof ath', claims['ath'], hash),
        ...unless(
          nonces.length === 0
            ? claims['nonce'] === undefined
            : nonces.some((nonce) => nonce === claims['nonce']),
          `proof nonce is ${String(claims['nonce'])}, given were ${nonces.length}`,
        ),
        ...unless(
          typeof claims.iat === 'number' &&
            claims.iat <= at / 1000 &&
            claims.iat > at / 1000 - 60 &&
            Number.isInteger(claims.iat),
          `proof iat is not now: ${claims.iat}`,
        ),
        ...idDifferences('proof', claims.jti, seen),
        ...keyDifferences(jwk),
        ...(await signatureDifferences('proof', proof, jwk, alg ?? '')),
      ],
      thumbprint: await calculateJwkThumbprint(jwk),
    };
  } catch (error) {
    return { differences: [`a proof that cannot be read: ${String(error)}`], thumbprint: '' };
  }
}

/** What a private or a symmetric key has and a public one has not (RFC 7518, sections 6.2.2, 6.3.2 and 6.4). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Only the public half, and coordinates of full length (RFC 7518, section 6.2.1.2). */
function keyDifferences(jwk: JWK): Differences {
  const given = privateMembers.filter((name) => name in jwk);
  const lengths = jwk.kty === 'EC' ? [jwk.x, jwk.y].map(bytesOf) : [];
  return [
    ...unless(given.length === 0, `the proof's jwk has ${given.join(', ')}`),
    ...unless(
      lengths.every((length) => length === 32),
      `the proof's jwk has coordinates of ${lengths.join(' and ')} bytes`,
    ),
  ];
}

function bytesOf(base64url: string | undefined): number {
  return Buffer.from(base64url ?? '', 'base64url').length;
}

function idDifferences(what: string, jti: unknown, seen: Set<string>): Differences {
  if (typeof jti !== 'string' || jti.length < 8) return [`${what} jti: ${String(jti)}`];
  if (seen.has(jti)) return [`${what} jti came twice`];
  seen.add(jti);
  return [];
}

async function signatureDifferences(
  what: string,
  jwt: string,
  publicKey: JWK,
  algorithm: string,
): Promise<Differences> {
  try {
    await jwtVerify(jwt, await importJWK(publicKey, algorithm), { algorithms: [algorithm] });
    return [];
  } catch (error) {
    return [`${what} signature: ${String(error)}`];
  }
}

/** Names a value that is not the one intended. */
export function different(what: string, actual: unknown, intended: unknown): Differences {
  return Object.is(actual, intended)
    ? []
    : [`${what} is ${shortened(actual)}, intended ${shortened(intended)}`];
}

export function unless(condition: boolean, difference: string): Differences {
  return condition ? [] : [difference];
}

function shortened(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text;
}
