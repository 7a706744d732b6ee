import { createPrivateKey, createPublicKey } from 'node:crypto';

import { calculateJwkThumbprint, importJWK, importPKCS8, jwtVerify, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';

import { algorithmOfKind, keyKinds, makeKeyPair, privateKeyText } from './keyPair.ts';

/** What OpenSSL says of a key of each kind. */
const details = {
  'RSA-2048': { modulusLength: 2048 },
  'RSA-3072': { modulusLength: 3072 },
  'RSA-4096': { modulusLength: 4096 },
  'EC-P-256': { namedCurve: 'prime256v1' },
  'EC-P-384': { namedCurve: 'secp384r1' },
  'EC-P-521': { namedCurve: 'secp521r1' },
} as const;

describe.each(keyKinds)('a pair of the kind %s', (kind) => {
  test('signs, as PEM and as JWK, what its public half verifies', async () => {
    const pair = await makeKeyPair({ kind, keyId: '' });
    const alg = algorithmOfKind(kind);
    const pem = await privateKeyText(pair, 'pem');
    const jwk: unknown = JSON.parse(await privateKeyText(pair, 'jwk'));
    expect(createPrivateKey(pem).asymmetricKeyDetails).toMatchObject(details[kind]);
    const publicKey = await importJWK({ ...pair.publicJwk }, alg);
    for (const privateKey of [await importPKCS8(pem, alg), await importJWK(Object(jwk), alg)]) {
      const jwt = await new SignJWT().setProtectedHeader({ alg }).sign(privateKey);
      await expect(jwtVerify(jwt, publicKey)).resolves.toBeDefined();
    }
  });

  test('publishes its public members, with the thumbprint as its kid', async () => {
    const { publicJwk } = await makeKeyPair({ kind, keyId: '  ' });
    const { kid, use, alg, ...members } = publicJwk;
    expect({ use, alg }).toEqual({ use: 'sig', alg: algorithmOfKind(kind) });
    expect(kid).toBe(await calculateJwkThumbprint({ ...members }));
    const known = createPublicKey({ key: { ...members }, format: 'jwk' }).export({ format: 'jwk' });
    expect(members).toEqual(known);
  });
});

test('a key ID of one’s own takes the place of the thumbprint, in both halves', async () => {
  const pair = await makeKeyPair({ kind: 'EC-P-256', keyId: ' my-key ' });
  expect(pair.publicJwk.kid).toBe('my-key');
  const privateJwk = JSON.parse(await privateKeyText(pair, 'jwk'));
  expect(privateJwk).toMatchObject({ kid: 'my-key', use: 'sig', alg: 'ES256', kty: 'EC' });
  expect(privateJwk).not.toHaveProperty('ext');
  expect(privateJwk).not.toHaveProperty('key_ops');
});

test('the PEM is what OpenSSL writes, letter by letter', async () => {
  const pem = await privateKeyText(await makeKeyPair({ kind: 'RSA-2048', keyId: '' }), 'pem');
  expect(createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' })).toBe(pem);
});
