/** Splits a name into its words: `listOktaApps` and `oob-authenticate`, but `OpenID` and `OAuth` stay whole. */
export function wordsOfName(name: string): readonly string[] {
  return (
    name
      .replaceAll(/OpenID/g, ' Openid ')
      .replaceAll(/OAuth/g, ' Oauth ')
      // The two ids that the specification writes without a capital.
      .replaceAll(/deletejwk/g, 'deleteJwk')
      .replaceAll(/SAMLmetadata/g, 'SamlMetadata')
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      // The plural of an abbreviation is one word: `URIs`.
      .replaceAll(/([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g, '$1 $2')
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== '')
  );
}

/** A text without accents and similar marks: `Grôups` becomes `Groups`. */
export function withoutMarks(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}+/gu, '');
}

/**
 * A word in the form in which words are compared: in lower case, without accents, in the singular.
 */
export function comparable(word: string): string {
  return singular(withoutMarks(word).toLowerCase());
}

/** Good enough for both sides of a comparison, but not for a reader. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/**
 * Words that people use, and the words of Okta's operations that they may mean; all in the form in
 * which they are compared.
 */
const meanings: Readonly<Record<string, readonly string[]>> = {
  account: ['user'],
  add: ['create', 'assign', 'enroll'],
  all: ['list'],
  application: ['app'],
  app: ['application'],
  approve: ['grant'],
  audit: ['log', 'event'],
  block: ['suspend', 'deactivate'],
  cert: ['certificate', 'key', 'csr'],
  certificate: ['key', 'csr'],
  certification: ['campaign'],
  change: ['update', 'replace'],
  ciba: ['bc'],
  clear: ['revoke', 'delete', 'reset'],
  close: ['revoke', 'end', 'delete'],
  create: ['add'],
  destroy: ['delete'],
  disable: ['deactivate', 'suspend'],
  disaster: ['failover', 'dr'],
  edit: ['update', 'replace'],
  employee: ['user'],
  enable: ['activate'],
  end: ['revoke'],
  event: ['log'],
  fetch: ['get', 'list'],
  find: ['list', 'get'],
  get: ['list'],
  hire: ['create'],
  history: ['log', 'event'],
  idp: ['identity', 'provider'],
  kill: ['revoke', 'delete'],
  logout: ['revoke', 'session'],
  make: ['create'],
  member: ['user'],
  membership: ['user', 'assign'],
  mfa: ['factor', 'authenticator'],
  modify: ['update', 'replace'],
  new: ['create', 'add'],
  offboard: ['deactivate'],
  onboard: ['create', 'activate'],
  people: ['user'],
  person: ['user'],
  put: ['assign', 'replace'],
  query: ['list'],
  read: ['get', 'list'],
  recovery: ['failover', 'dr'],
  register: ['create', 'enroll'],
  remove: ['delete', 'unassign', 'revoke'],
  retrieve: ['get', 'list'],
  save: ['update', 'replace'],
  search: ['list'],
  send: ['create'],
  set: ['update', 'replace', 'assign'],
  show: ['get', 'list'],
  smtp: ['email', 'server'],
  staff: ['user'],
  start: ['launch', 'activate'],
  stop: ['end', 'deactivate'],
  syslog: ['log', 'event'],
  temporary: ['tac', 'temp'],
  terminate: ['deactivate', 'revoke'],
  unenrol: ['unenroll'],
  update: ['replace'],
  view: ['get', 'list'],
};

/**
 * Other words that may be meant by a word. Both are in the form that {@link comparable} returns.
 */
export function meaningsOf(word: string): readonly string[] {
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? []) : [];
}
