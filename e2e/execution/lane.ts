// Runs in a lane (see `isolation.ts`): a share of the jobs, one after the other.
// Arguments: the lane's folder, the folder with the snippets, the lane's number, how many lanes there are, and
// the languages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { powershellFolder } from '../../scripts/dotnetTools.mjs';
import { systemPath } from '../../scripts/toolchains.mjs';
import { loopbackCertificate } from '../lookalike/certificate.ts';
import { newCredentials } from './credentials.ts';
import { runnerIn } from './execution.ts';
import { type Lane, resultOf } from './jobRun.ts';
import { plannedJobs, readSnippetsForRuns } from './jobs.ts';
import { textsAt } from './jsonShape.ts';
import { allHosts, resultsFile, wantedJobsFile } from './laneFiles.ts';
import { startLaneServer } from './laneServer.ts';
import { addResult } from './results.ts';
import { toolchains, type TrustFiles, trustStorePassword } from './toolchains.ts';

async function main(args: readonly string[]): Promise<void> {
  const [folder = '', snippets = '', number = '', of = '', ...languages] = args;
  const file = wantedJobsFile(snippets);
  const wanted = new Set(textsAt(JSON.parse(readFileSync(file, 'utf8')), file));
  const jobs = plannedJobs(readSnippetsForRuns(snippets), languages)
    .filter(({ id }) => wanted.has(id))
    .filter((_, index) => index % Number(of) === Number(number));
  const lane = await openLane(folder, languages);
  try {
    for (const job of jobs) addResult(resultsFile(folder), await resultOf(job, lane));
  } finally {
    lane.server.close();
  }
}

async function openLane(folder: string, languages: readonly string[]): Promise<Lane> {
  const certificate = await loopbackCertificate(allHosts());
  const home = path.join(folder, 'home');
  const runner = runnerIn(home, `${programsIn(folder)}:${systemPath}`);
  for (const language of languages) {
    const { prepare, settings = {} } = toolchains[language] ?? {};
    if (prepare !== undefined) runner.prepare(prepare, settings);
  }
  return {
    server: await startLaneServer(certificate),
    runner,
    credentials: await newCredentials(path.join(folder, 'keys'), certificate.certificate),
    trust: writeTrustFiles(path.join(folder, 'trust'), certificate.authority, languages),
    authority: certificate.authority,
  };
}

/** A folder with this very Node.js, to stand before any other, and with PowerShell. */
function programsIn(folder: string): string {
  const programs = path.join(folder, 'programs');
  mkdirSync(programs);
  symlinkSync(process.execPath, path.join(programs, 'node'));
  for (const name of ['npm', 'npx']) {
    const program = path.join(path.dirname(process.execPath), name);
    if (existsSync(program)) symlinkSync(program, path.join(programs, name));
  }
  // As the lane sees it: whoever runs the snippets may not see the project's own folder.
  symlinkSync(path.join(folder, 'home', powershellFolder, 'pwsh'), path.join(programs, 'pwsh'));
  return programs;
}

function writeTrustFiles(
  folder: string,
  authority: string,
  languages: readonly string[],
): TrustFiles {
  const files = {
    authority: path.join(folder, 'authority.pem'),
    trustStore: path.join(folder, 'trust.p12'),
    phpFolder: path.join(folder, 'php'),
  };
  mkdirSync(files.phpFolder, { recursive: true });
  writeFileSync(files.authority, authority);
  const ini = ['curl.cainfo', 'openssl.cafile'].map((name) => `${name}="${files.authority}"\n`);
  writeFileSync(path.join(files.phpFolder, 'authority.ini'), ini.join(''));
  if (languages.includes('java')) writeTrustStore(files);
  return files;
}

function writeTrustStore({ authority, trustStore }: TrustFiles): void {
  const args = ['-importcert', '-noprompt', '-alias', 'lane', '-file', authority];
  args.push('-keystore', trustStore, '-storetype', 'PKCS12', '-storepass', trustStorePassword);
  const { status, stdout } = spawnSync('keytool', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`keytool: ${stdout}`);
}

await main(process.argv.slice(2));
