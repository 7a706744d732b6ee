/** Splits a name into its words: `listOktaApps` and `oob-authenticate`, but `OpenID` and `OAuth` stay whole. */
export function wordsOfName(name: string): readonly string[] {
  return (
    name
      .replaceAll(/OpenID/g, ' Openid ')
      .replaceAll(/OAuth/g, ' Oauth ')
      // The one id that the specification writes without a capital.
      .replaceAll(/deletejwk/g, 'deleteJwk')
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== '')
  );
}

/** Small letters without marks: `Grôups` is `groups`. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}

/** A word as it is compared: in plain letters and in the singular. */
export function comparable(word: string): string {
  return singular(plainLetters(word));
}

/** Good enough for both sides of a comparison; not for a reader. */
function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** What people say, and the words of Okta's operations that may be meant; all as they are compared. */
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

/** The words that may be meant by a word, besides itself; both as {@link comparable} gives them. */
export function meaningsOf(word: string): readonly string[] {
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? []) : [];
}

/** What operations do, as it stands first in their ids. */
const verbs: ReadonlySet<string> = new Set([
  'activate',
  'add',
  'assign',
  'clone',
  'create',
  'deactivate',
  'delete',
  'end',
  'enroll',
  'execute',
  'generate',
  'get',
  'grant',
  'launch',
  'list',
  'publish',
  'reassign',
  'remove',
  'replace',
  'reset',
  'revoke',
  'rotate',
  'send',
  'start',
  'stop',
  'submit',
  'suspend',
  'unassign',
  'unenroll',
  'unlock',
  'unsuspend',
  'update',
  'upload',
  'verify',
]);

/**
 * The verb of a query, as ids have it: the first word that is one, or a first word that means one ("new user").
 * A later word that only may mean one is a noun rather ("resource set").
 */
export function verbOf(words: readonly string[]): string | undefined {
  const [first = ''] = words;
  const meant = meaningsOf(first)[0];
  if (!verbs.has(first) && meant !== undefined && verbs.has(meant)) return meant;
  return words.find((word) => verbs.has(word));
}

/** Words that a person says and no operation is told apart by. */
const fillers: ReadonlySet<string> = new Set(
  'a an the of please how do does can could i we me what which is are be want need would like'.split(
    ' ',
  ),
);

/** Words that some operations have in their names and nobody must say, or say the same. */
const soft: ReadonlySet<string> = new Set(
  'all and as at by for from in into my of on or org our to with your'.split(' '),
);

/** Whether a word tells operations apart only a little: a match without it is a match. */
export function isSoft(word: string): boolean {
  return soft.has(word);
}

/** Whether a query is the same without the word. */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}
