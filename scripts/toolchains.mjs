// Finds what the snippets of each language need to be run, and installs what is missing where that
// is possible. Without dependencies: it runs before the packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { findProgram, installFromDebian } from './debianPackages.mjs';
import {
  dotnetPackages,
  ensureCompilerPackages,
  ensurePowershell,
  powershellFolder,
} from './dotnetTools.mjs';
import { projectFolder } from './packages.mjs';

/**
 * @typedef {object} Toolchain
 * @property {string} name as it is called in messages
 * @property {readonly string[]} programs
 * @property {readonly string[]} [libraries] a command that succeeds when they are there
 * @property {readonly string[]} [files] below the project's top folder, which must be there too
 * @property {readonly string[]} debianPackages
 * @property {() => Promise<boolean>} [install] installs what no Debian package contains; false if it
 * cannot be installed
 * @property {string} [from] where a person gets it, when not from Debian
 */

/** Where to look for programs: Debian's own come first, before those of any version manager. */
export const systemPath = [
  '/usr/bin',
  '/bin',
  '/usr/sbin',
  '/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
  // Microsoft's own packages and installers leave .NET there.
  '/usr/share/dotnet',
  '/usr/lib/dotnet',
].join(':');

/** .NET runs a file without a project from its tenth version on. */
const dotnetSdkIsThere = ['sh', '-c', 'dotnet --list-sdks | grep -Eq "^[1-9][0-9]\\."'];

/** Languages that need nothing but Node.js and the project's packages are not here. */
/** @satisfies {Readonly<Record<string, Toolchain>>} */
export const toolchains = {
  curl: {
    name: 'curl',
    programs: ['bash', 'curl', 'openssl', 'jq', 'xxd', 'awk'],
    debianPackages: ['bash', 'curl', 'openssl', 'jq', 'xxd', 'mawk'],
  },
  python: {
    name: 'Python',
    programs: ['python3'],
    libraries: ['python3', '-c', 'import cryptography, jwt, requests'],
    debianPackages: ['python3', 'python3-cryptography', 'python3-jwt', 'python3-requests'],
  },
  go: { name: 'Go', programs: ['go'], debianPackages: ['golang-go'] },
  java: {
    name: 'Java',
    programs: ['java', 'keytool'],
    // The source launcher needs the compiler, which a mere runtime does not have.
    libraries: ['java', '--describe-module', 'jdk.compiler'],
    debianPackages: ['openjdk-17-jdk-headless'],
  },
  php: {
    name: 'PHP',
    programs: ['php'],
    libraries: [
      'php',
      '-r',
      'exit(extension_loaded("curl") && extension_loaded("openssl") ? 0 : 1);',
    ],
    debianPackages: ['php-cli', 'php-curl'],
  },
  ruby: {
    name: 'Ruby',
    programs: ['ruby'],
    libraries: ['ruby', '-e', 'require "jwt"; require "openssl"'],
    debianPackages: ['ruby', 'ruby-jwt'],
  },
  csharp: {
    name: 'C#',
    programs: ['dotnet'],
    libraries: dotnetSdkIsThere,
    files: [dotnetPackages],
    debianPackages: ['libicu72'],
    install: ensureCompilerPackages,
    from: 'the .NET 10 SDK: https://dotnet.microsoft.com/download',
  },
  powershell: {
    name: 'PowerShell',
    programs: ['dotnet'],
    libraries: dotnetSdkIsThere,
    files: [powershellFolder],
    debianPackages: ['libicu72'],
    install: ensurePowershell,
    from: 'the .NET 10 SDK, which PowerShell is installed with: https://dotnet.microsoft.com/download',
  },
};

/** What the lanes themselves are made with (see `e2e/execution/isolation.ts`). */
/** @type {Toolchain} */
const lanes = {
  name: 'Program isolation',
  programs: ['unshare', 'setpriv', 'mount', 'ip', 'sh'],
  debianPackages: ['util-linux', 'mount', 'iproute2'],
};

/**
 * @param {Toolchain} toolchain
 * @returns {string | undefined} what is missing, for a message
 */
function missingOf({ programs, libraries, files = [] }) {
  const absent = programs.filter((program) => findProgram(program, systemPath) === undefined);
  if (absent.length > 0) return absent.join(', ');
  const [program, ...args] = libraries ?? [];
  if (program !== undefined) {
    const env = { PATH: systemPath, DOTNET_CLI_HOME: tmpdir() };
    const { status } = spawnSync(program, args, { stdio: 'ignore', env });
    if (status !== 0) return 'its libraries';
  }
  const absentFiles = files.filter((file) => !existsSync(path.join(projectFolder, file)));
  return absentFiles.length > 0 ? absentFiles.join(', ') : undefined;
}

/**
 * Finds what each language needs. On Debian, installs what is missing if that is allowed.
 *
 * @param {readonly string[]} [languages] ids; all of them without it
 * @returns {Promise<{ readonly languages: Readonly<Record<string, string>>, readonly lanes: string | undefined }>}
 *   what is still missing, in words, by the language's id; and what the lanes lack
 */
export async function ensureToolchains(languages) {
  /** @type {readonly (readonly [string, Toolchain])[]} */
  const wanted = Object.entries(toolchains).filter(
    ([id]) => languages === undefined || languages.includes(id),
  );
  /** @type {readonly Toolchain[]} */
  const all = [lanes, ...wanted.map(([, toolchain]) => toolchain)];
  const incomplete = all.filter((toolchain) => missingOf(toolchain) !== undefined);
  for (const toolchain of incomplete) {
    console.log(`${toolchain.name}: ${missingOf(toolchain)} not found.`);
  }
  if (incomplete.length > 0) {
    await installFromDebian([
      ...new Set(incomplete.flatMap(({ debianPackages }) => debianPackages)),
    ]);
    for (const { install } of incomplete) await install?.();
  }
  return {
    languages: Object.fromEntries(
      wanted.flatMap(([id, toolchain]) => {
        const missing = missingOf(toolchain);
        return missing === undefined
          ? []
          : [
              [
                id,
                `${missing} not found (${toolchain.from ?? `Debian: ${toolchain.debianPackages.join(' ')}`})`,
              ],
            ];
      }),
    ),
    lanes: missingOf(lanes),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { languages, lanes: lanesLack } = await ensureToolchains();
  const missing = [...Object.values(languages), ...(lanesLack === undefined ? [] : [lanesLack])];
  console.log(missing.length === 0 ? 'Every toolchain is installed.' : missing.join('\n'));
  process.exitCode = missing.length === 0 ? 0 : 1;
}
