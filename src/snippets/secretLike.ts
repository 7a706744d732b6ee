import { namedSecretIn } from './namedSecret.ts';
import { isJoinedIds, isOktaId, looksRandom } from './randomText.ts';
import { base64Bytes, base64Text, unwrappedForms } from './unwrapped.ts';

/** What Okta generates: `0oa` and 17 letters and digits. */
const generatedClientId = /^0o[a-z][A-Za-z0-9]{17}$/;

/** What a key id usually is: a thumbprint (base64url or hexadecimal), with or without its kind, or a UUID. */
const generatedKeyId =
  /^(?:(?:sha-?\d{1,3}[:=-])?(?:[A-Za-z0-9_-]{43}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9A-F]{40}|[0-9A-F]{64})|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const noPlaceForSecrets =
  'The guide has no place for a secret, because what you type goes into links and files.';
const ifShared = 'If it has been pasted anywhere else, replace it.';
const hidden =
  'This text is encoded so many times that the guide cannot tell whether it contains a secret. Enter it as your program uses it.';

/**
 * Says why a text looks like a secret, or gives undefined when it does not. The text is read as the
 * request would carry it: percent encoding, escapes and base64 are taken off, names of members and
 * parameters are read, and what is torn apart by blanks or a letter is put together.
 *
 * Recognised are API tokens, JWTs, private keys as PEM, DER or JWK, whole `Authorization` values,
 * what is named a secret, and long random text. A client ID or key ID that matches its own pattern
 * is none of these. With `field`, only the pattern of that field excuses random text: a thumbprint
 * is a key id, but it is no client id.
 *
 * @returns the reason, in sentences to show to the person; it never repeats the text
 */
export function secretLike(input: string, field?: 'clientId' | 'keyId'): string | undefined {
  const forms = unwrappedForms(input);
  if (forms === undefined) return hidden;
  return (
    certainSecret(forms, 0) ??
    forms.map((form) => longRandomSecret(form.trim(), field)).find((reason) => reason !== undefined)
  );
}

/**
 * Says why a text holds a secret of a form that nothing else has: an API token, a JWT, a private key, an
 * `Authorization` value, or what is named a secret. Unlike {@link secretLike} it lets random text pass, which
 * request bodies (public keys) and queries (page cursors) may hold.
 */
export function certainSecretLike(input: string): string | undefined {
  const forms = unwrappedForms(input);
  return forms === undefined ? hidden : certainSecret(forms, 0);
}

/** Base64 within base64 within base64 is nothing that a request holds. */
const deepestBase64 = 4;

