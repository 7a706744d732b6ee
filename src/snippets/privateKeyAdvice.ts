import type { KeyType } from './form.ts';
import { privateKeyFileName } from './keys/keyFiles.ts';

/**
 * Converts a private key in PKCS#1, SEC 1 or encrypted PKCS#8 into the form that every program
 * reads.
 */
export const convertPem = `openssl pkcs8 -topk8 -nocrypt -in old.pem -out ${privateKeyFileName}`;

/** Converts a private key from JWK into that form. OpenSSL has no command for it. */
export const convertJwk = `node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })' > ${privateKeyFileName}`;

/**
 * What a program says about a file without a usable key, after what it found instead: one line,
 * with the remedy.
 */
export const needsPkcs8 = `and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: ${convertPem} ; from a JWK: ${convertJwk}`;

/** What a program says about a key of the other type, after the name of its file. */
export function needsKeyType(keyType: KeyType): string {
  return keyType === 'RSA'
    ? `contains no RSA key. Choose the code for EC keys, or make an RSA key: ${makeKey('RSA')}`
    : `contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: ${makeKey('EC')}`;
}

function makeKey(keyType: KeyType): string {
  const options =
    keyType === 'RSA'
      ? '-algorithm RSA -pkeyopt rsa_keygen_bits:2048'
      : '-algorithm EC -pkeyopt ec_paramgen_curve:P-256';
  return `openssl genpkey ${options} -out ${privateKeyFileName}`;
}
