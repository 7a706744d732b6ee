import { invisibleCharacterIn } from './invisibleCharacters.ts';
import { maximumLength, tooLong } from './length.ts';
import { accepted, type Parsed, refused } from './parsed.ts';
import { secretLike } from './secretLike.ts';

/**
 * Reads the client ID of an app.
 *
 * Okta generates `0oa` and 17 letters and digits; a client ID that you choose yourself has 6 to 100 letters, digits and
 * `$-_.+!*'(),` (Apps API, `ApplicationCredentialsOAuthClient`).
 */
export function parseClientId(input: string): Parsed<string> {
  const text = input.trim();
  const secret = secretLike(text, 'clientId');
  if (secret !== undefined) {
    return refused(secret);
  }
  if (text === '') {
    return refused(
      'The client ID is empty. Copy it from the app: “General” tab, “Client Credentials”. It looks like `0oaexampleclientid00`.',
    );
  }
  const invisible = invisibleCharacterIn(text);
  if (invisible !== undefined) {
    return refused(
      `The client ID contains the invisible character ${invisible}, which no client ID has. Type it by hand.`,
    );
  }
  if (!/^[A-Za-z0-9$\-_.+!*'(),]{6,100}$/.test(text) || text === 'ALL_CLIENTS') {
    return refused(
      "This is not a client ID: Okta allows 6 to 100 letters, digits and the characters `$-_.+!*'(),`. Copy it from the app: “General” tab, “Client Credentials”.",
    );
  }
  return accepted(text, spacesNote(input, text));
}

/**
 * Reads the id (`kid`) of the public key that is registered with the app. Any visible text is
 * valid.
 */
export function parseKeyId(input: string): Parsed<string> {
  const text = input.trim();
  const secret = secretLike(text, 'keyId');
  if (secret !== undefined) {
    return refused(secret);
  }
  if (text === '') {
    return refused(
      'The key ID is empty. Copy it from the list of public keys on the “General” tab of the app.',
    );
  }
  const invisible = invisibleCharacterIn(text);
  if (invisible !== undefined) {
    return refused(
      `The key ID contains the invisible character ${invisible}, so it would not match the one that Okta has. Copy it again from the list of public keys.`,
    );
  }
  if (text.length > maximumLength) {
    return refused(`The key ID ${tooLong}`);
  }
  return accepted(text, spacesNote(input, text));
}

function spacesNote(input: string, text: string): readonly string[] {
  return input === text ? [] : ['Spaces around it were left out.'];
}
