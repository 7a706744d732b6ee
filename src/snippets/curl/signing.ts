import type { CodeBlock } from '../codeBlock.ts';
import { bashWord } from '../encoders/bashWord.ts';
import { algorithmOf, type KeyType } from '../form.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';

/** The claims of the client assertion, from the arguments that the command gives to jq (facts C21 to C24). */
export const assertionClaims =
  "'{aud: $aud, iss: $id, sub: $id, jti: $jti, exp: (now + 300 | floor)}'";

/** The command that writes the header of the client assertion. */
export function assertionHeader(keyType: KeyType): string {
  return `jq -nc --arg kid "$key_id" '{alg: "${algorithmOf(keyType)}", kid: $kid}'`;
}

/** The comment that explains the pipeline of {@link signature}. */
export function derNote(keyType: KeyType): CodeBlock {
  return keyType === 'RSA'
    ? []
    : [
        '# openssl writes the two numbers of a signature in DER; a JWT takes them as 32 bytes each.',
      ];
}

/** Reads the key of the app. openssl signs with any key that it can read: what is of no use is refused here. */
export function privateKey(keyType: KeyType): CodeBlock {
  return [
    'private_key=$(sed $\'1s/^\\xEF\\xBB\\xBF//\' "$OKTA_PRIVATE_KEY_FILE")',
    'if ! public_key=$(printf %s "$private_key" | openssl pkey -passin pass: -noout -text_pub 2>/dev/null); then',
    '  found=$(printf %s "$private_key" | sed -n \'s/-----BEGIN \\([^-]*\\)-----.*/\\1/p\')',
    `  echo "Found \${found:-no PEM} in $OKTA_PRIVATE_KEY_FILE," ${bashWord(needsPkcs8)} >&2`,
    '  exit 1',
    `elif [[ $public_key != ${keyType === 'RSA' ? '*Modulus:*' : "*'NIST CURVE: P-256'*"} ]]; then`,
    `  echo "$OKTA_PRIVATE_KEY_FILE" ${bashWord(needsKeyType(keyType))} >&2`,
    '  exit 1',
    'fi',
  ];
}

/** How openssl gets the key of the app: as a file that only it sees. */
export const privateKeyFile = '<(printf %s "$private_key")';

/**
 * The commands of the pipeline that signs its input.
 *
 * @param keyFile the word of its key's file
 */
export function signature(keyType: KeyType, keyFile: string): readonly string[] {
  const sign = `openssl dgst -sha256 -sign ${keyFile}`;
  return keyType === 'RSA'
    ? [`${sign} | base64url`]
    : [
        sign,
        "openssl asn1parse -inform DER | awk -F: '/INTEGER/ { printf \"%64s\", $NF }' | tr ' ' 0",
        'xxd -r -p | base64url',
      ];
}

export const base64url: CodeBlock = [
  "base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }",
];

/** The functions `jwt` and `client_assertion`. */
export function assertionFunctions(keyType: KeyType): readonly CodeBlock[] {
  return [
    [
      '# jwt <private key file> <header> <claims>',
      ...derNote(keyType),
      'jwt() {',
      '  local input',
      '  input=$(printf %s "$2" | base64url).$(printf %s "$3" | base64url)',
      '  printf %s. "$input"',
      `  printf %s "$input" | ${signature(keyType, '"$1"').join(' |\n    ')}`,
      '}',
    ],
    [
      'client_assertion() {',
      `  jwt ${privateKeyFile} \\`,
      `    "$(${assertionHeader(keyType)})" \\`,
      '    "$(jq -nc --arg aud "$token_url" --arg id "$client_id" --arg jti "$(openssl rand -hex 16)" \\',
      `      ${assertionClaims})"`,
      '}',
    ],
  ];
}

/** The function `dpop_proof` (RFC 9449, section 4.2). */
export function proofFunction(keyType: KeyType): CodeBlock {
  return [
    '# dpop_proof <method> <URL without query> <further claims>',
    'dpop_proof() {',
    '  jwt "$work/dpop.pem" \\',
    `    "$(jq -nc --argjson jwk "$dpop_jwk" '{typ: "dpop+jwt", alg: "${algorithmOf(keyType)}", jwk: $jwk}')" \\`,
    '    "$(jq -nc --arg htm "$1" --arg htu "$2" --argjson more "$3" --arg jti "$(openssl rand -hex 16)" \\',
    "      '{htm: $htm, htu: $htu, jti: $jti, iat: (now | floor)} + $more')\"",
    '}',
  ];
}

/** A folder that the end of the run removes. */
export const workFolder: CodeBlock = ['work=$(mktemp -d)', 'trap \'rm -rf "$work"\' EXIT'];

/** Makes the key pair of the proofs in the work folder: `$work/dpop.pem`, with its public half in `$dpop_jwk`. */
export function proofKeyPair(keyType: KeyType): CodeBlock {
  return keyType === 'RSA'
    ? [
        'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/dpop.pem" 2>/dev/null',
        'modulus=$(openssl rsa -in "$work/dpop.pem" -noout -modulus | cut -d= -f2 | xxd -r -p | base64url)',
        'dpop_jwk=$(jq -nc --arg n "$modulus" \'{kty: "RSA", n: $n, e: "AQAB"}\')',
      ]
    : [
        'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/dpop.pem"',
        'openssl pkey -in "$work/dpop.pem" -pubout -outform DER | tail -c 64 >"$work/point"',
        'dpop_jwk=$(jq -nc --arg x "$(head -c 32 "$work/point" | base64url)" \\',
        '  --arg y "$(tail -c 32 "$work/point" | base64url)" \'{kty: "EC", crv: "P-256", x: $x, y: $y}\')',
      ];
}

/** The parameter of curl that sends the proof that `$proof` holds. */
export const proofHeader = '--header "DPoP: $proof"';
