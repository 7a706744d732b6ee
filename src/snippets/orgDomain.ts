import { invisibleCharacterIn } from './invisibleCharacters.ts';
import { accepted, type Parsed, refused } from './parsed.ts';
import { certainSecretLike, secretLike } from './secretLike.ts';

/** The domains under which Okta gives out org subdomains. */
const oktaDomains = ['okta.com', 'oktapreview.com', 'okta-emea.com', 'okta-gov.com', 'okta.mil'];

/** Okta's own sites, which people copy from the address bar by mistake, and the parents of services' hosts. */
const oktaSites: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'community',
  'devforum',
  'developer',
  'docs',
  'help',
  'integrator',
  'learning',
  'login',
  'oinmanager',
  'pam',
  'signup',
  'status',
  'support',
  'training',
  'trust',
  'workflows',
  'www',
]);

/** What stands between an org's name and Okta's domain in the host of a service of that org (facts K24 and K25). */
const serviceHosts: Readonly<Record<string, string>> = {
  workflows: 'its Okta Workflows',
  pam: 'its Okta Privileged Access',
};

/** What stands before an org's name in the host of a service of that org (fact F19). */
const servicePrefixes: Readonly<Record<string, string>> = {
  drapp: 'its disaster recovery',
};

const hostLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * Reads the domain of an Okta org: its subdomain of an Okta domain (`integrator-1234567.okta.com`),
 * one of its custom domains (`id.example.com`), or `localhost:<port>` for the look-alike org.
 *
 * Capital letters become lower case, and a scheme, a path, a query, spaces and the trailing dot are
 * left out; the host of the Admin Console (`-admin`) and those of an org's services
 * (`acme.workflows.okta.com`) become that of the org. `note` says what was corrected.
 *
 * @returns the host name, in ASCII and lower case, without scheme, port (but for `localhost`) and
 *   slash
 */
export function parseOrgDomain(input: string): Parsed<string> {
  const parsed = readOrgDomain(input);
  if (!parsed.ok || parsed.value === input) return parsed;
  // What was corrected has to pass on its own: small letters can look like a secret that capitals hid.
  const again = readOrgDomain(parsed.value);
  return again.ok ? parsed : again;
}

