import type { Org, OrgCrypto } from './org.ts';

const aDay = 86_400_000;

/**
 * The org with its newest nonce for DPoP proofs, which is renewed every 24 hours (fact D12).
 *
 * @param now milliseconds since the epoch
 */
export function withNonce(org: Org, now: number, crypto: OrgCrypto): { org: Org; nonce: string } {
  const [newest] = org.nonces;
  if (newest !== undefined && now - newest.since < aDay) return { org, nonce: newest.value };
  const nonce = crypto.randomId();
  const nonces = [{ value: nonce, since: now }, ...org.nonces.filter(counts(now))];
  return { org: { ...org, nonces }, nonce };
}

/** Whether the org accepts a nonce: each works for three days (fact D12). */
export function takesNonce(org: Org, value: string, now: number): boolean {
  return org.nonces.some((nonce) => nonce.value === value && counts(now)(nonce));
}

function counts(now: number): (nonce: Org['nonces'][number]) => boolean {
  return ({ since }) => now - since < 3 * aDay;
}
