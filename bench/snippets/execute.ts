import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { markerNumber } from './payloads.ts';
import type { InstalledTarget } from './targets.ts';

/** What became of a program. */
export interface Execution {
  /** Null when it was ended: it took too long. */
  readonly exitCode: number | null;
  readonly stderr: string;
  /** Whether it did what a payload asks for: made a file, or printed the number. */
  readonly ranPayload: boolean;
}

/** Runs programs, each in an empty folder of its own that is removed after it. */
export interface Workshop {
  readonly run: (
    target: InstalledTarget,
    text: string,
    environment: Readonly<Record<string, string>>,
  ) => Promise<Execution>;
  /** Ends the program that is running, if any, and removes everything. */
  readonly remove: () => void;
}

/**
 * Makes the folder for the runs.
 *
 * @param authority PEM of what the programs shall trust, by environment variables only: their text is not touched;
 * null leaves their trust as it is
 */
export function openWorkshop(authority: string | null): Workshop {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-snippets-'));
  const trust = authority === null ? {} : trustVariables(folder, authority);
  const shared = {
    ...trust,
    PATH: process.env['PATH'] ?? '',
    // One for all runs: with an empty cache Go compiles its library first.
    GOCACHE: path.join(folder, 'go-cache'),
    GOPATH: path.join(folder, 'go'),
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
  };
  let runs = 0;
  let running: ChildProcess | undefined;
  return {
    run: async (target, text, environment) => {
      runs += 1;
      const home = path.join(folder, `home-${runs}`);
      const place = path.join(home, 'run');
      mkdirSync(place, { recursive: true });
      writeFileSync(path.join(place, target.fileName), text);
      try {
        running = start(target, place, {
          ...shared,
          HOME: home,
          TMPDIR: home,
          ...environment,
        });
        const { exitCode, stderr } = await ended(running, target.timeLimitInSeconds);
        const made = readdirSync(place).some((name) => name !== target.fileName);
        return { exitCode, stderr, ranPayload: made || stderr.includes(markerNumber) };
      } finally {
        running = undefined;
        rmSync(home, { recursive: true, force: true });
      }
    },
    remove: () => {
      if (running !== undefined) kill(running);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function trustVariables(folder: string, authority: string): Readonly<Record<string, string>> {
  const file = path.join(folder, 'authority.pem');
  writeFileSync(file, authority);
  const phpSettings = path.join(folder, 'php');
  mkdirSync(phpSettings);
  writeFileSync(path.join(phpSettings, 'trust.ini'), `curl.cainfo="${file}"\n`);
  return {
    CURL_CA_BUNDLE: file,
    REQUESTS_CA_BUNDLE: file,
    SSL_CERT_FILE: file,
    NODE_EXTRA_CA_CERTS: file,
    // The colon keeps the settings that PHP reads by itself.
    PHP_INI_SCAN_DIR: `:${phpSettings}`,
  };
}

function start(
  target: InstalledTarget,
  folder: string,
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const [program = '', ...parameters] = target.command;
  return spawn(program, [...parameters, target.fileName], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A process group of its own, so that what it started ends with it.
    detached: true,
  });
}

function ended(
  child: ChildProcess,
  timeLimitInSeconds: number,
): Promise<Pick<Execution, 'exitCode' | 'stderr'>> {
  return new Promise((resolve, reject) => {
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(0, 100_000);
    });
    const limit = setTimeout(() => kill(child), timeLimitInSeconds * 1000);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (exitCode) => {
      clearTimeout(limit);
      resolve({ exitCode, stderr });
    });
  });
}

/** Ends a program with all that it started. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
