import type { CodeBlock } from '../codeBlock.ts';
import { algorithmOf, type KeyType } from '../form.ts';
import { indentedPowershell } from './requests.ts';

/** Makes the key pair of the proofs. */
export function proofKeyPair(keyType: KeyType): CodeBlock {
  return [
    '# This run makes a key pair for the proofs and discards it afterwards.',
    keyType === 'RSA'
      ? '$dpopKey = [RSA]::Create(2048)'
      : "$dpopKey = [ECDsa]::Create([ECCurve]::CreateFromFriendlyName('nistP256'))",
  ];
}

/** `New-Jwt`, and what it needs. */
export function jwtFunctions(keyType: KeyType): readonly CodeBlock[] {
  return [
    [
      'function ConvertTo-Base64Url([byte[]] $Bytes) {',
      "    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')",
      '}',
    ],
    [
      'function New-Jwt([hashtable] $Header, [hashtable] $Claims, $Key) {',
      ...indentedPowershell([
        '$parts = $Header, $Claims | ForEach-Object {',
        '    ConvertTo-Base64Url ([Encoding]::UTF8.GetBytes((ConvertTo-Json $_ -Compress)))',
        '}',
        "$data = [Encoding]::ASCII.GetBytes($parts -join '.')",
        keyType === 'RSA'
          ? '$signature = $Key.SignData($data, [HashAlgorithmName]::SHA256, [RSASignaturePadding]::Pkcs1)'
          : '$signature = $Key.SignData($data, [HashAlgorithmName]::SHA256, [DSASignatureFormat]::IeeeP1363FixedFieldConcatenation)',
        "($parts + (ConvertTo-Base64Url $signature)) -join '.'",
      ]),
      '}',
    ],
  ];
}

/** `New-ClientAssertion` (facts C21 to C24). */
export function assertionFunction(keyType: KeyType): CodeBlock {
  return [
    'function New-ClientAssertion {',
    ...indentedPowershell([
      `New-Jwt @{ alg = '${algorithmOf(keyType)}'; kid = $keyId } @{`,
      ...indentedPowershell([
        'aud = $tokenUrl',
        'iss = $clientId',
        'sub = $clientId',
        'jti = [guid]::NewGuid().ToString()',
        'exp = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() + 300',
      ]),
      '} $privateKey',
    ]),
    '}',
  ];
}

/** `New-DpopProof` (RFC 9449, section 4.2). ECPoint has both coordinates in their full size. */
export function proofFunction(keyType: KeyType): CodeBlock {
  return [
    'function New-DpopProof([string] $Method, [string] $Url, [string] $Nonce, [string] $AccessToken) {',
    ...indentedPowershell([
      ...(keyType === 'RSA'
        ? [
            '$public = $dpopKey.ExportParameters($false)',
            "$jwk = @{ kty = 'RSA'; n = ConvertTo-Base64Url $public.Modulus; e = ConvertTo-Base64Url $public.Exponent }",
          ]
        : [
            '$point = $dpopKey.ExportParameters($false).Q',
            "$jwk = @{ kty = 'EC'; crv = 'P-256'; x = ConvertTo-Base64Url $point.X; y = ConvertTo-Base64Url $point.Y }",
          ]),
      '$claims = @{',
      ...indentedPowershell([
        'htm = $Method',
        "htu = $Url.Split('?')[0]",
        'jti = [guid]::NewGuid().ToString()',
        'iat = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()',
      ]),
      '}',
      'if ($Nonce) { $claims.nonce = $Nonce }',
      'if ($AccessToken) {',
      '    $claims.ath = ConvertTo-Base64Url ([SHA256]::HashData([Encoding]::ASCII.GetBytes($AccessToken)))',
      '}',
      `New-Jwt @{ typ = 'dpop+jwt'; alg = '${algorithmOf(keyType)}'; jwk = $jwk } $claims $dpopKey`,
    ]),
    '}',
  ];
}