function certainSecret(forms: readonly string[], depth: number): string | undefined {
  for (const form of forms) {
    const reason = plainSecret(form) ?? secretInBase64(form, depth);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function plainSecret(text: string): string | undefined {
  // Blanks and line ends tear a key or a token apart, and put nothing else together.
  const joined = text.replaceAll(/\s+/g, '');
  if (holdsPrivatePem(joined)) {
    return `This looks like a PEM file, such as a private key. ${noPlaceForSecrets} Keep the key in a file, and put the path of that file into the environment variable \`OKTA_PRIVATE_KEY_FILE\`.`;
  }
  if (/["']?kty["']?\s*:/.test(text) && privateMember.test(text)) {
    return `This looks like a private JWK. ${noPlaceForSecrets} Keep the key in a file as PKCS#8 PEM, and put the path of that file into the environment variable \`OKTA_PRIVATE_KEY_FILE\`.`;
  }
  if (jwt.test(text) || holdsTornJwt(joined)) {
    return `This looks like a JWT: an access token or a client assertion. ${noPlaceForSecrets} The snippets make their own when they run.`;
  }
  if (holdsApiToken(text)) {
    return `This looks like an API token. ${noPlaceForSecrets} Put the token into the environment variable \`OKTA_API_TOKEN\`. ${ifShared}`;
  }
  const credentials = [...text.matchAll(authorization)];
  if (credentials.some(([, value = '']) => !isWords(value))) {
    return `This looks like the value of an \`Authorization\` header. ${noPlaceForSecrets} The snippets read their credentials from environment variables.`;
  }
  return namedSecretIn(text);
}

const publicPem = /^(?:CERTIFICATE|(?:NEW)?CERTIFICATEREQUEST|(?:RSA|EC)?PUBLICKEY|X509CRL|PKCS7)$/;

function holdsPrivatePem(joined: string): boolean {
  return [...joined.matchAll(/-----BEGIN([A-Z0-9]+)-----/g)].some(
    ([, kind = '']) => !publicPem.test(kind),
  );
}

/** The members of a JWK that only its owner may have. */
const privateMember =
  /["']?(?<![A-Za-z0-9_])(?:[dkpq]|dp|dq|qi)["']?\s*:\s*["']?[A-Za-z0-9_-]{16,}/;

const jwt = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*/;

/** A JWT with blanks or foreign letters in it: its first two parts begin with `{"` in base64. */
function holdsTornJwt(joined: string): boolean {
  const parts = joined.replaceAll(/[^A-Za-z0-9._-]/g, '').split('.');
  return parts.some((part, index) => {
    const header = part.indexOf('eyJ');
    // By index: a copy of the rest for each part would be quadratic in a text of dots.
    const payload = parts[index + 1] ?? '';
    const rest = parts[index + 2] ?? '';
    return (
      header !== -1 &&
      part.length - header >= 11 &&
      ((payload.startsWith('eyJ') && payload.length >= 11 && index + 2 < parts.length) ||
        (payload.length >= 16 && rest.length >= 16))
    );
  });
}

const authorization = /\b(?:Bearer|Basic|DPoP)[\s+]+([A-Za-z0-9+/=._~-]{16,})/gi;

/** Words and short numbers with something between them: `token-lifetime-policy`. */
const isWords = (text: string): boolean =>
  text.split(/[-._~/+]+/).every((piece) => /^(?:[A-Z]?[a-z]*|[A-Z]+)\d{0,4}$/.test(piece));

/**
 * An API token is `00` and 40 characters. With a character more or less it is one that was mistyped; in pieces, one
 * that was torn apart by blanks or by a letter that no token has. Ids of Okta begin the same, but end sooner.
 */
function holdsApiToken(text: string): boolean {
  if (/\bSSWS[\s+:]+(?=\S*\d)\S{8,}/i.test(text)) return true;
  return [...text.matchAll(/(?<![A-Za-z0-9_-])0/g)].some(({ index }) =>
    beginsWithToken(text.slice(index, index + longestTorn)),
  );
}

/** A token of 42 characters with something else after each of them, and a few characters more. */
const longestTorn = 180;

function beginsWithToken(text: string): boolean {
  const [whole = ''] = /^[A-Za-z0-9_-]+/.exec(text) ?? [];
  if (isTokenOf(whole, true)) return true;
  if (!/[a-z]/.test(text) || !/[A-Z]/.test(text)) return false;
  let joined = '';
  let ids = 0;
  for (const [, piece = ''] of text.matchAll(/([A-Za-z0-9_-]+)(?:[^A-Za-z0-9_+/-]{1,3}|$)|[^]/gy)) {
    if (isOktaId(piece)) ids += 1;
    if (piece === '' || ids > 1 || joined.length > 45) return false;
    joined += piece;
    if (isTokenOf(joined, false)) return true;
  }
  return false;
}

function isTokenOf(text: string, isWhole: boolean): boolean {
  if (!text.startsWith('00') || text.length < 41 || text.length > 45) return false;
  return isWhole && text.length === 42
    ? !isJoinedIds(text)
    : /(?:[a-z].*){6}/.test(text) && /(?:[A-Z].*){6}/.test(text) && looksRandom(text, 0.32);
}

function secretInBase64(text: string, depth: number): string | undefined {
  const whole = text.replaceAll(/\s+/g, '');
  const runs = [
    ...(text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []),
    ...(/\s/.test(text.trim()) && /^[A-Za-z0-9+/]+=*$/.test(whole) ? [whole] : []),
  ];
  for (const run of runs) {
    if (isPrivateDer(base64Bytes(run, 8))) {
      return `This looks like a private key. ${noPlaceForSecrets} Keep the key in a file, and put the path of that file into the environment variable \`OKTA_PRIVATE_KEY_FILE\`.`;
    }
    const decoded = base64Text(run);
    if (decoded === undefined) continue;
    if (/^0o[a-z][A-Za-z0-9]{17}:\S{8,}$/.test(decoded)) {
      return `This looks like a client ID and its secret. ${noPlaceForSecrets} Put a client secret into the environment variable \`OKTA_CLIENT_SECRET\`. ${ifShared}`;
    }
    if (depth >= deepestBase64) return hidden;
    const forms = unwrappedForms(decoded);
    const reason = forms === undefined ? hidden : certainSecret(forms, depth + 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** A private key begins with its version, a public one and a certificate with a list (RFC 5958, RFC 8017). */
function isPrivateDer(bytes: readonly number[]): boolean {
  const [first, length = 0] = bytes;
  const [kind, size, version = 9] = bytes.slice(length > 0x80 ? 2 + (length - 0x80) : 2);
  return first === 0x30 && length >= 0x2c && kind === 2 && size === 1 && version <= 1;
}

function longRandomSecret(
  text: string,
  field: 'clientId' | 'keyId' | undefined,
): string | undefined {
  if (
    (field !== 'keyId' && generatedClientId.test(text)) ||
    (field !== 'clientId' && generatedKeyId.test(text))
  ) {
    return undefined;
  }
  const runs = text.match(/(?<![A-Za-z0-9_-]|\bsha-?\d{1,3}[:=])[A-Za-z0-9_-]{32,}/gi) ?? [];
  return [...runs, ...fewPiecesOf(text)].some((run) => looksRandom(run))
    ? `This looks like a client secret or another long random secret. ${noPlaceForSecrets} Put a client secret into the environment variable \`OKTA_CLIENT_SECRET\`. ${ifShared}`
    : undefined;
}

/** A text in a few pieces, put together: blanks do not hide a secret. More pieces are words, or ids in a list. */
function fewPiecesOf(text: string): readonly string[] {
  const pieces = text.split(/[^A-Za-z0-9_-]{1,3}/).filter((piece) => piece !== '');
  const joined = pieces.join('');
  return pieces.length > 1 && pieces.length <= 4 && joined.length >= 32 && !pieces.some(isOktaId)
    ? [joined]
    : [];
}
