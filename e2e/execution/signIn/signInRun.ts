import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { systemPath } from '../../../scripts/toolchains.mjs';
import {
  type OrgAddress,
  type PersonDecision,
  personAtBrowser,
} from '../../lookalike/personAtBrowser.ts';

/** A script, the shell in which it runs, and the person who sits there. */
export interface ScriptRun {
  readonly text: string;
  readonly fileName: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly person: PersonDecision;
  /** What the person pastes, of the address at which the browser ends. */
  readonly pasted: (address: string) => string;
  /** Settles when the device has been told to wait, which is when the person acts. */
  readonly pending: Promise<unknown>;
}

/** What came of a run. */
export interface FinishedScript {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The address that the script asked the person to open; undefined when it asked for none. */
  readonly opened: string | undefined;
  /** The file for the refresh token; undefined when there is none. */
  readonly refreshToken: { readonly text: string; readonly mode: number } | undefined;
  /** What the script has left in its folder besides. */
  readonly left: readonly string[];
}

/** A folder from which every request of curl goes to the org's server, whatever host it names. */
export interface ScriptFolder {
  readonly run: (script: ScriptRun) => Promise<FinishedScript>;
  readonly keep: (refreshToken: string) => void;
}

const timeLimit = 60_000;
const refreshTokenFile = 'refresh token';

/** Makes a folder for the runs of one case, in which the refresh token stays from one run to the next. */
export function scriptFolder(parent: string, org: OrgAddress): ScriptFolder {
  const home = mkdtempSync(path.join(parent, 'home-'));
  const authority = path.join(home, 'authority.pem');
  writeFileSync(authority, org.authority);
  writeFileSync(path.join(home, '.curlrc'), `connect-to = "::127.0.0.1:${org.port}"\n`);
  const folder = path.join(home, 'work');
  mkdirSync(folder);
  const file = path.join(folder, refreshTokenFile);
  return {
    keep: (refreshToken) => writeFileSync(file, `${refreshToken}\n`, { mode: 0o600 }),
    run: async ({ text, fileName, environment, person, pasted, pending }) => {
      const program = path.join(folder, fileName);
      writeFileSync(program, text);
      const child = spawn('bash', [fileName], {
        cwd: folder,
        env: {
          PATH: systemPath,
          HOME: home,
          TMPDIR: home,
          CURL_CA_BUNDLE: authority,
          OKTA_REFRESH_TOKEN_FILE: file,
          ...environment,
        },
        timeout: timeLimit,
        killSignal: 'SIGKILL',
      });
      const output = { stdout: '', stderr: '' };
      let opened: string | undefined;
      let problem: unknown;
      for (const stream of ['stdout', 'stderr'] as const) {
        child[stream].setEncoding('utf8').on('data', (chunk: string) => {
          output[stream] += chunk;
          if (opened !== undefined) return;
          opened = /(https:\/\/\S+)\n/.exec(output.stderr)?.[1];
          if (opened === undefined) return;
          act(opened).catch((error: unknown) => {
            problem = error;
            child.kill('SIGKILL');
          });
        });
      }
      async function act(address: string): Promise<void> {
        const isDevice = address.includes('user_code=');
        if (isDevice) await pending;
        const end = await personAtBrowser(org, address, person);
        if (!isDevice) child.stdin.write(`${pasted(end)}\n`);
      }
      // A script that has ended reads nothing any more.
      child.stdin.on('error', () => undefined);
      const exitCode = await new Promise<number | null>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', resolve);
      });
      rmSync(program);
      if (problem !== undefined) throw problem;
      return {
        exitCode,
        ...output,
        opened,
        refreshToken: existsSync(file)
          ? { text: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 }
          : undefined,
        left: readdirSync(folder).filter((name) => name !== refreshTokenFile),
      };
    },
  };
}
