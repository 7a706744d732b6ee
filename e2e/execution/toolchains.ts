import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Form } from '#snippets/form.ts';

import { dotnetPackages, powershellFolder, quietDotnet } from '../../scripts/dotnetTools.mjs';
import { projectFolder } from '../../scripts/packages.mjs';
import { systemPath } from '../../scripts/toolchains.mjs';
import type { ArrivedRequest } from '../lookalike/orgSettings.ts';
import { recordAt, textAt } from './jsonShape.ts';

/** How the snippets of a language are proven, and with what. What has to be installed: `scripts/toolchains.mjs`. */
export interface Toolchain {
  /**
   * `run`: with their own command. `send`: they are messages, which a small client sends (see `httpFile.ts`).
   */
  readonly proof: 'run' | 'send';
  /** Forms that are no more than an illustration, of which nothing is proven. */
  readonly illustrates?: (form: Form) => boolean;
  /** Programs, each with the arguments that make it say its version, and the name that stands before that. */
  readonly programs: readonly (readonly [name: string, program: string, ...args: string[]])[];
  /** Packages of the project. */
  readonly packages: readonly string[];
  /** Environment variables that change nothing about a snippet, but keep its language from calling home. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A command that a lane runs before the first snippet, for what it leaves running. */
  readonly prepare?: string;
  /** The environment variables that make it trust the lane's certificate authority. */
  readonly trust: (files: TrustFiles) => Readonly<Record<string, string>>;
  /**
   * The environment variables with which it finds a proxy; absent where the version that runs here reads none.
   *
   * @param others those that it has already
   */
  readonly proxy?: (
    proxy: ProxyAddress,
    others: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string>>;
  /** What it writes to stderr besides what the snippet does. */
  readonly noise?: RegExp;
  /** What it keeps in the folder for temporary files between runs. */
  readonly caches?: RegExp;
  /**
   * What an error of a snippet shows of the answer that it failed with, besides its `WWW-Authenticate` header; the
   * status and the body when absent.
   */
  readonly shows?: (form: Form, answer: ArrivedRequest['answer'], isToken: boolean) => Shown;
  /** Forms that write the API's body to stdout as it comes, an error's too, and add no line end. */
  readonly printsEveryBody?: (form: Form) => boolean;
}

export type Shown = readonly string[];

/** A proxy of the lane, and whether the orgs are an exception from it. */
export interface ProxyAddress {
  readonly host: string;
  readonly port: number;
  readonly isAvoided: boolean;
}

/** The lane's certificate authority in the forms in which the languages take it. */
export interface TrustFiles {
  /** PEM. */
  readonly authority: string;
  /** PKCS#12 for Java, with {@link trustStorePassword}. */
  readonly trustStore: string;
  /** A folder with an ini file for PHP. */
  readonly phpFolder: string;
}

export const trustStorePassword = 'changeit';

const node = ['Node.js', process.execPath, '-p', 'process.versions.node'] as const;

/** The environment variables of a proxy for Node.js, where its version reads any. */
const nodeProxy: Pick<Toolchain, 'proxy'> =
  Number(process.versions.node.split('.')[0]) >= 24
    ? { proxy: (address) => ({ ...proxyVariables(address), NODE_USE_ENV_PROXY: '1' }) }
    : {};

/** What most languages read. */
function proxyVariables({ host, port, isAvoided }: ProxyAddress): Readonly<Record<string, string>> {
  const url = `http://${host}:${port}`;
  return { HTTPS_PROXY: url, ...(isAvoided ? { NO_PROXY: orgEnds.join() } : {}) };
}

/** The ends of all host names of orgs (see `hostileValues.ts`). */
const orgEnds = ['.okta.com', '.okta-emea.com', '.oktapreview.com'];

export const toolchains: Readonly<Record<string, Toolchain>> = {
  http: {
    proof: 'send',
    // A proof is good for one request: a message with DPoP cannot be sent as it stands.
    illustrates: ({ variant }) => variant === 'dpop',
    programs: [node],
    packages: [],
    trust: () => ({}),
  },
  curl: {
    proof: 'run',
    programs: [
      ['', 'bash', '--version'],
      ['', 'curl', '--version'],
      ['', 'openssl', 'version'],
      ['', 'jq', '--version'],
    ],
    packages: [],
    trust: ({ authority }) => ({ CURL_CA_BUNDLE: authority }),
    proxy: proxyVariables,
    // What curl does by itself.
    printsEveryBody: ({ request }) => request === 'single',
  },
  javascript: {
    proof: 'run',
    programs: [node],
    packages: ['jose'],
    trust: ({ authority }) => ({ NODE_EXTRA_CA_CERTS: authority }),
    ...nodeProxy,
  },
  typescript: {
    proof: 'run',
    programs: [node],
    packages: ['@okta/okta-sdk-nodejs', 'tsx'],
    trust: ({ authority }) => ({ NODE_EXTRA_CA_CERTS: authority }),
    ...nodeProxy,
    caches: /^tsx-/,
    shows: shownBySdk,
  },
  python: {
    proof: 'run',
    programs: [
      ['', 'python3', '--version'],
      ['requests', 'python3', '-c', 'import requests; print(requests.__version__)'],
      ['PyJWT', 'python3', '-c', 'import jwt; print(jwt.__version__)'],
      ['cryptography', 'python3', '-c', 'import cryptography; print(cryptography.__version__)'],
    ],
    packages: [],
    trust: ({ authority }) => ({ REQUESTS_CA_BUNDLE: authority }),
    proxy: proxyVariables,
  },
  go: {
    proof: 'run',
    programs: [['Go', 'go', 'env', 'GOVERSION']],
    packages: [],
    trust: ({ authority }) => ({ SSL_CERT_FILE: authority }),
    proxy: proxyVariables,
  },
  java: {
    proof: 'run',
    programs: [['', 'java', '--version']],
    packages: [],
    trust: ({ trustStore }) => ({
      JAVA_TOOL_OPTIONS: [
        `-Djavax.net.ssl.trustStore=${trustStore}`,
        `-Djavax.net.ssl.trustStorePassword=${trustStorePassword}`,
        // Short programs end sooner with the quick compiler alone.
        '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
      ].join(' '),
    }),
    proxy: ({ host, port, isAvoided }, { JAVA_TOOL_OPTIONS: options = '' }) => ({
      JAVA_TOOL_OPTIONS: [
        options,
        `-Dhttps.proxyHost=${host} -Dhttps.proxyPort=${port}`,
        ...(isAvoided ? [`-Dhttp.nonProxyHosts=${orgEnds.map((end) => `*${end}`).join('|')}`] : []),
      ].join(' '),
    }),
    noise: /^Picked up JAVA_TOOL_OPTIONS: .*\n/gm,
  },
  csharp: {
    proof: 'run',
    programs: [['.NET SDK', 'dotnet', '--version']],
    packages: [],
    settings: quietDotnet,
    prepare: [
      // From where the lane sees it to where the SDK looks before it would ask the network.
      `mkdir "$HOME/.nuget" && cp -R "$HOME/${dotnetPackages}" "$HOME/.nuget/packages"`,
      // Starts the compiler's server, which a run would otherwise start, and end with itself.
      'echo "return 0;" > empty.cs && dotnet run empty.cs',
    ].join(' && '),
    trust: ({ authority }) => ({ SSL_CERT_FILE: authority }),
    proxy: proxyVariables,
  },
  php: {
    proof: 'run',
    programs: [['', 'php', '--version']],
    packages: [],
    trust: ({ phpFolder }) => ({ PHP_INI_SCAN_DIR: `:${phpFolder}` }),
    proxy: proxyVariables,
  },
  // Ruby goes past every proxy to an address of this machine, which the lanes’ org has (URI#find_proxy).
  ruby: {
    proof: 'run',
    programs: [
      ['', 'ruby', '--version'],
      ['jwt', 'ruby', '-e', 'require "jwt"; puts JWT::VERSION::STRING'],
    ],
    packages: [],
    trust: ({ authority }) => ({ SSL_CERT_FILE: authority }),
  },
  powershell: {
    proof: 'run',
    programs: [['', path.join(projectFolder, powershellFolder, 'pwsh'), '--version']],
    packages: [],
    settings: quietDotnet,
    trust: ({ authority }) => ({ SSL_CERT_FILE: authority }),
    proxy: proxyVariables,
  },
};

/**
 * The SDK's own errors, which a single request leaves as they are: of a call, the parts of Okta's error body; of an
 * answer of the token endpoint that is no JSON, nothing, because the SDK fails in reading it.
 */
function shownBySdk(
  { request }: Form,
  { status, body }: ArrivedRequest['answer'],
  isToken: boolean,
): Shown {
  if (request === 'everything') return [String(status), body];
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return isToken ? [] : [String(status), body];
  }
  if (isToken) return [String(status), body];
  const { errorCode, errorSummary } = recordAt(json, 'error');
  return [String(status), textAt(errorCode, 'errorCode'), textAt(errorSummary, 'errorSummary')];
}

