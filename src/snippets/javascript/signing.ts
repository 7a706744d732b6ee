import { type CodeBlock, indented } from '../codeBlock.ts';
import { algorithmOf, type KeyType } from '../form.ts';

/** The expression that signs a client assertion (facts C21 to C24). */
export function assertion(keyType: KeyType): CodeBlock {
  return [
    'await new SignJWT()',
    `  .setProtectedHeader({ alg: '${algorithmOf(keyType)}', kid: keyId })`,
    '  .setAudience(tokenUrl)',
    '  .setIssuer(clientId)',
    '  .setSubject(clientId)',
    '  .setJti(randomUUID())',
    "  .setExpirationTime('5 minutes')",
    '  .sign(privateKey);',
  ];
}

/** The body of a service app's token request, as a property of what `fetch` takes (fact C25). */
export const assertionBody: CodeBlock = [
  'body: new URLSearchParams({',
  "  grant_type: 'client_credentials',",
  '  scope,',
  "  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',",
  '  client_assertion: assertion,',
  '}),',
];

/** The key pair of the proofs. */
export function proofKeyPair(keyType: KeyType): CodeBlock {
  return [
    '// This run makes a key pair for the proofs and discards it afterwards.',
    `const dpopKeys = await generateKeyPair('${algorithmOf(keyType)}');`,
    'const dpopJwk = await exportJWK(dpopKeys.publicKey);',
  ];
}

/** The function `dpopProof` (RFC 9449, section 4.2). */
export function proofFunction(keyType: KeyType): CodeBlock {
  return [
    'function dpopProof(claims) {',
    ...indented([
      'return new SignJWT(claims)',
      `  .setProtectedHeader({ typ: 'dpop+jwt', alg: '${algorithmOf(keyType)}', jwk: dpopJwk })`,
      '  .setJti(randomUUID())',
      '  .setIssuedAt()',
      '  .sign(dpopKeys.privateKey);',
    ]),
    '}',
  ];
}
