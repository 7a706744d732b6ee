/** The kinds of key pair that can be made, the most usual first. */
export const keyKinds = [
  'RSA-2048',
  'RSA-3072',
  'RSA-4096',
  'EC-P-256',
  'EC-P-384',
  'EC-P-521',
] as const;

export type KeyKind = (typeof keyKinds)[number];

/** What a person has chosen before a pair is made. */
export interface KeyChoice {
  readonly kind: KeyKind;
  /** The `kid` as it was typed; empty for the thumbprint of the key. */
  readonly keyId: string;
}

/** A public key as JSON (RFC 7517), in the order in which it is shown. */
export interface PublicJwk {
  readonly kty: string;
  readonly n?: string;
  readonly e?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: string;
}

/** A key pair of the page. The private key is a handle: its text is made only when a person asks for it. */
export interface MadeKeyPair {
  readonly privateKey: CryptoKey;
  readonly publicJwk: PublicJwk;
}

/** The forms in which a private key can be taken away: PEM in PKCS#8, or a private JWK. */
export type PrivateForm = 'pem' | 'jwk';

/** Whether this page can make keys: browsers offer WebCrypto in secure contexts only. */
export function canMakeKeyPairs(): boolean {
  // The DOM's types promise it everywhere.
  const { subtle }: Partial<Crypto> = globalThis.crypto;
  return subtle !== undefined;
}

/** The JWS algorithm that goes with a kind of key (RFC 7518, sections 3.3 and 3.4). */
export function algorithmOfKind(kind: KeyKind): string {
  const algorithms: Partial<Record<KeyKind, string>> = {
    'EC-P-256': 'ES256',
    'EC-P-384': 'ES384',
    'EC-P-521': 'ES512',
  };
  return algorithms[kind] ?? 'RS256';
}

/**
 * Makes a key pair with WebCrypto, in the page.
 *
 * @throws DOMException if the browser cannot make this kind
 */
export async function makeKeyPair({ kind, keyId }: KeyChoice): Promise<MadeKeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(parametersOf(kind), true, [
    'sign',
    'verify',
  ]);
  const { kty = '', n, e, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  const members = Object.fromEntries(
    Object.entries({ kty, n, e, crv, x, y }).filter(([, value]) => value !== undefined),
  );
  const kid = keyId.trim() === '' ? await thumbprint(members) : keyId.trim();
  return {
    privateKey,
    publicJwk: { kty, ...members, kid, use: 'sig', alg: algorithmOfKind(kind) },
  };
}

/**
 * Writes the private key as text.
 *
 * @throws DOMException if the browser does not export it
 */
export async function privateKeyText(
  { privateKey, publicJwk }: MadeKeyPair,
  form: PrivateForm,
): Promise<string> {
  if (form === 'pem') {
    const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
    const lines = base64(bytes).match(/.{1,64}/g) ?? [];
    return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
  }
  // What WebCrypto adds for its own use is left out.
  const {
    ext: _ext,
    key_ops: _operations,
    ...jwk
  } = await crypto.subtle.exportKey('jwk', privateKey);
  const { kid, use, alg } = publicJwk;
  return `${JSON.stringify({ ...jwk, kid, use, alg }, null, 2)}\n`;
}

function parametersOf(kind: KeyKind): RsaHashedKeyGenParams | EcKeyGenParams {
  const [family = '', ...size] = kind.split('-');
  return family === 'RSA'
    ? {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: Number(size.join('')),
        publicExponent: Uint8Array.of(1, 0, 1),
        hash: 'SHA-256',
      }
    : { name: 'ECDSA', namedCurve: size.join('-') };
}

/** The SHA-256 thumbprint of a public key (RFC 7638): over its required members, by name. */
async function thumbprint(members: Readonly<Record<string, string | undefined>>): Promise<string> {
  const required = Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(required)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return base64(digest).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
