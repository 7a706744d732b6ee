import type { CodeBlock } from '../codeBlock.ts';
import { algorithmOf, type KeyType } from '../form.ts';
import { indentedCsharp } from './requests.ts';

/** Makes the key pair of the proofs. */
export function proofKeyPair(keyType: KeyType): CodeBlock {
  return [
    '// This run makes a key pair for the proofs and discards it afterwards.',
    keyType === 'RSA'
      ? 'using var dpopKey = RSA.Create(2048);'
      : 'using var dpopKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);',
  ];
}

/** `ClientAssertion` (facts C21 to C24). */
export function assertionFunction(keyType: KeyType): CodeBlock {
  return [
    'string ClientAssertion() => Jwt(',
    ...indentedCsharp([
      `new JsonObject { ["alg"] = "${algorithmOf(keyType)}", ["kid"] = keyId },`,
      'new JsonObject',
      '{',
      ...indentedCsharp([
        '["aud"] = tokenUrl,',
        '["iss"] = clientId,',
        '["sub"] = clientId,',
        '["jti"] = Guid.NewGuid().ToString(),',
        '["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 300,',
      ]),
      '},',
      'privateKey);',
    ]),
  ];
}

/** `DpopProof` (RFC 9449, section 4.2). ECPoint has both coordinates in their full size. */
export function proofFunction(keyType: KeyType): CodeBlock {
  return [
    'string DpopProof(HttpMethod method, string url, string? nonce = null, string? token = null)',
    '{',
    ...indentedCsharp([
      ...(keyType === 'RSA'
        ? [
            'var publicKey = dpopKey.ExportParameters(false);',
            'var jwk = new JsonObject',
            '{',
            '    ["kty"] = "RSA", ["n"] = Base64Url(publicKey.Modulus!), ["e"] = Base64Url(publicKey.Exponent!),',
            '};',
          ]
        : [
            'var point = dpopKey.ExportParameters(false).Q;',
            'var jwk = new JsonObject',
            '{',
            '    ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url(point.X!), ["y"] = Base64Url(point.Y!),',
            '};',
          ]),
      'var claims = new JsonObject',
      '{',
      ...indentedCsharp([
        '["htm"] = method.Method,',
        `["htu"] = url.Split('?')[0],`,
        '["jti"] = Guid.NewGuid().ToString(),',
        '["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),',
      ]),
      '};',
      'if (nonce is not null)',
      '    claims["nonce"] = nonce;',
      'if (token is not null)',
      '    claims["ath"] = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(token)));',
      `var header = new JsonObject { ["typ"] = "dpop+jwt", ["alg"] = "${algorithmOf(keyType)}", ["jwk"] = jwk };`,
      'return Jwt(header, claims, dpopKey);',
    ]),
    '}',
  ];
}

/** `Jwt`, and what it needs. */
export function jwtFunctions(keyType: KeyType): readonly CodeBlock[] {
  return [
    [
      `static string Jwt(JsonObject header, JsonObject claims, ${keyType === 'RSA' ? 'RSA' : 'ECDsa'} key)`,
      '{',
      ...indentedCsharp([
        'var parts = new[] { header, claims }',
        '    .Select(part => Base64Url(Encoding.UTF8.GetBytes(part.ToJsonString())));',
        'var input = string.Join(".", parts);',
        'var signature = key.SignData(',
        keyType === 'RSA'
          ? '    Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);'
          : '    Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);',
        'return $"{input}.{Base64Url(signature)}";',
      ]),
      '}',
    ],
    [
      'static string Base64Url(byte[] bytes) =>',
      `    Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');`,
    ],
  ];
}
