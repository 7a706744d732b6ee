/** The build's three variables, parsed. */
export interface SiteSettings {
  /** Path that all links and assets start with; begins and ends with `/`. */
  readonly base: string;
  /** The site's absolute address without the base's trailing slash, empty if it is not known. */
  readonly origin: string;
  /** The address of the repository whose issues take reports, without a trailing slash; empty if there is none. */
  readonly repository: string;
}

/**
 * Reads `SITE_BASE`, `SITE_URL` and `SITE_REPOSITORY`.
 *
 * @param environment for example `process.env`
 * @throws Error when one of them cannot be used, saying what it must look like
 */
export function siteSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SiteSettings {
  const base = environment['SITE_BASE'] || '/';
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base)) {
    throw new Error(
      `SITE_BASE is "${base}". It must begin and end with a slash, like / or /okta-guide/.`,
    );
  }
  const url = webAddress(environment, 'SITE_URL', "the site's", 'https://example.org/okta-guide/');
  const repository = webAddress(
    environment,
    'SITE_REPOSITORY',
    "the repository's",
    'https://github.com/example/okta-guide',
  );
  return {
    base,
    origin: url === '' ? '' : new URL(url).origin,
    repository: repository.replace(/\/+$/, ''),
  };
}

function webAddress(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  whose: string,
  example: string,
): string {
  const address = environment[name] ?? '';
  if (address !== '' && (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))) {
    throw new Error(
      `${name} is "${address}". It must be ${whose} absolute address, like ${example}, or empty.`,
    );
  }
  if (address !== '') refuseOddAddress(name, new URL(address));
  return address;
}

/**
 * The pages show the address to everybody, and their policy and its header name its host: a host may contain signs that
 * end a directive there, or stand for other hosts.
 */
function refuseOddAddress(name: string, { hostname, username, password }: URL): void {
  if (username !== '' || password !== '') {
    throw new Error(`${name} contains a user name or a password. Remove it: pages would show it.`);
  }
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])$/.test(hostname)) {
    throw new Error(
      `${name} has the host "${hostname}". It may have letters, digits, dots and hyphens only.`,
    );
  }
}
