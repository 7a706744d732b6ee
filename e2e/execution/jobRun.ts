import type { JWK } from 'jose';

import { bodyVariables } from '#snippets/bodySecrets.ts';
import { callsOf, oktaRequest } from '#snippets/request.ts';

import { lookalikeOrg } from '../lookalike/org.ts';
import {
  bodyWithSecrets,
  callsIn,
  environmentFor,
  orgFor,
  type SecretEnvironment,
  type Way,
  variablesOf,
} from './case.ts';
import { type Deeds, differencesBetween } from './comparison.ts';
import { type Credentials, privateLinesOf } from './credentials.ts';
import type { FinishedRun, Runner } from './execution.ts';
import { sendHttpFile } from './httpExchange.ts';
import { type Job, pagesNeeded } from './jobs.ts';
import { type LaneServer, proxyPort } from './laneServer.ts';
import type { JobResult } from './results.ts';
import { type Toolchain, toolchains, type TrustFiles } from './toolchains.ts';

/** What the jobs of a lane share. */
export interface Lane {
  readonly server: LaneServer;
  readonly runner: Runner;
  readonly credentials: Credentials;
  readonly trust: TrustFiles;
  /** PEM of the certificate authority. */
  readonly authority: string;
}

/** Runs a job against an org of its own, and compares what came of it with what was intended. */
export async function resultOf(job: Job, lane: Lane): Promise<JobResult> {
  const start = performance.now();
  const { values, snippet } = job;
  const { form, language } = snippet;
  const toolchain = toolchains[language];
  if (toolchain === undefined) throw new Error(`No toolchain is known for ${language}.`);
  const credentials = credentialsFor(job, lane);
  const settings = orgFor(form, values, credentials);
  const environment = environmentFor(form, credentials);
  const given = job.case.environment?.(environment, credentials, form) ?? environment;
  const observation = lane.server.watch({
    org: await lookalikeOrg(job.case.org?.(settings) ?? settings),
    host: values.orgDomain,
    disturbance: job.case.disturbance,
    secrets: [credentials.clientSecret, credentials.apiToken, credentials.bodySecret],
  });
  const ended = await runOrSend(job, given, toolchain, lane);
  const deeds: Deeds = {
    ...(ended.run === undefined ? {} : { run: ended.run }),
    arrived: observation.arrived(),
    strays: observation.strays,
    exposures: observation.exposures,
    way: observation.way(),
  };
  const differences = await differencesBetween(
    {
      form,
      language,
      toolchain,
      values,
      bodies: callsOf(oktaRequest(values)).map(({ json }) =>
        json === null ? undefined : bodyWithSecrets(json, given),
      ),
      way: job.case.way,
      outcome: job.case.outcome({ form, language, pages: pagesNeeded(form, values) }),
      credential: {
        publicKey: publicKeyOf(given, credentials),
        clientSecret: given.clientSecret ?? '',
        apiToken: given.apiToken ?? '',
      },
      secrets: secretsOf(credentials),
    },
    deeds,
  );
  return {
    job: job.id,
    differences: [...ended.errors, ...differences],
    injected: isInjected(deeds),
    milliseconds: Math.round(performance.now() - start),
    stderr: (deeds.run?.stderr ?? '').slice(0, 2000),
  };
}

/** Hostile values come with a hostile secret, as far as it is one that a person chooses. */
function credentialsFor({ kind }: Job, { credentials }: Lane): Credentials {
  return kind === 'hostile'
    ? { ...credentials, clientSecret: credentials.hostileClientSecret }
    : credentials;
}

function secretsOf({ apiToken, bodySecret, clientSecret, keys }: Credentials): readonly string[] {
  return [clientSecret, apiToken, bodySecret, ...Object.values(keys).flatMap(privateLinesOf)];
}

interface Ended {
  readonly run?: FinishedRun;
  readonly errors: readonly string[];
}

async function runOrSend(
  { snippet, values, case: { distrust, way } }: Job,
  environment: SecretEnvironment,
  toolchain: Toolchain,
  lane: Lane,
): Promise<Ended> {
  const { proof, trust, caches, settings } = toolchain;
  if (proof === 'send') {
    try {
      await sendHttpFile(snippet, values, environment, lane.authority);
      return { errors: [] };
    } catch (error) {
      return { errors: [String(error)] };
    }
  }
  if (snippet.run === null) return { errors: ['it has no command'] };
  const run = await lane.runner.run({
    text: snippet.text,
    runAs: snippet.runAs,
    command: snippet.run,
    environment: {
      ...settings,
      ...variablesOf(snippet.environment, environment),
      // Java and Ruby read an environment in the encoding of the locale.
      ...(callsIn(values).some(({ body }) => body !== undefined && bodyVariables(body).length > 0)
        ? { LC_ALL: 'C.UTF-8' }
        : {}),
      ...(distrust === true ? {} : trust(lane.trust)),
      ...proxySettings(toolchain, way, distrust === true ? {} : trust(lane.trust)),
    },
    caches,
  });
  return { run, errors: [] };
}

/** The environment variables that send a language through the lane's proxy, or past it. */
function proxySettings(
  { proxy }: Toolchain,
  way: Way | undefined,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (proxy === undefined || way === undefined) return {};
  return proxy({ host: '127.0.0.1', port: proxyPort, isAvoided: way === 'pastProxy' }, others);
}

/** Whether anything has happened that only a value can have asked for. */
function isInjected({ run, arrived, strays }: Deeds): boolean {
  return (
    (run?.left ?? []).length > 0 ||
    strays.length > 0 ||
    arrived.some(({ headers }) => headers.some(([name]) => /injected/i.test(name)))
  );
}

/** The public half of the key that a snippet was given. */
function publicKeyOf(
  { privateKeyFile }: SecretEnvironment,
  { keys, strangeKeys }: Credentials,
): JWK | undefined {
  return [...Object.values(keys), ...Object.values(strangeKeys)].find(
    ({ file, otherForms }) =>
      privateKeyFile !== undefined && [file, ...Object.values(otherForms)].includes(privateKeyFile),
  )?.publicKey;
}
