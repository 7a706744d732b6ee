import type { CodeBlock } from '../codeBlock.ts';
import { javaString } from '../encoders/javaString.ts';
import { algorithmOf, type KeyType } from '../form.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import { javaIndented } from './program.ts';

/** What differs between the kinds of keys. */
const keyKinds: Readonly<
  Record<
    KeyType,
    {
      readonly read: CodeBlock;
      readonly signature: string;
      readonly generate: CodeBlock;
      readonly jwk: CodeBlock;
    }
  >
> = {
  RSA: {
    read: ['return KeyFactory.getInstance("RSA").generatePrivate(spec);'],
    signature: 'SHA256withRSA',
    generate: [
      'KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");',
      'generator.initialize(2048);',
    ],
    jwk: [
      'String modulus = ((RSAPublicKey) dpopKeys.getPublic()).getModulus().toString(16);',
      'Map<String, Object> jwk = Map.of(',
      '        "kty", "RSA", "n", base64url(HexFormat.of().parseHex(modulus)), "e", "AQAB");',
    ],
  },
  EC: {
    read: [
      'PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(spec);',
      'if (((ECPrivateKey) key).getParams().getOrder().bitLength() != 256) {',
      '    throw new InvalidKeySpecException();',
      '}',
      'return key;',
    ],
    signature: 'SHA256withECDSAinP1363Format',
    generate: [
      'KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");',
      'generator.initialize(new ECGenParameterSpec("secp256r1"));',
    ],
    jwk: [
      'ECPoint point = ((ECPublicKey) dpopKeys.getPublic()).getW();',
      'Map<String, Object> jwk = Map.of("kty", "EC", "crv", "P-256",',
      '        "x", base64url(HexFormat.of().parseHex("%064x".formatted(point.getAffineX()))),',
      '        "y", base64url(HexFormat.of().parseHex("%064x".formatted(point.getAffineY()))));',
    ],
  },
};

/** Signs a fresh client assertion (facts C21 to C24). */
export function assertion(keyType: KeyType): CodeBlock {
  return [
    'String assertion = jwt(privateKey,',
    `        Map.of("alg", "${algorithmOf(keyType)}", "kid", KEY_ID),`,
    '        Map.of("aud", TOKEN_URL, "iss", CLIENT_ID, "sub", CLIENT_ID,',
    '                "jti", UUID.randomUUID(), "exp", Instant.now().getEpochSecond() + 300));',
  ];
}

/**
 * Makes the key pair of the proofs.
 *
 * @param declaration what it is assigned to
 */
export function newDpopKeys(keyType: KeyType, declaration: string): CodeBlock {
  return [
    '// This run makes a key pair for the proofs and discards it afterwards.',
    ...keyKinds[keyType].generate,
    `${declaration} = generator.generateKeyPair();`,
  ];
}

/** The proof of a token request, with the nonce of a variable that may be null. */
export function tokenProof(nonce: string): CodeBlock {
  return [
    `Map<String, Object> nonceClaim = ${nonce} == null ? Map.of() : Map.of("nonce", ${nonce});`,
    'String proof = dpopProof(dpopKeys, "POST", TOKEN_URL, nonceClaim);',
  ];
}

/** The variable with the hash of the access token, for its proof. */
export const accessTokenHash: CodeBlock = [
  'byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(UTF_8));',
];

/** Signs the proof of a call of the API, whose method and URL are expressions. */
export function apiProof(method: string, url: string): CodeBlock {
  return [
    `String htu = ${url}.split("\\\\?")[0];`,
    `String proof = dpopProof(dpopKeys, ${method}, htu, Map.of("ath", base64url(hash)));`,
  ];
}

/** The method that reads the key of the app. */
export function readPrivateKey(keyType: KeyType): CodeBlock {
  return [
    'static PrivateKey readPrivateKey(String file) throws Exception {',
    ...javaIndented([
      'String pem = Files.readString(Path.of(file)).replace("\\uFEFF", "");',
      'Matcher label = Pattern.compile("-----BEGIN (.+?)-----").matcher(pem);',
      'String found = label.find() ? label.group(1) : "no PEM";',
      'if (!found.equals("PRIVATE KEY")) {',
      '    System.err.println("Found " + found + " in " + file + ", "',
      `            + ${javaString(needsPkcs8)});`,
      '    System.exit(1);',
      '}',
      'byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----.+-----", ""));',
      'PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(encoded);',
      'try {',
      ...javaIndented(keyKinds[keyType].read),
      '} catch (InvalidKeySpecException exception) {',
      '    System.err.println(file + " "',
      `            + ${javaString(needsKeyType(keyType))});`,
      '    System.exit(1);',
      '    throw exception;',
      '}',
    ]),
    '}',
  ];
}

/** The method that signs proofs (RFC 9449, section 4.2). */
export function dpopProof(keyType: KeyType): CodeBlock {
  const { jwk } = keyKinds[keyType];
  return [
    'static String dpopProof(KeyPair dpopKeys, String method, String url, Map<String, Object> more)',
    '        throws Exception {',
    ...javaIndented([
      ...jwk,
      'Map<String, Object> claims = new HashMap<>(more);',
      'claims.put("htm", method);',
      'claims.put("htu", url);',
      'claims.put("jti", UUID.randomUUID());',
      'claims.put("iat", Instant.now().getEpochSecond());',
      'return jwt(dpopKeys.getPrivate(),',
      `        Map.of("typ", "dpop+jwt", "alg", "${algorithmOf(keyType)}", "jwk", jwk), claims);`,
    ]),
    '}',
  ];
}

/** The method that signs assertions and proofs, and what it needs. */
export function jwt(keyType: KeyType): CodeBlock {
  return [
    'static String jwt(PrivateKey key, Map<String, Object> header, Map<String, Object> claims)',
    '        throws Exception {',
    ...javaIndented([
      'String input = base64url(json(header).getBytes(UTF_8))',
      '        + "." + base64url(json(claims).getBytes(UTF_8));',
      `Signature signature = Signature.getInstance("${keyKinds[keyType].signature}");`,
      'signature.initSign(key);',
      'signature.update(input.getBytes(UTF_8));',
      'return input + "." + base64url(signature.sign());',
    ]),
    '}',
    '',
    '/** Writes a map as JSON; everything but numbers and maps becomes a string. */',
    'static String json(Object value) {',
    ...javaIndented([
      'if (value instanceof Map<?, ?> map) {',
      '    return map.entrySet().stream()',
      '            .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))',
      '            .collect(Collectors.joining(",", "{", "}"));',
      '}',
      'if (value instanceof Number) {',
      '    return value.toString();',
      '}',
      'return "\\"" + value.toString().replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"") + "\\"";',
    ]),
    '}',
    '',
    'static String base64url(byte[] bytes) {',
    '    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);',
    '}',
  ];
}
