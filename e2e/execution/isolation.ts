import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { projectFolder } from '../../scripts/packages.mjs';
import { systemPath } from '../../scripts/toolchains.mjs';

/**
 * A lane is where snippets run unchanged: with a network that has nothing but its own loopback, an /etc/hosts in
 * which every org is this computer, and processes of its own. No packet can leave it, and nothing outside of it
 * changes. It takes root, or a system that lets everybody make user namespaces.
 */
export type LaneKind = readonly string[];

const namespaces = ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];
const kinds: readonly LaneKind[] = [namespaces, ['--user', '--map-root-user', ...namespaces]];

/**
 * Brings the loopback up, and puts the lane's names and the project's packages in their places. The lane gets a /tmp
 * of its own, in which only what it needs of the other is seen: .NET keeps locks and its compiler's socket there by
 * name, and two lanes, whose processes have the same numbers, would take each other's for their own.
 */
const preparation = [
  'set -eu',
  'ip link set lo up',
  'mount --bind "$LANE_FOLDER/hosts" /etc/hosts',
  'mount --bind "$PROJECT_FOLDER/node_modules" "$LANE_FOLDER/home/node_modules"',
  'for kept in "$PROJECT_FOLDER" "$(dirname "$LANE_FOLDER")"; do',
  '  case "$kept" in /tmp/*)',
  '    mkdir -p "$LANE_FOLDER$kept"',
  '    mount --rbind "$kept" "$LANE_FOLDER$kept"',
  '  esac',
  'done',
  'mount --rbind "$LANE_FOLDER/tmp" /tmp',
  'cd "$PROJECT_FOLDER"',
];

/**
 * Finds out how lanes can be made here.
 *
 * @param folder an empty one to try it in
 * @returns what `unshare` needs, or the words of what refused
 */
export function laneKindHere(
  folder: string,
): { readonly kind: LaneKind } | { readonly why: string } {
  layOut(folder, []);
  const reasons: string[] = [];
  for (const kind of kinds) {
    const { status, stderr, error } = spawnSync(
      'unshare',
      [...kind, 'sh', '-c', [...preparation, 'exit 0'].join('\n')],
      { encoding: 'utf8', env: environmentOf(folder) },
    );
    if (status === 0) return { kind };
    reasons.push(error?.message ?? stderr.trim().replaceAll('\n', '; '));
  }
  return { why: [...new Set(reasons)].join('; ') };
}

/** Lays out a lane's folder: its home for snippets, its /tmp, and its host names, which all mean this computer. */
export function layOut(folder: string, hosts: readonly string[]): void {
  mkdirSync(path.join(folder, 'home', 'node_modules'), { recursive: true });
  mkdirSync(path.join(folder, 'tmp'), { recursive: true });
  chmodSync(path.join(folder, 'tmp'), 0o1777);
  const lines = ['localhost', ...hosts].map((host) => `127.0.0.1 ${host}\n`);
  writeFileSync(path.join(folder, 'hosts'), lines.join(''));
}

/**
 * Runs `lane.ts` in a lane until it ends, and gives its exit code.
 *
 * @param folder laid out before
 * @param args for `lane.ts`, besides the folder
 * @param signal ends the lane, with all that runs in it
 */
export function runLane(
  kind: LaneKind,
  folder: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  // The shell stays, as the first process, because it also buries what others leave behind.
  const script = [...preparation, '"$NODE" --import tsx e2e/execution/lane.ts "$@"', 'exit $?'];
  return new Promise((resolve, reject) => {
    const child = spawn(
      'unshare',
      [...kind, 'sh', '-c', script.join('\n'), 'lane', folder, ...args],
      {
        cwd: projectFolder,
        env: environmentOf(folder),
        stdio: ['ignore', 'inherit', 'inherit'],
        signal,
        killSignal: 'SIGKILL',
      },
    );
    // A lane must not outlive whoever started it; `--kill-child` takes along what runs in it.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      resolve(code ?? 1);
    });
  });
}

function environmentOf(folder: string): Readonly<Record<string, string>> {
  return {
    PATH: systemPath,
    NODE: process.execPath,
    LANE_FOLDER: folder,
    PROJECT_FOLDER: projectFolder,
  };
}
