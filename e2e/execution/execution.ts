import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** What came of running a snippet. */
export interface FinishedRun {
  /** Null when it was ended by a signal. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** What its folder and the one for temporary files hold afterwards, besides the snippet as it was. */
  readonly left: readonly string[];
}

/** A snippet and what it is run with. */
export interface Run {
  readonly text: string;
  readonly runAs: string;
  readonly command: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Caches of tools in the folder for temporary files. */
  readonly caches: RegExp | undefined;
}

/** Runs snippets, each in an empty folder of its own. */
export interface Runner {
  /** Whom they run as. */
  readonly user: string;
  readonly run: (run: Run) => Promise<FinishedRun>;
  /** Runs a command before the first snippet, and lets what it has started live on. */
  readonly prepare: (command: string, environment: Readonly<Record<string, string>>) => void;
}

const timeLimit = 60_000;
/** Output beyond this is cut off; no snippet writes that much. */
const longestOutput = 8 * 1024 * 1024;

/** The user that may do nothing, on every Linux. */
const nobody = { uid: 65_534, gid: 65_534 };

/**
 * Prepares a folder for runs. Its `node_modules`, when there is one, is above every snippet.
 *
 * @param home becomes the runs' home folder
 * @param searchPath where programs are found
 */
export function runnerIn(home: string, searchPath: string): Runner {
  const temporary = path.join(path.dirname(home), 'temporary');
  mkdirSync(temporary, { recursive: true });
  const user = mayBecomeNobody(searchPath) ? nobody : undefined;
  for (const folder of [home, temporary]) give(folder, user);
  const surroundings = { PATH: searchPath, HOME: home, TMPDIR: temporary };
  let count = 0;
  return {
    user: user === undefined ? 'the user of the test' : 'nobody',
    prepare: (command, environment) => {
      const folder = path.join(home, 'prepared');
      mkdirSync(folder, { recursive: true });
      give(folder, user);
      const env = { ...surroundings, ...environment };
      const { status } = spawnSync('sh', ['-c', command], {
        cwd: folder,
        env,
        ...user,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status !== 0) throw new Error(`${command}: exit code ${status}`);
    },
    run: async ({ text, runAs, command, environment, caches }) => {
      count += 1;
      const folder = path.join(home, `run-${count}`);
      mkdirSync(folder);
      const file = path.join(folder, runAs);
      writeFileSync(file, text);
      for (const each of [folder, file]) give(each, user);
      const before = new Set(readdirSync(temporary));
      const ended = await endOf(command, folder, user, { ...surroundings, ...environment });
      const added = readdirSync(temporary).filter(
        (name) => !before.has(name) && caches?.test(name) !== true,
      );
      const left = [
        ...readdirSync(folder).filter((name) => name !== runAs),
        ...(textOf(file) === text ? [] : [`${runAs}, changed`]),
        ...added.map((name) => `${name} among the temporary files`),
      ];
      for (const used of [folder, ...added.map((name) => path.join(temporary, name))]) {
        rmSync(used, { recursive: true, force: true });
      }
      return { ...ended, left };
    },
  };
}

/** Needs root, in a namespace that has other users, and a Node.js that others may run. */
function mayBecomeNobody(searchPath: string): boolean {
  const { status } = spawnSync('node', ['--version'], { ...nobody, env: { PATH: searchPath } });
  return status === 0;
}

function give(file: string, user: typeof nobody | undefined): void {
  chmodSync(file, 0o755);
  if (user !== undefined) chownSync(file, user.uid, user.gid);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function endOf(
  command: string,
  cwd: string,
  user: typeof nobody | undefined,
  env: Readonly<Record<string, string>>,
): Promise<Omit<FinishedRun, 'left'>> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], {
      cwd,
      env,
      ...user,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it has started ends with it.
      detached: true,
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        if (output[stream].length < longestOutput) output[stream] += text;
      });
    }
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup(child.pid);
    }, timeLimit);
    child.on('error', reject);
    child.on('exit', () => {
      clearTimeout(timer);
      // Whatever it left running would keep its output open.
      endGroup(child.pid);
    });
    child.on('close', (exitCode) => resolve({ exitCode, timedOut, ...output }));
  });
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
