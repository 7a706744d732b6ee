import { base64url, exportJWK, generateKeyPair } from 'jose';

import type { OrgCrypto } from '../org.ts';
import { type ClientKeys, newClientKeys } from './client.ts';
import type { LabSecrets } from './labOrg.ts';

/** What is made when a lab begins, and thrown away with it. */
export interface Lab {
  readonly keys: ClientKeys;
  readonly secrets: LabSecrets;
  readonly crypto: OrgCrypto;
}

/** Makes the keys and secrets of a lab with WebCrypto; no private key can be exported. */
export async function newLab(): Promise<Lab> {
  const [keys, tokenKey] = await Promise.all([newClientKeys(), generateKeyPair('RS256')]);
  return {
    keys,
    secrets: {
      publicKey: await exportJWK(keys.assertion.publicKey),
      clientSecret: randomId(),
      apiToken: `00${randomId()}`,
    },
    crypto: { tokenKey, randomId },
  };
}

function randomId(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(24)));
}
