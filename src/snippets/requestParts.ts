import { hasLoneSurrogate } from './invisibleCharacters.ts';
import { nearestOf } from '#catalogue/nearest.ts';
import { placeholdersOf } from '#catalogue/pathTemplate.ts';
import { isSecretName } from '#catalogue/secretNames.ts';
import { type IsSecretMember, withBodySecrets } from './bodySecrets.ts';
import { jsonText } from './encoders/jsonText.ts';
import { childrenOf, type ExactJson } from './exactJson.ts';
import { maximumLength, tooLong } from './length.ts';
import { type Operation, type QueryParameter, reasonAgainstPathParameter } from './operation.ts';
import { accepted, type Parsed, refused } from './parsed.ts';
import { secretParameter } from './namedSecret.ts';
import { certainSecretLike, secretLike } from './secretLike.ts';

const notUtf8 =
  'contains half of a surrogate pair, which UTF-8 cannot represent. Type or paste it again.';

/** Reads a value for every placeholder in the operation's path, and for nothing else. */
export function parsePathParameters(
  given: Readonly<Record<string, string>>,
  operation: Operation,
): Parsed<Readonly<Record<string, string>>> {
  const names = placeholdersOf(operation.path);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    return refused(reasonAgainstPlaceholder(operation.path, unknown));
  }
  for (const name of names) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) {
      return refused(
        `The path \`${operation.path}\` needs the path parameter \`${name}\`, which is missing. Add it.`,
      );
    }
    const reason = reasonAgainstText(value) ?? reasonAgainstPathParameter(value);
    if (reason !== undefined) {
      return refused(`The path parameter \`${name}\` ${reason}`);
    }
    const secret = secretLike(value);
    if (secret !== undefined) {
      return refused(secret);
    }
  }
  return accepted({ ...given });
}

/** Says that a path has no placeholder with a name, which is repeated only if it is no secret. */
export function reasonAgainstPlaceholder(path: string, name: string): string {
  const names = placeholdersOf(path);
  const isShown = secretLike(name) === undefined && /^[\w.-]{1,80}$/.test(name);
  const near = nearestOf(name, names);
  const remedy =
    near === undefined
      ? names.length === 0
        ? 'Leave it out.'
        : `Use ${names.map((each) => `\`${each}\``).join(', ')}.`
      : `Did you mean \`${near}\`?`;
  return `The path \`${path}\` has no placeholder ${isShown ? `\`${name}\`` : 'of one of these names'}. ${remedy}`;
}

/**
 * Reads the query parameters. Any text is valid, except credentials and what UTF-8 cannot
 * represent.
 */
export function parseQuery(given: readonly QueryParameter[]): Parsed<readonly QueryParameter[]> {
  for (const { name, value } of given) {
    if (name === '') {
      return refused('A query parameter has no name. Give it one, or leave it out.');
    }
    const reason = reasonAgainstText(name) ?? reasonAgainstText(value);
    if (reason !== undefined) {
      return refused(`A query parameter ${reason}`);
    }
    const secret = certainSecretLike(name) ?? certainSecretLike(value);
    if (secret !== undefined) {
      return refused(secret);
    }
    if (secretParameter(name, value) !== undefined) {
      return refused(
        `The query parameter \`${name}\` would put a secret into the address, where logs keep it. Leave it out: the snippets send credentials in the header.`,
      );
    }
  }
  return accepted([...given]);
}

/** The longest body, in UTF-16 units. */
export const longestBody = 10 * maximumLength;

export const bodyTooLong =
  'The body is too long for a snippet. Shorten it, or let your program read it from a file.';

/**
 * Reads the JSON body of the request. Secrets in it come from environment variables.
 *
 * @param isSecretMember which members of the operation's body hold a secret; those that their name gives away where
 * nothing else is known of the operation
 */
export function parseBody(
  given: ExactJson,
  operation: Operation,
  isSecretMember: IsSecretMember = isSecretByName,
): Parsed<ExactJson> {
  if (operation.method === 'GET') {
    return refused(
      'A GET request has no body. Leave the body out, or choose the operation that takes it.',
    );
  }
  if (isDeeperThan(100, given)) {
    return refused(
      'The body is nested more than 100 levels deep, and no Okta API needs that. Check that you gave the right JSON.',
    );
  }
  const apart = withBodySecrets(given, isSecretMember);
  if (!apart.ok) {
    return apart;
  }
  const body = apart.value;
  const text = jsonText(body);
  if (text.length > longestBody) {
    return refused(bodyTooLong);
  }
  // The unescaped strings as well: a PEM file in a JSON string has its line ends escaped.
  const secret = [text, ...stringsIn(body)]
    .map(certainSecretLike)
    .find((found) => found !== undefined);
  return secret === undefined ? accepted(body) : refused(secret);
}

const isSecretByName: IsSecretMember = (path) =>
  isSecretName(path.findLast((step) => typeof step === 'string') ?? '');

function reasonAgainstText(text: string): string | undefined {
  if (hasLoneSurrogate(text)) {
    return notUtf8;
  }
  return text.length > maximumLength ? tooLong : undefined;
}

function isDeeperThan(levels: number, json: ExactJson): boolean {
  return (
    (json.kind === 'array' || json.kind === 'object') &&
    (levels === 0 || childrenOf(json).some((value) => isDeeperThan(levels - 1, value)))
  );
}

function stringsIn(json: ExactJson): readonly string[] {
  if (json.kind === 'string') {
    return [json.text];
  }
  return [
    ...(json.kind === 'object' ? json.members.map(({ name }) => name) : []),
    ...childrenOf(json).flatMap(stringsIn),
  ];
}
