import { atSentenceStart } from '#guide/atSentenceStart.ts';
import { glossary } from '#guide/glossary.ts';
import { outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { tools } from '#guide/tools/tools.ts';
import { auditPath } from '#screens/audit/auditPath.ts';
import { explainedAt } from '#screens/glossary/explainedAt.ts';
import { termPath } from '#screens/glossary/glossaryPath.ts';
import { handbookPath, requestsPath } from '#screens/handbook/handbookPaths.ts';
import { offlineControlParts } from '#screens/siteFrame/offlineControlParts.ts';
import { windowsCurlAnchor, windowsCurlTitle } from '#screens/snippets/WindowsCurl.tsx';
import { toolPath } from '#screens/tools/toolPaths.ts';
import { pathOf } from '#share/address.ts';
import { curl } from '#snippets/curl/curl.ts';

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
const serviceAppSetUp = handbookPath('serviceApp', 'set-up/');
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
  { term: 'Event hook', names: ['Inline hook', 'Webhook'], path: `${otherInterface}#event-hooks` },
  { term: 'Log streaming', names: [], path: `${otherInterface}#log-streaming` },
  {
    term: 'Claims of the client assertion',
    names: ['aud', 'audience', 'iss', 'sub', 'jti', 'exp', 'iat'],
    path: `${serviceAppDetails}#the-client-assertion`,
  },
  {
    term: 'Service account',
    names: ['service user', 'technical user', 'shared account'],
    path: `${apiTokenDetails}#whose-account`,
  },
  {
    term: 'Client ID',
    names: ['client_id', 'app ID'],
    path: `${serviceAppSetUp}#step-app`,
  },
  {
    term: 'Redirect URI',
    names: ['redirect_uri', 'callback URL'],
    path: `${pathOf(['oauth.person'])}#requests`,
  },
  {
    term: 'Clock skew',
    names: ['clock', 'NTP', 'time drift'],
    path: `${serviceAppDetails}#the-client-assertion`,
  },
  {
    term: 'Picture of the decision',
    names: ['diagram', 'flowchart', 'Mermaid', 'SVG'],
    path: `${pathOf(['oauth.yes', 'audience.ownOrg'])}#picture`,
  },
  {
    term: 'Integrator org',
    names: ['developer org', 'test org', 'org for tests', 'free trial'],
    path: `${serviceAppDetails}#ways-to-create-the-app-and-an-org-to-practise-in`,
  },
  {
    term: 'Scopes on the command line',
    names: ['command line', 'CLI', 'terminal'],
    path: `${auditPath}#command-line`,
  },
  {
    term: 'Privacy',
    names: ['cookies', 'tracking', 'analytics', 'data protection'],
    path: 'about/#privacy',
  },
  {
    term: 'Licence of this guide',
    names: ['licence', 'license', 'open source', 'Apache-2.0', 'SBOM'],
    path: 'about/#software',
  },
  {
    term: 'Feedback',
    names: ['report a mistake', 'report a problem', 'contact', 'author'],
    path: 'about/#report',
  },
  {
    term: 'Reading offline',
    names: ['offline', 'keep on this device', 'no network'],
    path: `about/#${offlineControlParts.control}`,
  },
  ...outcomeIds.map((method) => ({
    term: `Environment variables (${outcomes[method].name})`,
    names: ['.env', '.env.example'],
    path: `${handbookPath(method, 'requests/')}#files`,
  })),
  ...outcomeIds.map((method) => ({
    term: `${windowsCurlTitle} (${outcomes[method].name})`,
    names: ['cmd.exe', 'Command Prompt', 'batch file'],
    path: `${requestsPath(method, curl)}#${windowsCurlAnchor}`,
  })),
  ...tools
    .filter(({ proxy }) => proxy !== 'unsourced')
    .map((tool) => ({
      term: `${tool.name} behind a proxy`,
      names: ['proxy', 'HTTPS_PROXY'],
      path: `${toolPath(tool)}#proxy`,
    })),
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
