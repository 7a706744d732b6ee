import { type CodeBlock, indented } from '../codeBlock.ts';
import { goString } from '../encoders/goString.ts';
import { algorithmOf, type KeyType } from '../form.ts';
import { needsKeyType, needsPkcs8 } from '../privateKeyAdvice.ts';
import { onError, stop } from './errors.ts';
import type { ApiCall } from './requests.ts';

/** What differs between the kinds of keys. */
export const keyKinds: Readonly<
  Record<
    KeyType,
    {
      readonly type: string;
      readonly generate: string;
      readonly sign: CodeBlock;
      readonly signature: string;
      readonly jwk: CodeBlock;
    }
  >
> = {
  RSA: {
    type: '*rsa.PrivateKey',
    generate: 'rsa.GenerateKey(rand.Reader, 2048)',
    sign: ['signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, digest[:])'],
    signature: 'signature',
    jwk: ['"kty": "RSA",', '"n":   base64url.EncodeToString(key.N.Bytes()),', '"e":   "AQAB",'],
  },
  EC: {
    type: '*ecdsa.PrivateKey',
    generate: 'ecdsa.GenerateKey(elliptic.P256(), rand.Reader)',
    sign: ['r, s, err := ecdsa.Sign(rand.Reader, key, digest[:])'],
    signature: 'append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...)',
    jwk: [
      '"kty": "EC",',
      '"crv": "P-256",',
      '"x":   base64url.EncodeToString(key.X.FillBytes(make([]byte, 32))),',
      '"y":   base64url.EncodeToString(key.Y.FillBytes(make([]byte, 32))),',
    ],
  },
};

/** The encoding of everything that is signed. */
export const base64url: CodeBlock = ['var base64url = base64.RawURLEncoding'];

/** Makes the key pair of the proofs. */
export function newDpopKey(keyType: KeyType): CodeBlock {
  return [
    '// This run makes a key pair for the proofs and discards it afterwards.',
    `dpopKey, err := ${keyKinds[keyType].generate}`,
    ...stop,
  ];
}

/**
 * Signs a fresh client assertion (facts C21 to C24).
 *
 * @param key the expression of the private key
 */
export function assertion(keyType: KeyType, key: string): CodeBlock {
  return [
    `assertion, err := signJWT(${key},`,
    `  map[string]any{"alg": "${algorithmOf(keyType)}", "kid": keyID},`,
    '  map[string]any{',
    '    "aud": tokenURL,',
    '    "iss": clientID,',
    '    "sub": clientID,',
    '    "exp": time.Now().Add(5 * time.Minute).Unix(),',
    '  })',
  ];
}

/** Signs the proof of a call of the API. */
export function apiProof({ method, url }: ApiCall, key: string): CodeBlock {
  return [
    `htu, _, _ := strings.Cut(${url}, "?")`,
    'hash := sha256.Sum256([]byte(accessToken))',
    `proof, err := dpopProof(${key}, map[string]any{`,
    `  "htm": ${method},`,
    '  "htu": htu,',
    '  "ath": base64url.EncodeToString(hash[:]),',
    '})',
  ];
}

/** The function that reads the key of the app. */
export function readPrivateKey(keyType: KeyType): CodeBlock {
  const { type } = keyKinds[keyType];
  return [
    `func readPrivateKey(file string) (${type}, error) {`,
    ...indented([
      'data, err := os.ReadFile(file)',
      ...onError('return nil, err'),
      'block, _ := pem.Decode([]byte(strings.TrimPrefix(string(data), "\\ufeff")))',
      'found := "no PEM"',
      'if block != nil {',
      '  found = block.Type',
      '}',
      'if found != "PRIVATE KEY" {',
      `  return nil, fmt.Errorf("Found %s in %s, %s", found, file, ${goString(needsPkcs8)})`,
      '}',
      'parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)',
      ...onError('return nil, err'),
      `key, ok := parsed.(${type})`,
      keyType === 'RSA' ? 'if !ok {' : 'if !ok || key.Curve != elliptic.P256() {',
      `  return nil, fmt.Errorf("%s %s", file, ${goString(needsKeyType(keyType))})`,
      '}',
      'return key, nil',
    ]),
    '}',
  ];
}

/** The function that signs assertions and proofs. */
export function signJwt(keyType: KeyType): CodeBlock {
  const { type, sign, signature } = keyKinds[keyType];
  const leave = onError('return "", err');
  return [
    '// signJWT signs the claims together with a fresh jti.',
    `func signJWT(key ${type}, header, claims map[string]any) (string, error) {`,
    ...indented([
      'jti := make([]byte, 16)',
      'if _, err := rand.Read(jti); err != nil {',
      '  return "", err',
      '}',
      'claims["jti"] = base64url.EncodeToString(jti)',
      'headerJSON, err := json.Marshal(header)',
      ...leave,
      'claimsJSON, err := json.Marshal(claims)',
      ...leave,
      'input := base64url.EncodeToString(headerJSON) + "." + base64url.EncodeToString(claimsJSON)',
      'digest := sha256.Sum256([]byte(input))',
      ...sign,
      ...leave,
      ...(signature === 'signature' ? [] : [`signature := ${signature}`]),
      'return input + "." + base64url.EncodeToString(signature), nil',
    ]),
    '}',
  ];
}

/** The function that signs proofs (RFC 9449, section 4.2). */
export function dpopProof(keyType: KeyType): CodeBlock {
  const { type, jwk } = keyKinds[keyType];
  return [
    `func dpopProof(key ${type}, claims map[string]any) (string, error) {`,
    ...indented([
      'claims["iat"] = time.Now().Unix()',
      'jwk := map[string]string{',
      ...indented(jwk),
      '}',
      `return signJWT(key, map[string]any{"typ": "dpop+jwt", "alg": "${algorithmOf(keyType)}", "jwk": jwk}, claims)`,
    ]),
    '}',
  ];
}