/** Says what a language was run with, as `Python 3.11.2`, `requests 2.28.1`. */
export function versionsOf({ programs, packages }: Toolchain): readonly string[] {
  return [...programs.map(programVersion), ...packages.map(packageVersion)];
}

function programVersion([name, program, ...args]: Toolchain['programs'][number]): string {
  const { stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { PATH: systemPath, ...quietDotnet, DOTNET_CLI_HOME: tmpdir() },
  });
  const [line = ''] = stdout.split('\n');
  if (name !== '') return `${name} ${line.trim().replace(/^go/, '')}`;
  // Without platform, build and day: what a person would say.
  const [, title = line, version = ''] = /^(\D*?)[ -](?:version )?(\d[^\s,(-]*)/.exec(line) ?? [];
  return `${titles[title] ?? title} ${version}`.trim();
}

/** Programs that call themselves otherwise than people do. */
const titles: Readonly<Record<string, string>> = {
  'GNU bash,': 'bash',
  openjdk: 'OpenJDK',
  ruby: 'Ruby',
};

/** Says which version of a package is installed. */
export function packageVersion(name: string): string {
  const file = path.join(projectFolder, 'node_modules', name, 'package.json');
  const { version } = recordAt(JSON.parse(readFileSync(file, 'utf8')), file);
  return `${name} ${textAt(version, `${file}: version`)}`;
}
