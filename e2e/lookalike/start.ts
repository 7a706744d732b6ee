// `npm run lookalike`: the look-alike org for a person, until Ctrl+C.
// Exit codes: 0 stopped, 1 the port cannot be used, 2 an argument that cannot be used.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';

import { accepts, needsSignedInPerson } from '#catalogue/accepts.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import type { OrgOperation } from '#org/org.ts';
import { defaultSignInValues } from '#snippets/signIn/signInValues.ts';
import { defaultValues } from '#snippets/values.ts';
import { type AdminCommand, adminCommands, practiceClients } from '#workshop/handsOn/exercises.ts';

import { loopbackCertificate } from './certificate.ts';
import { javaTrustStore } from './javaTrustStore.ts';
import { lookalikeOrg } from './org.ts';
import type { OrgClient, OrgPerson } from './orgSettings.ts';
import { portOf } from './portArgument.ts';
import { requestLine } from './requestLine.ts';
import { type RunningOrg, welcomePage } from './welcomePage.ts';

const usage = 'Usage: npm run lookalike -- [--port 8443]';
const javaTrustStorePassword = 'changeit';

/** The scopes that no client is granted, so that `consent_required` can be seen. */
const ungrantedScopes: ReadonlySet<string> = new Set(['okta.policies.read']);

/** Okta's operations, but for those of OAuth itself, which the org answers at its token endpoint. */
const operations: readonly OrgOperation[] = oktaCatalogue.operations
  .filter((operation) => !accepts(operation).clientAuthentication && !accepts(operation).none)
  .map(orgOperation);

const signInClientIds = Object.values(defaultSignInValues).map(({ clientId }) => clientId);

/** Who can sign in. */
const people = {
  admin: { login: 'ada@example.com', hasAdminRole: true, assignedTo: signInClientIds },
  withoutRole: { login: 'bob@example.com', hasAdminRole: false, assignedTo: signInClientIds },
} as const satisfies Readonly<Record<string, OrgPerson>>;

function orgOperation(operation: CatalogueOperation): OrgOperation {
  const { apiToken, oauth } = accepts(operation);
  const { method, path: template, credentials } = operation;
  const common = { method, path: template, scopes: credentials.scopeSets[0] ?? [] };
  if (apiToken && oauth) return common;
  return { ...common, refuses: apiToken ? 'accessToken' : 'apiToken' };
}

async function main(): Promise<void> {
  const port = portOf(process.argv.slice(2));
  if (port === undefined) {
    process.stderr.write(`lookalike: the port must be a number from 1 to 65535\n${usage}\n`);
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'lookalike-org-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(0));
  }

  const { authority, certificate, key } = await loopbackCertificate([
    'localhost',
    '127.0.0.1',
    '::1',
  ]);
  const [rsa, ec] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('ES256', { extractable: true }),
  ]);
  const running: RunningOrg = {
    port,
    serviceApp: {
      dpop: practiceClients.dpopRequired,
      bearer: practiceClients.bearer,
      withoutRole: practiceClients.withoutRole,
    },
    keyId: defaultValues.keyId,
    integration: {
      clientId: '0oaexampleclientid02',
      clientSecret: randomBytes(36).toString('base64url'),
    },
    signIn: {
      nativeApp: defaultSignInValues.native.clientId,
      webApp: {
        clientId: defaultSignInValues.web.clientId,
        clientSecret: randomBytes(36).toString('base64url'),
      },
      redirectUri: defaultSignInValues.web.redirectUri,
      people: [people.admin.login, people.withoutRole.login],
    },
    apiToken: `00${randomBytes(30).toString('base64url')}`,
    files: writeFiles(folder, {
      authority,
      rsaKey: await exportPKCS8(rsa.privateKey),
      ecKey: await exportPKCS8(ec.privateKey),
    }),
    javaTrustStorePassword,
    listSeparator: path.delimiter,
  };

  const scopes = new Set(operations.flatMap((operation) => operation.scopes));
  // Okta asks for a key id of its own for each key; here one serves both, so that nobody has to type another.
  const publicKeys = await Promise.all(
    [rsa, ec].map(async ({ publicKey }) =>
      Object.assign(await exportJWK(publicKey), { kid: running.keyId }),
    ),
  );
  const admin = typedAdminCommands();
  const grantedByDefault = [...scopes].filter(
    (scope) => !ungrantedScopes.has(scope) && !needsSignedInPerson(scope),
  );
  const serviceApp = (clientId: string, rest: Pick<OrgClient, 'dpop'>): OrgClient => ({
    ...rest,
    clientId,
    authentication: 'private_key_jwt',
    publicKeys,
    // Read at each request: an admin may have acted in between.
    get grantedScopes() {
      return admin.has('grant') ? [...grantedByDefault, ...ungrantedScopes] : grantedByDefault;
    },
    get hasAdminRole() {
      return clientId !== running.serviceApp.withoutRole || admin.has('role');
    },
  });
  const org = await lookalikeOrg({
    host: `localhost:${port}`,
    clients: [
      serviceApp(running.serviceApp.dpop, { dpop: 'required' }),
      serviceApp(running.serviceApp.bearer, { dpop: 'optional' }),
      serviceApp(running.serviceApp.withoutRole, { dpop: 'optional' }),
      {
        ...running.integration,
        authentication: 'client_secret_basic',
        publicKeys: [],
        dpop: 'optional',
        grantedScopes: grantedByDefault,
        hasAdminRole: true,
      },
    ],
    signInApps: [
      {
        type: 'native',
        clientId: running.signIn.nativeApp,
        redirectUris: [running.signIn.redirectUri],
        grantedScopes: [...scopes].filter((scope) => !ungrantedScopes.has(scope)),
      },
      {
        ...running.signIn.webApp,
        type: 'web',
        redirectUris: [running.signIn.redirectUri],
        grantedScopes: [...scopes].filter((scope) => !ungrantedScopes.has(scope)),
      },
    ],
    people: Object.values(people),
    apiTokens: [{ token: running.apiToken, state: 'active', hasAdminRole: true }],
    operations,
    onArrived: (request) => {
      process.stdout.write(`  ${requestLine(request)}\n`);
      const isGrant =
        request.target.startsWith('/oauth2/v1/token') && request.answer.status === 200;
      if (isGrant && admin.take('expire')) org.expireTokens();
    },
  });

  // Both loopback addresses, because programs differ in which one they try for `localhost`.
  for (const address of ['127.0.0.1', '::1']) {
    const problem = await listen(address);
    if (problem !== undefined) {
      process.stderr.write(`lookalike: ${problem}\n`);
      process.exit(1);
    }
  }
  process.stdout.write(welcomePage(running));

  /** Gives what went wrong, in a sentence; a computer without IPv6 is no problem. */
  function listen(address: string): Promise<string | undefined> {
    const server = createServer(
      { key, cert: certificate, maxHeaderSize: 256 * 1024 },
      org.listener,
    );
    return new Promise((resolve) => {
      server.once('listening', () => resolve(undefined));
      server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
        if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') resolve(undefined);
        else if (code === 'EADDRINUSE') resolve(`port ${port} is taken. ${anotherPort}`);
        else if (code === 'EACCES')
          resolve(`port ${port} needs administrator rights. ${anotherPort}`);
        else resolve(message);
      });
      server.listen(port as number, address);
    });
  }
}

