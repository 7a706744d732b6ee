import { base64url, exportJWK, generateKeyPair } from 'jose';

import type { Lab } from './advance.ts';
import { newClientKeys } from './client.ts';
import { seedOf } from './seededIds.ts';

/** Makes the keys and secrets of a lab with WebCrypto; no private key can be exported. */
export async function newLab(): Promise<Lab> {
  const [keys, tokenKey] = await Promise.all([newClientKeys(), generateKeyPair('RS256')]);
  const { RSA, EC } = keys.assertion;
  return {
    keys,
    secrets: {
      publicKeys: { RSA: await exportJWK(RSA.publicKey), EC: await exportJWK(EC.publicKey) },
      clientSecret: randomId(),
      apiToken: `00${randomId()}`,
    },
    tokenKey,
  };
}

/** A new seed. */
export function newSeed(): string {
  return seedOf(crypto.getRandomValues(new Uint8Array(8)));
}

function randomId(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(24)));
}
