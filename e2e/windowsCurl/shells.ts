import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { powershellFolder } from '../../scripts/dotnetTools.mjs';
import { findProgram } from '../../scripts/debianPackages.mjs';
import { projectFolder } from '../../scripts/packages.mjs';
import { argumentsOf, commandsOf } from '#testing/windowsCommandLine.ts';

/** Where requests go instead of to the host. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly authority: string;
}

/** How a run has ended. */
export interface Ended {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Readonly<Record<string, string>>;

const pwsh = path.join(projectFolder, powershellFolder, 'pwsh');

/** Whether PowerShell is here, which the suite of the snippets installs. */
export const hasPowershell = existsSync(pwsh);

const wine = findProgram('wine');

/** The version of Wine, as it calls itself; undefined if it is missing. */
export const wineVersion =
  wine === undefined
    ? undefined
    : spawnSync(wine, ['--version'], { encoding: 'utf8' }).stdout.trim();

/** The curl that is run as `curl.exe`: that of the variable CURL, or that of the machine. */
const curl = process.env['CURL'] ?? findProgram('curl') ?? 'curl';

const curlVersion = /^curl (\d+)\.(\d+)/.exec(
  spawnSync(curl, ['--version'], { encoding: 'utf8' }).stdout,
);

/** Whether that curl has variables of its own, as of 8.3. */
const hasVariables = Number(curlVersion?.[1]) * 1000 + Number(curlVersion?.[2]) >= 8003;

/** Makes a folder with a `curl.exe` that goes to an address, and returns the environment in which it is found. */
export function folderWithCurl({ host, port, authority }: Address) {
  const folder = mkdtempSync(path.join(tmpdir(), 'windows-curl-'));
  const programs = path.join(folder, 'programs');
  mkdirSync(programs);
  symlinkSync(curl, path.join(programs, 'curl.exe'));
  const authorityFile = path.join(folder, 'authority.pem');
  writeFileSync(authorityFile, authority);
  writeFileSync(
    path.join(folder, '.curlrc'),
    `connect-to = "${host}:443:127.0.0.1:${port}"\ncacert = "${authorityFile}"\nnoproxy = "*"\n`,
  );
  const environment = {
    PATH: `${programs}${path.delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folder,
    CURL_HOME: folder,
    LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] ?? '',
  };
  return { folder, programs, environment };
}

export type CurlFolder = ReturnType<typeof folderWithCurl>;

async function run(
  program: string,
  args: readonly string[],
  { folder, environment }: CurlFolder,
  variables: Variables,
): Promise<Ended> {
  const child = spawn(program, args, { cwd: folder, env: { ...environment, ...variables } });
  child.stdin.end();
  const chunks = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (chunks.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (chunks.stderr += text));
  const [code] = (await once(child, 'close')) as readonly unknown[];
  return { code, ...chunks };
}

/**
 * Runs scripts in one PowerShell, one after the other.
 *
 * @param passing how PowerShell hands arguments to programs: as 5.1 does, or as 7.3 and newer do
 */
export function runPowershell(
  passing: 'Legacy' | 'Standard',
  scripts: readonly string[],
  curlFolder: CurlFolder,
  variables: Variables,
): Promise<Ended> {
  const names = scripts.map((script, index) => {
    const name = `${passing}-${index}.ps1`;
    writeFileSync(path.join(curlFolder.folder, name), script);
    return `& ./${name}`;
  });
  const driver = path.join(curlFolder.folder, `${passing}-all.ps1`);
  writeFileSync(
    driver,
    [`$PSNativeCommandArgumentPassing = '${passing}'`, ...names, ''].join('\n'),
  );
  return run(pwsh, ['-NoProfile', '-NoLogo', '-File', driver], curlFolder, variables);
}

/** Runs one command of a batch file with curl, as our own reader of cmd's quoting divides it. */
export function runRead(
  batch: string,
  which: 'first' | 'last',
  curlFolder: CurlFolder,
  variables: Variables,
): Promise<Ended> {
  const commands = commandsOf(batch, 'curl.exe', {
    ...variables,
    PATH: curlFolder.environment.PATH,
  });
  const command = which === 'first' ? commands[0] : commands.at(-1);
  return runArguments(argumentsOf(command ?? '').slice(1), curlFolder, variables);
}

/** Runs curl with arguments; if it is older than curl's own variables, they are filled in beforehand. */
export function runArguments(
  args: readonly string[],
  curlFolder: CurlFolder,
  variables: Variables,
): Promise<Ended> {
  return run(
    'curl.exe',
    hasVariables ? args : withVariables(args, variables),
    curlFolder,
    variables,
  );
}

/** What curl 8.3 and newer do with `--variable` and `--expand-…`, by its manual. */
function withVariables(args: readonly string[], variables: Variables): readonly string[] {
  const known = new Set(args.filter((_, index) => args[index - 1] === '--variable'));
  return args.flatMap((arg, index) => {
    if (arg === '--variable' || args[index - 1] === '--variable') return [];
    if (arg.startsWith('--expand-')) return [arg.replace('--expand-', '--')];
    if (args[index - 1]?.startsWith('--expand-') !== true) return [arg];
    return [
      arg.replaceAll(/\{\{(\w+)(:json)?\}\}/g, (_, name: string, json: string | undefined) => {
        if (!known.has(`%${name}`)) throw new Error(`${name} is no variable of curl here.`);
        const value = variables[name] ?? '';
        return json === undefined ? value : JSON.stringify(value).slice(1, -1);
      }),
    ];
  });
}

/** Makes what Wine keeps on disk, once for all runs. */
export async function startWine(curlFolder: CurlFolder): Promise<Variables> {
  const prefix = mkdtempSync(path.join(tmpdir(), 'windows-curl-wine-'));
  const variables = { WINEPREFIX: prefix, WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=' };
  await run(wine ?? 'wine', ['wineboot', '--init'], curlFolder, variables);
  return variables;
}

/**
 * Runs batch files in one cmd of Wine, one after the other. In it `curl.exe` writes down its arguments, which Wine has
 * made of the command line; it does not wait for such a program, which is not one of Windows.
 *
 * @param runs how many of them run curl
 * @returns the arguments of each, in any order
 */
export async function runByWine(
  batches: readonly string[],
  runs: number,
  { environment, folder }: CurlFolder,
  variables: Variables,
): Promise<{ readonly ended: Ended; readonly commands: readonly (readonly string[])[] }> {
  const own = mkdtempSync(path.join(folder, 'wine-'));
  // Under another name until it is whole.
  const recorder = [
    `#!${process.execPath}`,
    "const fs = require('node:fs');",
    `const file = ${JSON.stringify(own)} + '/' + process.pid;`,
    "fs.writeFileSync(file + '.part', JSON.stringify(process.argv.slice(2)));",
    "fs.renameSync(file + '.part', file + '.json');",
    '',
  ];
  writeFileSync(path.join(own, 'curl.exe'), recorder.join('\n'), { mode: 0o755 });
  const calls = batches.map((batch, index) => {
    writeFileSync(path.join(own, `request-${index}.cmd`), batch);
    return `call request-${index}.cmd`;
  });
  writeFileSync(
    path.join(own, 'all.cmd'),
    ['@echo off', ...calls, 'exit /b %ERRORLEVEL%', ''].join('\r\n'),
  );
  const ended = await run(
    wine ?? 'wine',
    ['cmd', '/d', '/c', 'all.cmd'],
    { environment, folder: own, programs: own },
    variables,
  );
  const written = () => readdirSync(own).filter((name) => name.endsWith('.json'));
  for (let tries = 0; tries < 200 && written().length < runs; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const commands = written().map(
    (name) => JSON.parse(readFileSync(path.join(own, name), 'utf8')) as readonly string[],
  );
  return { ended, commands };
}
