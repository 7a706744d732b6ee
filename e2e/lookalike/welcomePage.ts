import { defaultFormChoice } from '#screens/snippets/formChoice.ts';
import { encodeFragment, type SharedValues } from '#share/fragment.ts';
import { bashWord } from '#snippets/encoders/bashWord.ts';
import { powershellString } from '#snippets/encoders/powershellString.ts';
import { defaultValues } from '#snippets/values.ts';
import { adminCommands } from '#workshop/handsOn/exercises.ts';

/** What the page tells of: where the org is, who its clients are, and where their files lie. */
export interface RunningOrg {
  readonly port: number;
  readonly serviceApp: {
    readonly dpop: string;
    readonly bearer: string;
    readonly withoutRole: string;
  };
  readonly keyId: string;
  readonly integration: { readonly clientId: string; readonly clientSecret: string };
  /** The apps in which people sign in, and the people. */
  readonly signIn: {
    readonly nativeApp: string;
    readonly webApp: { readonly clientId: string; readonly clientSecret: string };
    readonly redirectUri: string;
    readonly people: readonly string[];
  };
  readonly apiToken: string;
  readonly files: {
    readonly authority: string;
    readonly rsaKey: string;
    readonly ecKey: string;
    readonly javaTrustStore: string;
    readonly phpSettings: string;
  };
  readonly javaTrustStorePassword: string;
  /** What separates the folders of a list of them: `:`, or `;` on Windows. */
  readonly listSeparator: string;
}

/** An environment variable to set, for whom. */
interface Setting {
  readonly whom: string;
  readonly name: string;
  readonly value: string;
}

/** The page that a person reads when the look-alike org has started. */
export function welcomePage(org: RunningOrg): string {
  const settings = [...credentialsOf(org), ...trustOf(org)];
  return `
Look-alike org, at https://localhost:${org.port}

  This is not Okta. It runs on your own computer, follows Okta's published rules and uses Okta's words,
  so that requests copied from the guide run as they are. Its data is made up; its keys and
  secrets are generated for this run. Ctrl+C stops it and removes its files.


1  Type into the guide

  or append the fragment to the address of a result page.

${inGuide(org).map(clientLines).join('\n\n')}

  The scripts that sign a person in have no fields in the guide. Replace their org domain with
  localhost:${org.port}; leave everything else as it is.

    Native app    ${org.signIn.nativeApp}
    Web app       ${org.signIn.webApp.clientId}
    Redirect URI  ${org.signIn.redirectUri}
    People        ${org.signIn.people.join(', ')} (no admin role: the last one)


2  Give your shell the credentials and the certificate to trust

  These lines apply to the shell you type them into; run the requests from there. Use a separate
  shell: in it, most programs trust this certificate instead of the usual ones.

  In bash or zsh

${settingLines(settings, ({ name, value }) => `export ${name}=${bashWord(value)}`)}

  In PowerShell

${settingLines(settings, ({ name, value }) => `$env:${name} = ${powershellString(value)}`)}


3  Run a copied request; each one that arrives gets a line here

   You are the admin as well. Type here, and press Enter:

${Object.entries(adminCommands)
  .map(([command, does]) => `     ${command.padEnd(8)}${does}`)
  .join('\n')}

`;
}

interface GuideClient {
  readonly title: string;
  readonly clientId?: string;
  readonly keyId?: string;
  readonly values: SharedValues;
}

function inGuide({ port, serviceApp, keyId, integration }: RunningOrg): readonly GuideClient[] {
  const org = { orgDomain: `localhost:${port}` };
  return [
    {
      title: 'Service app, DPoP required',
      clientId: serviceApp.dpop,
      keyId,
      values: { ...org, clientId: serviceApp.dpop, keyId, variant: 'dpop' },
    },
    {
      title: 'Service app, bearer tokens',
      clientId: serviceApp.bearer,
      keyId,
      values: { ...org, clientId: serviceApp.bearer, keyId, variant: 'bearer' },
    },
    {
      title: 'Service app without an admin role, bearer tokens',
      clientId: serviceApp.withoutRole,
      keyId,
      values: { ...org, clientId: serviceApp.withoutRole, keyId, variant: 'bearer' },
    },
    {
      title: 'API service integration',
      clientId: integration.clientId,
      values: { ...org, clientId: integration.clientId },
    },
    { title: 'API token', values: org },
  ];
}

/** The value, marked when nobody has to type it. */
function byDefault(value: string, sample: string): string {
  return value === sample ? `${value}  (what the guide shows by itself)` : value;
}

/** The fragments name no language and no operation, so none has to be known. */
const fragmentChoices = {
  languages: [],
  defaultOperations: [],
  defaultForm: defaultFormChoice,
};

function clientLines({ title, clientId, keyId, values }: GuideClient): string {
  return [
    `  ${title}`,
    `    Org domain  ${values.orgDomain ?? ''}`,
    ...(clientId === undefined
      ? []
      : [`    Client ID   ${byDefault(clientId, defaultValues.clientId)}`]),
    ...(keyId === undefined ? [] : [`    Key ID      ${byDefault(keyId, defaultValues.keyId)}`]),
    `    Fragment    ${encodeFragment(values, fragmentChoices)}`,
  ].join('\n');
}

function credentialsOf({ files, integration, signIn, apiToken }: RunningOrg): readonly Setting[] {
  return [
    { whom: 'Service app with an RSA key', name: 'OKTA_PRIVATE_KEY_FILE', value: files.rsaKey },
    { whom: 'Service app with an EC key', name: 'OKTA_PRIVATE_KEY_FILE', value: files.ecKey },
    {
      whom: 'API service integration',
      name: 'OKTA_CLIENT_SECRET',
      value: integration.clientSecret,
    },
    {
      whom: 'Web app in which people sign in',
      name: 'OKTA_CLIENT_SECRET',
      value: signIn.webApp.clientSecret,
    },
    { whom: 'API token', name: 'OKTA_API_TOKEN', value: apiToken },
  ];
}

/** What was found to work for each language. */
function trustOf({ files, javaTrustStorePassword, listSeparator }: RunningOrg): readonly Setting[] {
  const trustStore = `-Djavax.net.ssl.trustStore=${files.javaTrustStore}`;
  const javaOptions = [
    // Java splits the variable at spaces, but for those between quotes.
    trustStore.includes(' ') ? `"${trustStore}"` : trustStore,
    `-Djavax.net.ssl.trustStorePassword=${javaTrustStorePassword}`,
  ].join(' ');
  return [
    { whom: 'cURL', name: 'CURL_CA_BUNDLE', value: files.authority },
    { whom: 'JavaScript and TypeScript', name: 'NODE_EXTRA_CA_CERTS', value: files.authority },
    { whom: 'Python', name: 'REQUESTS_CA_BUNDLE', value: files.authority },
    {
      whom: 'Go, C# and PowerShell (on Linux), Ruby',
      name: 'SSL_CERT_FILE',
      value: files.authority,
    },
    { whom: 'Java', name: 'JAVA_TOOL_OPTIONS', value: javaOptions },
    { whom: 'PHP', name: 'PHP_INI_SCAN_DIR', value: `${listSeparator}${files.phpSettings}` },
  ];
}

/** Each command in a line of its own, so that the whole line can be copied. */
function settingLines(settings: readonly Setting[], line: (setting: Setting) => string): string {
  return settings.map((setting) => `    ${setting.whom}\n      ${line(setting)}`).join('\n');
}
