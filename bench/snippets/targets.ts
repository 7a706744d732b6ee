import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type TargetId = 'curl' | 'python' | 'php' | 'ruby' | 'go' | 'javascript';

/** A language and library that all generators write, and what runs it. */
export interface Target {
  readonly id: TargetId;
  readonly label: string;
  /** Name of the file that is run. */
  readonly fileName: string;
  /** What runs the file, the first that is there; the file's name follows its arguments. */
  readonly programs: readonly (readonly string[])[];
  /** Arguments after the program that fail when something is missing. */
  readonly check: readonly string[];
  /** Arguments after the program whose output names the version. */
  readonly version: readonly string[];
  readonly timeLimitInSeconds: number;
}

/** A target that this machine can run. */
export interface InstalledTarget extends Target {
  readonly command: readonly string[];
  /** For the table: `PHP 8.2.0`. */
  readonly versionText: string;
}

export const targets: readonly Target[] = [
  {
    id: 'curl',
    label: 'bash/curl',
    fileName: 'request.sh',
    programs: [['bash']],
    check: ['-c', 'curl --version && jq --version && openssl version'],
    version: ['-c', 'echo "bash $BASH_VERSION"; curl --version'],
    timeLimitInSeconds: 60,
  },
  {
    id: 'python',
    label: 'Python requests',
    fileName: 'request.py',
    // The system's own first: it has the packages of the distribution.
    programs: [['/usr/bin/python3'], ['python3']],
    check: ['-c', 'import requests'],
    version: [
      '-c',
      'import platform, requests; print("Python", platform.python_version()); print("requests", requests.__version__)',
    ],
    timeLimitInSeconds: 60,
  },
  {
    id: 'php',
    label: 'PHP curl',
    fileName: 'request.php',
    programs: [['php']],
    check: ['-r', 'exit(function_exists("curl_init") ? 0 : 1);'],
    version: ['-r', 'echo "PHP ", PHP_VERSION, "\\n";'],
    timeLimitInSeconds: 60,
  },
  {
    id: 'ruby',
    label: 'Ruby net/http',
    fileName: 'request.rb',
    programs: [['ruby']],
    check: ['-ropenssl', '-e', 'exit'],
    version: ['-e', 'puts "Ruby #{RUBY_VERSION}"'],
    timeLimitInSeconds: 60,
  },
  {
    id: 'go',
    label: 'Go',
    fileName: 'request.go',
    programs: [['go', 'run']],
    check: ['version'],
    version: ['version'],
    timeLimitInSeconds: 120,
  },
  {
    id: 'javascript',
    label: 'JavaScript fetch',
    // A module: some of the programs await at the top level, and none calls require.
    fileName: 'request.mjs',
    programs: [[process.execPath]],
    check: ['--version'],
    version: ['-p', '"Node.js " + process.versions.node'],
    timeLimitInSeconds: 60,
  },
];

const execute = promisify(execFile);

/** Finds what runs a target; undefined when it, or a library that its programs use, is missing. */
export async function installedTarget(target: Target): Promise<InstalledTarget | undefined> {
  for (const command of target.programs) {
    const [program = ''] = command;
    try {
      await execute(program, target.check);
      const { stdout } = await execute(program, target.version);
      return { ...target, command, versionText: versionIn(stdout) };
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/** `bash 5.2.15(1)-release` and `curl 7.88.1 (x86_64-pc-linux-gnu) …` become `bash 5.2.15, curl 7.88.1`. */
function versionIn(output: string): string {
  const names = output.matchAll(/^(?:go version )?([A-Za-z.]+?) ?(\d+(?:\.\d+)+)/gm);
  return [...names]
    .map(([, name, version]) => `${name === 'go' ? 'Go' : name} ${version}`)
    .join(', ');
}
