import { createPrivateKey, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { exportJWK, exportPKCS8, generateKeyPair, type JWK } from 'jose';

import { algorithmOf, type KeyType } from '#snippets/form.ts';

import { recordAt } from './jsonShape.ts';

/** A key pair of a client: its public half, and the file with its private half (PKCS#8 PEM). */
export interface ClientKey {
  readonly publicKey: JWK;
  readonly file: string;
  /** Files with the same private key in other forms. */
  readonly otherForms: Readonly<Record<KeyForm, string>>;
}

/** Forms in which people have a key: `traditional` is PKCS#1 for RSA, and SEC 1 for EC. */
export type KeyForm = 'traditional' | 'jwk' | 'encrypted' | 'windowsLines' | 'byteOrderMark';

/** What snippets authenticate with; made for one lane and of use nowhere else. */
export interface Credentials {
  readonly keys: Readonly<Record<KeyType, ClientKey>>;
  /** Key pairs that no org knows. */
  readonly strangeKeys: Readonly<Record<KeyType, ClientKey>>;
  /** PEM file of a certificate, which people take for a key. */
  readonly certificateFile: string;
  readonly clientSecret: string;
  /** With characters that quoting and encoding go wrong with. */
  readonly hostileClientSecret: string;
  readonly apiToken: string;
  /** What the secrets of a body begin with: quotation marks and all that JSON, shells and encodings trip over. */
  readonly bodySecret: string;
}

/**
 * Makes credentials; the key files are readable by whoever runs the snippets.
 *
 * @param certificate PEM of any certificate
 */
export async function newCredentials(folder: string, certificate: string): Promise<Credentials> {
  mkdirSync(folder, { recursive: true });
  const key = (name: string, type: KeyType): Promise<ClientKey> =>
    newKey(path.join(folder, `${name}.pem`), type);
  return {
    certificateFile: writeReadable(path.join(folder, 'certificate.pem'), certificate),
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
  const pem = `${await exportPKCS8(pair.privateKey)}\n`;
  const key = createPrivateKey(pem);
  const traditional = key.export({ type: type === 'RSA' ? 'pkcs1' : 'sec1', format: 'pem' });
  const encryption = { cipher: 'aes-256-cbc', passphrase: 'a passphrase' };
  const encrypted = key.export({ type: 'pkcs8', format: 'pem', ...encryption });
  const inForm = (form: KeyForm, text: string | Buffer): string =>
    writeReadable(file.replace('.pem', `.${form}`), text);
  return {
    publicKey: await exportJWK(pair.publicKey),
    file: writeReadable(file, pem),
    otherForms: {
      traditional: inForm('traditional', traditional),
      jwk: inForm('jwk', JSON.stringify(key.export({ format: 'jwk' }))),
      encrypted: inForm('encrypted', encrypted),
      windowsLines: inForm('windowsLines', pem.replaceAll('\n', '\r\n')),
      byteOrderMark: inForm('byteOrderMark', `\uFEFF${pem}`),
    },
  };
}

function writeReadable(file: string, text: string | Buffer): string {
  writeFileSync(file, text);
  chmodSync(file, 0o644);
  return file;
}

/** The lines of a private key that nothing may print. */
export function privateLinesOf({ file, otherForms }: ClientKey): readonly string[] {
  const { d = '' } = recordAt(JSON.parse(readFileSync(otherForms.jwk, 'utf8')), otherForms.jwk);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.length > 40)
    .concat(String(d));
}
