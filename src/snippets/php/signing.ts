import type { CodeBlock } from '../codeBlock.ts';
import { algorithmOf, type KeyType } from '../form.ts';
import { indentedPhp } from './curlOptions.ts';

/** The expression of a fresh client assertion (facts C21 to C24). */
export function assertion(keyType: KeyType, privateKey: string): CodeBlock {
  return [
    `jwt(['alg' => '${algorithmOf(keyType)}', 'kid' => KEY_ID], [`,
    ...indentedPhp([
      "'aud' => TOKEN_URL,",
      "'iss' => CLIENT_ID,",
      "'sub' => CLIENT_ID,",
      "'jti' => bin2hex(random_bytes(16)),",
      "'exp' => time() + 300,",
    ]),
    `], ${privateKey})`,
  ];
}

/** Makes a fresh key pair for proofs, and keeps openssl from writing its seed to `~/.rnd` meanwhile. */
export function proofKeyPair(keyType: KeyType, variable: string): CodeBlock {
  const options =
    keyType === 'RSA'
      ? "'private_key_type' => OPENSSL_KEYTYPE_RSA, 'private_key_bits' => 2048"
      : "'private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1'";
  return [
    '// This run makes a key pair for the proofs and discards it afterwards.',
    "putenv('RANDFILE=/dev/null'); // Otherwise openssl_pkey_new writes ~/.rnd.",
    `${variable} = openssl_pkey_new([${options}]);`,
  ];
}

/**
 * The body of a function that makes a proof for `$method` and `$url` (RFC 9449, section 4.2), with those of
 * `$claims` that are not null.
 */
export function proof(keyType: KeyType, dpopKey: string): CodeBlock {
  return [
    ...(keyType === 'RSA'
      ? [
          `$rsa = openssl_pkey_get_details(${dpopKey})['rsa'];`,
          "$jwk = ['kty' => 'RSA', 'n' => base64url($rsa['n']), 'e' => base64url($rsa['e'])];",
        ]
      : [
          `$ec = openssl_pkey_get_details(${dpopKey})['ec'];`,
          // openssl_pkey_get_details leaves out the zeros at the front that RFC 7518, section 6.2.1.2, wants.
          "[$x, $y] = [base64url(bytes32($ec['x'])), base64url(bytes32($ec['y']))];",
          "$jwk = ['kty' => 'EC', 'crv' => 'P-256', 'x' => $x, 'y' => $y];",
        ]),
    `return jwt(['typ' => 'dpop+jwt', 'alg' => '${algorithmOf(keyType)}', 'jwk' => $jwk], array_filter([`,
    ...indentedPhp([
      "'htm' => $method,",
      "'htu' => explode('?', $url)[0],",
      "'jti' => bin2hex(random_bytes(16)),",
      "'iat' => time(),",
      '...$claims,',
    ]),
    `]), ${dpopKey});`,
  ];
}

/** `jwt`, and what it needs. */
export function jwtFunctions(keyType: KeyType): readonly CodeBlock[] {
  return [
    [
      'function jwt(array $header, array $claims, OpenSSLAsymmetricKey $key): string',
      '{',
      ...indentedPhp([
        "$input = base64url(json_encode($header)) . '.' . base64url(json_encode($claims));",
        ...(keyType === 'RSA'
          ? [
              'openssl_sign($input, $signature, $key, OPENSSL_ALGO_SHA256);',
              "return $input . '.' . base64url($signature);",
            ]
          : [
              'openssl_sign($input, $der, $key, OPENSSL_ALGO_SHA256);',
              '// openssl writes the two numbers of a signature in DER; a JWT takes them as 32 bytes each.',
              '$r = substr($der, 4, ord($der[3]));',
              '$s = substr($der, 6 + strlen($r));',
              "return $input . '.' . base64url(bytes32($r) . bytes32($s));",
            ]),
      ]),
      '}',
    ],
    ...(keyType === 'RSA'
      ? []
      : [
          [
            'function bytes32(string $number): string',
            '{',
            '    return str_pad(ltrim($number, "\\0"), 32, "\\0", STR_PAD_LEFT);',
            '}',
          ],
        ]),
    [
      'function base64url(string $bytes): string',
      '{',
      "    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');",
      '}',
    ],
  ];
}