function readOrgDomain(input: string): Parsed<string> {
  const secret = certainSecretLike(input) ?? secretLike(hostPart(input));
  if (secret !== undefined) {
    return refused(secret);
  }
  const notes: string[] = [];
  let text = input.trim();
  if (text !== input) {
    notes.push('Spaces around the domain were left out.');
  }
  if (text === '') {
    return refused(
      'The org domain is empty. Enter the host of your Okta org, for example `integrator-1234567.okta.com`.',
    );
  }
  const invisible = invisibleCharacterIn(text);
  if (invisible !== undefined) {
    return refused(
      `The org domain contains the invisible character ${invisible}, so it may not be the host that it seems to be. Type the domain by hand.`,
    );
  }

  const scheme = /^([a-z][a-z0-9+-]*):(?:\/\/|(?!\d)[^@]*$)/i.exec(text)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) {
    return refused(
      `\`${scheme}:\` is not the scheme of a web address. Enter only the host, for example \`integrator-1234567.okta.com\`.`,
    );
  }
  if (/^(?:https?:)?\/\//i.test(text)) {
    text = text.replace(/^(?:https?:)?\/\//i, '');
    notes.push('The scheme was left out: every request goes over `https`.');
  }
  if (text.includes('\\')) {
    return refused(
      'The org domain contains a backslash, which programs read in different ways. Enter only the host, for example `integrator-1234567.okta.com`.',
    );
  }
  const end = text.search(/[/?#]/);
  if (end !== -1) {
    notes.push(
      text.slice(end) === '/'
        ? 'The slash at the end was left out.'
        : 'Everything after the host was left out.',
    );
    text = text.slice(0, end);
  }
  if (text.includes('@')) {
    return refused(
      'The org domain contains an `@`: the part before it is a user name, and the request would go to the part after it. Enter only the host.',
    );
  }
  if (/[^\p{ASCII}]/u.test(text)) {
    return refused(
      'The org domain contains letters outside ASCII, which can look like others. If the domain is right, type its ASCII form, which starts with `xn--`.',
    );
  }
  if (/[A-Z]/.test(text)) {
    text = text.toLowerCase();
    notes.push('Capital letters were changed to lower case.');
  }

  const [host, port] = splitPort(text);
  const bare = host.endsWith('.') ? host.slice(0, -1) : host;
  if (bare !== host) {
    notes.push('The dot at the end was left out.');
  }
  return port === undefined ? parseHost(bare, notes) : parseHostWithPort(bare, port, notes);
}

/** What stands before the path; behind it, an address may hold random text that is left out anyway. */
function hostPart(input: string): string {
  return input.replace(/^\s*(?:https?:)?\/\//i, '').split(/[/?#]/)[0] ?? '';
}

function splitPort(text: string): readonly [string, string | undefined] {
  const colon = text.indexOf(':');
  return colon === -1 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}

function parseHostWithPort(host: string, port: string, notes: readonly string[]): Parsed<string> {
  if (host !== 'localhost') {
    return refused(
      'The org domain contains a colon. Okta uses the usual port of `https`, so leave the port out. Only the look-alike org has one, as in `localhost:8443`.',
    );
  }
  if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65_535) {
    return refused(
      'The port of `localhost` must be a number from 1 to 65535, for example `localhost:8443`.',
    );
  }
  return accepted(`localhost:${port}`, [
    ...notes,
    'This is the look-alike org on your own computer, not Okta.',
  ]);
}

function parseHost(host: string, notes: readonly string[]): Parsed<string> {
  if (host === 'localhost' || host.endsWith('.localhost')) {
    return refused(
      '`localhost` is not an Okta org. For the look-alike org on your own computer, add its port, for example `localhost:8443`.',
    );
  }
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const oktaDomain = oktaDomains.find((domain) => host === domain || host.endsWith(`.${domain}`));
  // Old orgs may have an underscore in their subdomain (the example of `oktapreview.com` in Okta's specification).
  const malformed = labels.find(
    (label, index) =>
      !hostLabel.test(index === 0 && oktaDomain !== undefined ? label.replaceAll('_', '-') : label),
  );
  if (malformed !== undefined || host.length > 253) {
    return refused(
      'This is not a host name: its parts may contain letters, digits and inner hyphens, up to 63 characters each. Enter the host of your Okta org, for example `integrator-1234567.okta.com`.',
    );
  }
  if (/^\d+$/.test(last) || /^0x[0-9a-f]+$/.test(last)) {
    return refused('This is an IP address. Enter the domain of your Okta org.');
  }
  if (labels.length < 2) {
    return refused(
      `\`${host}\` is one word, not a whole domain. Add the rest, for example \`${host}.okta.com\`, or enter your custom domain.`,
    );
  }
  if (!/^[a-z]{2,63}$|^xn--/.test(last)) {
    return refused(
      'The domain does not end in a top-level domain such as `.com`. Enter the whole host of your Okta org, for example `integrator-1234567.okta.com`.',
    );
  }
  return oktaDomain === undefined
    ? parseCustomDomain(host, labels, notes)
    : parseOktaSubdomain(host, oktaDomain, notes);
}

function parseOktaSubdomain(
  host: string,
  oktaDomain: string,
  notes: readonly string[],
): Parsed<string> {
  const subdomain = host.slice(0, -oktaDomain.length - 1);
  if (subdomain === '' || oktaSites.has(subdomain)) return refused(notAnOrg(host));
  const service = serviceOf(subdomain);
  if (service !== undefined) {
    const org = `${service.org}.${oktaDomain}`;
    return parseOktaSubdomain(org, oktaDomain, [
      ...notes,
      `Your org is \`${org}\`: \`${host}\` is the host of ${service.name}, and the APIs of this guide are at the org itself.`,
    ]);
  }
  if (subdomain.includes('.')) {
    return refused(
      `An org's host has one part before \`${oktaDomain}\`, but \`${host}\` has more. Enter the host where people in your org sign in, for example \`integrator-1234567.okta.com\`.`,
    );
  }
  if (!subdomain.endsWith('-admin')) {
    return accepted(host, notes);
  }
  const org = subdomain.slice(0, -'-admin'.length);
  if (!hostLabel.test(org.replaceAll('_', '-')) || oktaSites.has(org)) {
    return refused(
      `\`${host}\` is not the host of an org. Enter the host where people in your org sign in, for example \`integrator-1234567.okta.com\`.`,
    );
  }
  return accepted(`${org}.${oktaDomain}`, [
    ...notes,
    '`-admin` was left out: that host is the Admin Console, and the APIs are at the org itself.',
  ]);
}

const notAnOrg = (host: string): string =>
  `\`${host}\` is Okta's own site, not an org. Enter the host where people in your org sign in, for example \`integrator-1234567.okta.com\`.`;

/** The org and the service of which `acme.workflows` is the host; undefined for any other host. */
function serviceOf(subdomain: string): { readonly org: string; readonly name: string } | undefined {
  const [first = '', second = '', ...others] = subdomain.split('.');
  if (second === '' || others.length > 0) return undefined;
  const after = Object.hasOwn(serviceHosts, second) ? serviceHosts[second] : undefined;
  if (after !== undefined) return { org: first, name: after };
  const before = Object.hasOwn(servicePrefixes, first) ? servicePrefixes[first] : undefined;
  return before === undefined ? undefined : { org: second, name: before };
}

function parseCustomDomain(
  host: string,
  labels: readonly string[],
  notes: readonly string[],
): Parsed<string> {
  if (host === 'auth0.com' || host.endsWith('.auth0.com')) {
    return refused(
      `\`${host}\` belongs to Auth0, which is another product with other APIs: no credential of this guide works there. Enter the host of your Okta org, for example \`integrator-1234567.okta.com\`.`,
    );
  }
  const imitated = oktaDomains.find((domain) => `.${host}`.includes(`.${domain}.`));
  if (imitated !== undefined) {
    return refused(
      `This host only looks like \`${imitated}\`: it belongs to \`${labels.slice(-2).join('.')}\`, and your credentials would go there. Enter the host of your Okta org.`,
    );
  }
  return accepted(host, notes);
}
