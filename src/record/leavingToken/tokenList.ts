import { escapeInvisible } from '#snippets/invisibleCharacters.ts';
import { accepted, type Parsed, refused } from '#snippets/parsed.ts';
import { secretLike } from '#snippets/secretLike.ts';

/** Where a token may be used from, as Okta returns it. */
export interface TokenNetwork {
  /** `ANYWHERE`, `ZONE` or whatever else Okta calls it. */
  readonly connection: string;
  /** IDs of network zones. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** An API token as it is listed: never its value. Every text in it is safe to show. */
export interface ListedToken {
  readonly name: string;
  /** As Okta gives it, `00T` and 17 letters and digits; absent where the list was typed. */
  readonly id?: string | undefined;
  /** The ID of the user to whom it belongs. */
  readonly userId?: string | undefined;
  readonly clientName?: string | undefined;
  /** Times as Okta writes them, ISO 8601. */
  readonly created?: string | undefined;
  readonly lastUpdated?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly network?: TokenNetwork | undefined;
}

/** What replaces a text that looked like a secret. */
export const cutText = '(removed: it looked like a secret)';

/** The largest number of tokens in a list. */
export const mostTokens = 200;
const longestList = 1_000_000;
const longestName = 100;

/**
 * Reads a list of tokens: the JSON response of `GET /api/v1/api-tokens` or `GET
 * /api/v1/api-tokens/{id}`, or one name per line. Only what {@link ListedToken} has is read from the
 * response, and what looks like a secret is cut.
 *
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApiToken/
 */
export function readTokenList(text: string): Parsed<readonly ListedToken[]> {
  if (text.trim() === '') {
    return refused('There is no token in this text. Give a name, or the response to the call.');
  }
  if (text.length > longestList) {
    return refused('This is more than 1 MB. Give the tokens in several parts.');
  }
  const found = /^\s*[{[]/.test(text) ? tokensOfAnswer(text) : tokensOfLines(text);
  if (!('tokens' in found)) return found;
  const { tokens } = found;
  if (tokens.length === 0) return refused('The list is empty: this org has no API tokens.');
  if (tokens.length > mostTokens) {
    return refused(`There are more than ${mostTokens} tokens. Give them in several parts.`);
  }
  return accepted(
    tokens,
    tokens.some(({ name, clientName }) => name === cutText || clientName === cutText)
      ? ['What looked like a secret was removed. If it was a token, revoke that token.']
      : [],
  );
}

type Found = { readonly tokens: readonly ListedToken[] } | ReturnType<typeof refused>;

function tokensOfLines(text: string): Found {
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).map((line) => line.trim());
  return {
    tokens: lines.filter((line) => line !== '').map((line) => ({ name: safeName(line) })),
  };
}

function tokensOfAnswer(text: string): Found {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused(
      'This begins like JSON but is not valid: it may be cut off. Copy the whole response again.',
    );
  }
  const tokens: ListedToken[] = [];
  const entries: readonly unknown[] = Array.isArray(json) ? json : [json];
  for (const entry of entries) {
    const token = tokenOf(entry);
    if (token === undefined) {
      return refused(
        isRecord(entry) && 'errorCode' in entry
          ? 'This is an error from Okta, not a list of tokens. Look it up on the page about errors.'
          : 'This is not a response to `GET /api/v1/api-tokens`: an entry in it has no `name`.',
      );
    }
    tokens.push(token);
  }
  return { tokens };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tokenOf(entry: unknown): ListedToken | undefined {
  if (!isRecord(entry) || typeof entry['name'] !== 'string') return undefined;
  const { id, userId, clientName, created, lastUpdated, expiresAt, network } = entry;
  return {
    name: safeName(entry['name']),
    id: textLike(id, /^00T[A-Za-z0-9]{17}$/),
    userId: textLike(userId, /^00u[A-Za-z0-9]{17}$/),
    clientName:
      typeof clientName === 'string' && clientName.trim() !== '' ? safeName(clientName) : undefined,
    created: textLike(created, time),
    lastUpdated: textLike(lastUpdated, time),
    expiresAt: textLike(expiresAt, time),
    network: networkOf(network),
  };
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/;

const textLike = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

function networkOf(network: unknown): TokenNetwork | undefined {
  if (!isRecord(network)) return undefined;
  const { connection, include, exclude } = network;
  if (typeof connection !== 'string' || !/^[A-Z][A-Z_]{0,30}$/.test(connection)) return undefined;
  return { connection, include: zonesOf(include), exclude: zonesOf(exclude) };
}

function zonesOf(value: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return entries.filter(
    (each): each is string => typeof each === 'string' && /^nzo[A-Za-z0-9]{17}$/.test(each),
  );
}

/** A text of one line that a person may see: a secret is cut, and what cannot be seen is left out. */
export function safeName(text: string): string {
  if (secretLike(text) !== undefined) return cutText;
  const visible = escapeInvisible(text.trim(), () => '');
  if (visible === '') return '(no name)';
  return visible.length > longestName
    ? `${visible.slice(0, longestName).replace(/\p{Cs}$/u, '')}…`
    : visible;
}
