/** What Okta generates: `0oa` and 17 letters and digits. */
const generatedClientId = /^0o[a-z][A-Za-z0-9]{17}$/;

/** What a key id usually is: a thumbprint (base64url or hexadecimal) or a UUID. */
const generatedKeyId =
  /^(?:[A-Za-z0-9_-]{43}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9A-F]{40}|[0-9A-F]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const noPlaceForSecrets =
  'The guide has no place for a secret, because what you type goes into links and files.';
const ifShared = 'If it has been pasted anywhere else, replace it.';

/**
 * Says why a text looks like a secret, or gives undefined when it does not.
 *
 * Recognised are API tokens, JWTs, PEM files, private JWKs, whole `Authorization` values and long random
 * text. A client id or key id that matches its own pattern is none of these. With `field`, only the pattern
 * of that field excuses random text: a thumbprint is a key id, but it is no client id.
 *
 * @returns the reason, in sentences to show to the person; it never repeats the text
 */
export function secretLike(input: string, field?: 'clientId' | 'keyId'): string | undefined {
  const text = visiblePart(input);
  return (
    certainSecret(text) ?? (isIdentifier(text.trim(), field) ? undefined : longRandomSecret(text))
  );
}

/**
 * Says why a text holds a secret of a form that nothing else has: an API token, a JWT, a PEM file, a private
 * JWK, an `Authorization` value. Unlike {@link secretLike} it lets random text pass, which request bodies
 * (public keys) and queries (page cursors) may hold.
 */
export function certainSecretLike(input: string): string | undefined {
  return certainSecret(visiblePart(input));
}

function certainSecret(text: string): string | undefined {
  if (/-----BEGIN [A-Z0-9 ]+-----/.test(text)) {
    return `This looks like a PEM file, such as a private key. ${noPlaceForSecrets} Keep the key in a file, and put the path of that file into the environment variable \`OKTA_PRIVATE_KEY_FILE\`.`;
  }
  if (
    /["']?kty["']?\s*:/.test(text) &&
    /["']?\b[dk]["']?\s*:\s*["'][A-Za-z0-9_-]{16,}/.test(text)
  ) {
    return `This looks like a private JWK. ${noPlaceForSecrets} Keep the key in a file as PKCS#8 PEM, and put the path of that file into the environment variable \`OKTA_PRIVATE_KEY_FILE\`.`;
  }
  if (/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*/.test(text)) {
    return `This looks like a JWT: an access token or a client assertion. ${noPlaceForSecrets} The snippets make their own when they run.`;
  }
  if (
    /(?<![A-Za-z0-9_-])00[A-Za-z0-9_-]{40}(?![A-Za-z0-9_-])/.test(text) ||
    /\bSSWS\s+\S{8,}/i.test(text)
  ) {
    return `This looks like an API token. ${noPlaceForSecrets} Put the token into the environment variable \`OKTA_API_TOKEN\`. ${ifShared}`;
  }
  if (/\b(?:Bearer|Basic|DPoP)\s+[A-Za-z0-9+/=._~-]{16,}/i.test(text)) {
    return `This looks like the value of an \`Authorization\` header. ${noPlaceForSecrets} The snippets read their credentials from environment variables.`;
  }
  return undefined;
}

function isIdentifier(text: string, field: 'clientId' | 'keyId' | undefined): boolean {
  return (
    (field !== 'keyId' && generatedClientId.test(text)) ||
    (field !== 'clientId' && generatedKeyId.test(text))
  );
}

function longRandomSecret(text: string): string | undefined {
  const runs = text.match(/[A-Za-z0-9_-]{32,}/g) ?? [];
  return runs.some(looksRandom)
    ? `This looks like a client secret or another long random secret. ${noPlaceForSecrets} Put a client secret into the environment variable \`OKTA_CLIENT_SECRET\`. ${ifShared}`
    : undefined;
}

/**
 * Random base64url changes between capitals, small letters and digits at about six of ten neighbours and holds
 * digits in several places; words and numbers that are joined, by hyphens or by capitals, do one of it at most.
 * Long hexadecimal text counts as random too.
 */
function looksRandom(run: string): boolean {
  if (/^(?:[0-9a-f]{40,}|[0-9A-F]{40,})$/.test(run)) {
    return /\d/.test(run) && /[a-f]/i.test(run);
  }
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) {
    return false;
  }
  const neighbours = countOf(/[A-Za-z0-9](?=[A-Za-z0-9])/g, run);
  const changes =
    countOf(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g, run) / Math.max(neighbours, 1);
  return changes > 0.5 || (changes > 0.33 && countOf(/\d+/g, run) > 1);
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** The text without characters that cannot be seen, so that they cannot hide a secret. */
function visiblePart(input: string): string {
  return input.replace(/[\p{Cf}\p{Cs}]|(?![\n\r\t])\p{Cc}/gu, '');
}
