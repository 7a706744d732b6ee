import { bashWord } from './encoders/bashWord.ts';
import { algorithmOf, type KeyType } from './form.ts';

/** A command that a person runs in bash, on their own computer. */
export interface KeyPairStep {
  readonly title: string;
  readonly command: string;
}

/** The file that the commands write the private key to, in the current folder. */
export const privateKeyFileName = 'okta-private-key.pem';

/**
 * Gives the commands that make the key pair of a service app: the private key as PKCS#8 PEM (RSA of 2048 bits,
 * or EC on P-256), its public half as the JWK to paste into Okta, and the variable that the snippets read.
 * They need openssl and Node.js, and send nothing anywhere.
 *
 * @param keyId the `kid` to register the public key under
 */
export function keyPairSteps(keyType: KeyType, keyId: string): readonly KeyPairStep[] {
  const options =
    keyType === 'RSA'
      ? '-algorithm RSA -pkeyopt rsa_keygen_bits:2048'
      : '-algorithm EC -pkeyopt ec_paramgen_curve:P-256';
  return [
    {
      title: 'Make the private key, in a file that only you can read.',
      command: `(umask 077 && openssl genpkey ${options} -out ${privateKeyFileName})\n`,
    },
    {
      title: 'Print the public key as a JWK, to paste into the app in the Admin Console.',
      command: [
        "node -e '",
        '  const { createPublicKey } = require("node:crypto");',
        '  const { readFileSync } = require("node:fs");',
        '  const [file, kid] = process.argv.slice(1);',
        '  const publicKey = createPublicKey(readFileSync(file)).export({ format: "jwk" });',
        `  console.log(JSON.stringify({ ...publicKey, kid, use: "sig", alg: "${algorithmOf(keyType)}" }, null, 2));`,
        `' -- ${privateKeyFileName} ${bashWord(keyId)}\n`,
      ].join('\n'),
    },
    {
      title: 'Tell the snippets where the private key is.',
      command: `export OKTA_PRIVATE_KEY_FILE="$PWD/${privateKeyFileName}"\n`,
    },
  ];
}
