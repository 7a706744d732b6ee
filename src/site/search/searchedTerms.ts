import { atSentenceStart } from '#guide/atSentenceStart.ts';
import { glossary } from '#guide/glossary.ts';
import { explainedAt } from '#screens/glossary/explainedAt.ts';
import { termPath } from '#screens/glossary/glossaryPath.ts';
import { handbookPath } from '#screens/handbook/handbookPaths.ts';
import { pathOf } from '#share/address.ts';

/** A word of the field, with the place that explains it. */
export interface SearchedTerm {
  readonly term: string;
  /** What else people call it. */
  readonly names: readonly string[];
  /** Below the base, with its anchor. */
  readonly path: string;
}

const serviceAppDetails = handbookPath('serviceApp', 'details/');
const serviceAppKeys = handbookPath('serviceApp', 'keys/');
const apiTokenDetails = handbookPath('apiToken', 'details/');
const otherInterface = pathOf(['oauth.other']);

/** Terms that a part of a page explains, beside those of the glossary. */
const explainedElsewhere: readonly SearchedTerm[] = [
  {
    term: 'DPoP proof',
    names: ['htu', 'htm', 'ath'],
    path: `${serviceAppDetails}#dpop-at-the-api`,
  },
  {
    term: 'Key rotation',
    names: ['change the key', 'rotate keys', 'second key', 'expired key'],
    path: `${serviceAppKeys}#change`,
  },
  {
    term: 'JWKS URL',
    names: ['jwks_uri', 'jwks.json', 'host a JWKS'],
    path: `${serviceAppKeys}#host`,
  },
  {
    term: 'Key pair',
    names: ['private key', 'PEM', 'PKCS#8', 'openssl', 'key generator', 'thumbprint'],
    path: `${serviceAppKeys}#commands`,
  },
  {
    term: 'Token lifetime',
    names: ['Expiry', '30 days'],
    path: `${apiTokenDetails}#how-long-it-lives-and-how-it-ends`,
  },
  {
    term: 'Classic Authentication API',
    names: ['authn', '/api/v1/authn', 'Trusted app'],
    path: `${apiTokenDetails}#products-and-tools-that-ask-for-a-token`,
  },
  { term: 'Operation', names: ['Endpoint'], path: 'operations/' },
  {
    term: 'Decision record',
    names: ['ADR', 'MADR'],
    path: `${pathOf(['oauth.yes', 'audience.ownOrg'])}#record`,
  },
  { term: 'AI agent', names: ['MCP server', 'MCP'], path: pathOf(['oauth.agent']) },
  {
    term: 'Invoking a Workflows flow',
    names: ['okta.workflows.invoke.manage', 'API endpoint card'],
    path: `${otherInterface}#workflows-flow`,
  },
  {
    term: 'Okta Privileged Access',
    names: ['PAM', '/v1/teams'],
    path: `${otherInterface}#privileged-access`,
  },
  {
    term: 'SCIM server of your own',
    names: ['Outbound provisioning', 'SCIM'],
    path: `${otherInterface}#scim-out`,
  },
  { term: 'SCIM into Okta', names: ['Inbound SCIM'], path: `${otherInterface}#scim-in` },
  { term: 'Event hook', names: ['Inline hook'], path: `${otherInterface}#event-hooks` },
  { term: 'Log streaming', names: [], path: `${otherInterface}#log-streaming` },
];

/** The words of the field that the guide explains. */
export const searchedTerms: readonly SearchedTerm[] = [
  ...glossary.map((entry) => ({
    term: atSentenceStart(entry.term),
    names: entry.alsoCalled,
    path: explainedAt(entry) ?? termPath(entry),
  })),
  ...explainedElsewhere,
];