/** Heeds what a person types into this window, in an admin's place. */
function typedAdminCommands() {
  const done = new Set<AdminCommand>();
  createInterface({ input: process.stdin, terminal: false }).on('line', (line) => {
    const typed = line.trim();
    if (typed === '') return;
    const command = adminCommandNames.find((each) => each === typed);
    if (command === undefined) {
      process.stdout.write(
        `  "${typed.slice(0, 40)}" is not known here. Type one of: ${adminCommandNames.join(', ')}.\n`,
      );
      return;
    }
    done.add(command);
    process.stdout.write(`  Done: ${command} ${adminCommands[command]}.\n`);
  });
  return {
    /** Whether it has been typed. */
    has: (command: AdminCommand) => done.has(command),
    /** Whether it has been typed since it was taken last. */
    take: (command: AdminCommand) => done.delete(command),
  };
}

const adminCommandNames = Object.keys(adminCommands) as readonly AdminCommand[];

const anotherPort = 'Name another one: npm run lookalike -- --port 9443';

/** Writes what the requests need, readable for nobody else. */
function writeFiles(
  folder: string,
  { authority, rsaKey, ecKey }: Readonly<Record<'authority' | 'rsaKey' | 'ecKey', string>>,
): RunningOrg['files'] {
  const files = {
    authority: path.join(folder, 'authority.pem'),
    rsaKey: path.join(folder, 'rsa-private-key.pem'),
    ecKey: path.join(folder, 'ec-private-key.pem'),
    javaTrustStore: path.join(folder, 'authority.jks'),
    phpSettings: path.join(folder, 'php'),
  };
  const mode = 0o600;
  // In quotes, PHP takes a backslash for an escape; a slash does on every system.
  const shownToPhp = files.authority.replaceAll('\\', '/');
  writeFileSync(files.authority, authority, { mode });
  writeFileSync(files.rsaKey, rsaKey, { mode });
  writeFileSync(files.ecKey, ecKey, { mode });
  writeFileSync(files.javaTrustStore, javaTrustStore(authority, javaTrustStorePassword), { mode });
  mkdirSync(files.phpSettings);
  writeFileSync(
    path.join(files.phpSettings, 'authority.ini'),
    `curl.cainfo = "${shownToPhp}"\nopenssl.cafile = "${shownToPhp}"\n`,
    { mode },
  );
  return files;
}

await main();
