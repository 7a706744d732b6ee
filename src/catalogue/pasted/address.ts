/** Who the host in an address belongs to. */
export type PastedHost =
  | 'none'
  | 'org'
  | 'adminConsole'
  | 'custom'
  | 'workflows'
  | 'privilegedAccess'
  | 'auth0'
  | 'oktaSite'
  | 'otherVendor';

/** The parts of an address. Its query, its fragment and what comes before an `@` are not kept. */
export interface PastedAddress {
  readonly host: PastedHost;
  /** In lower case, without a port; empty if no host is named. */
  readonly hostName: string;
  readonly isPlainHttp: boolean;
  /** Begins with a slash and does not end with one. */
  readonly path: string;
  readonly hadDoubledSlash: boolean;
  readonly hadTrailingSlash: boolean;
}

/** Splits an address into its parts; it may be a whole address or only a path. */
export function addressIn(text: string): PastedAddress {
  const trimmed = text.replace(/^["'`(<]{1,3}/, '').replace(/["'`>);,]{1,5}$/, '');
  const [, scheme] = /^(https?):\/\//i.exec(trimmed) ?? [];
  const rest = scheme === undefined ? trimmed : trimmed.slice(scheme.length + 3);
  const bare = rest.split(/[?#]/)[0] ?? '';
  const firstSlash = bare.indexOf('/');
  const beginning = firstSlash === -1 ? bare : bare.slice(0, firstSlash);
  const hasHost =
    scheme !== undefined ||
    beginning.startsWith('{') ||
    /^\w[\w.@:-]{0,250}\.[a-z]{2,24}(?::\d{1,5})?$/i.test(beginning);
  // A placeholder before the path stands for the host, unless SCIM follows.
  const isPlaceholderHost = beginning.startsWith('{') && scheme === undefined;
  const isHost = hasHost && !(isPlaceholderHost && /^\/scim\//i.test(bare.slice(firstSlash)));
  const written = isHost ? (firstSlash === -1 ? '/' : bare.slice(firstSlash)) : bare;
  const rooted = written.startsWith('/') ? written : `/${written}`;
  const collapsed = rooted.replaceAll(/\/{2,}/g, '/');
  const path = collapsed.length > 1 ? collapsed.replace(/\/$/, '') : collapsed;
  const hostName = isHost && !isPlaceholderHost ? hostNameIn(beginning) : '';
  return {
    host: hostName === '' ? 'none' : hostOf(hostName),
    hostName,
    isPlainHttp: scheme?.toLowerCase() === 'http',
    path,
    hadDoubledSlash: /\/\/./.test(rooted),
    hadTrailingSlash: rooted.length > 1 && rooted.endsWith('/'),
  };
}

const oktaDomain = '(?:okta|oktapreview|okta-emea|okta-gov|trexcloud)\\.com';
const hosts: readonly (readonly [PastedHost, RegExp])[] = [
  ['auth0', /(?:^|\.)auth0\.com$/],
  ['workflows', new RegExp(`(?:^|\\.)workflows\\.${oktaDomain}$`)],
  ['privilegedAccess', new RegExp(`(?:^|\\.)pam\\.${oktaDomain}$`)],
  ['oktaSite', /^(?:(?:www|developer|help|support|status|trust|devforum|login)\.)?okta\.com$/],
  ['adminConsole', new RegExp(`-admin\\.${oktaDomain}$|-admin\\.okta\\.mil$`)],
  ['org', new RegExp(`\\.${oktaDomain}$|\\.okta\\.mil$`)],
  // Hosts that have a known owner: none of them can be the custom domain of an org.
  [
    'otherVendor',
    /(?:^|\.)(?:microsoft|microsoftonline|windows|azure|googleapis|google|github|gitlab|onelogin|pingone|pingidentity|jumpcloud|salesforce|force|slack|atlassian|zoom|datadoghq|amazonaws|amazoncognito|instructure|duosecurity|cyberark|pagerduty|servicenow|service-now|stripe|twilio|zendesk|dropboxapi|dropbox|box|workday|cloudflare)\.(?:com|net|us|io|eu|org)$/,
  ],
];

function hostNameIn(written: string): string {
  const name = (written.split('@').at(-1) ?? '').replace(/:\d{0,5}$/, '').toLowerCase();
  return /^[^.]*\{|^\{/.test(name) && !name.includes('.') ? '' : name;
}

/** Who a host belongs to, judged by its name. */
export const hostOf = (name: string): PastedHost =>
  hosts.find(([, pattern]) => pattern.test(name))?.[0] ?? 'custom';
