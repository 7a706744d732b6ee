import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { exportJWK, exportPKCS8, generateKeyPair, type JWK } from 'jose';

import { algorithmOf, type KeyType } from '#snippets/form.ts';

/** A key pair of a client: its public half, and the file with its private half (PKCS#8 PEM). */
export interface ClientKey {
  readonly publicKey: JWK;
  readonly file: string;
}

/** What snippets authenticate with; made for one lane and of use nowhere else. */
export interface Credentials {
  readonly keys: Readonly<Record<KeyType, ClientKey>>;
  /** Key pairs that no org knows. */
  readonly strangeKeys: Readonly<Record<KeyType, ClientKey>>;
  readonly clientSecret: string;
  /** With characters that quoting and encoding go wrong with. */
  readonly hostileClientSecret: string;
  readonly apiToken: string;
  /** What the secrets of a body begin with: quotation marks and all that JSON, shells and encodings trip over. */
  readonly bodySecret: string;
}

/** Makes credentials; the key files are readable by whoever runs the snippets. */
export async function newCredentials(folder: string): Promise<Credentials> {
  mkdirSync(folder, { recursive: true });
  const key = (name: string, type: KeyType): Promise<ClientKey> =>
    newKey(path.join(folder, `${name}.pem`), type);
  return {
    keys: { RSA: await key('rsa', 'RSA'), EC: await key('ec', 'EC') },
    strangeKeys: { RSA: await key('strange-rsa', 'RSA'), EC: await key('strange-ec', 'EC') },
    clientSecret: randomBytes(48).toString('base64url'),
    hostileClientSecret: `${randomBytes(6).toString('hex')}"\\'$(touch pwned)\`&=+%2B:/?#@ {x} #{x} !`,
    bodySecret: `${randomBytes(6).toString('hex')}"\\'\\u0041$(touch pwned)\`{{x}} %s #{x} ü鍵😀\t\n\u007f</script>`,
    // As Okta's look: `00` and forty characters.
    apiToken: `00${randomBytes(30).toString('base64url')}`,
  };
}

async function newKey(file: string, type: KeyType): Promise<ClientKey> {
  const pair = await generateKeyPair(algorithmOf(type), { extractable: true });
  writeFileSync(file, `${await exportPKCS8(pair.privateKey)}\n`);
  chmodSync(file, 0o644);
  return { publicKey: await exportJWK(pair.publicKey), file };
}

/** The lines of a private key that nothing may print. */
export function privateLinesOf({ file }: ClientKey): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.length > 40);
}
