import { EventEmitter, once } from 'node:events';
import { request as httpsRequest } from 'node:https';

import { oktaRequest } from '#snippets/request.ts';
import {
  signInAppOf,
  signInRequest,
  type SignInRequestId,
  signInRequestIds,
} from '#snippets/signIn/signInRequests.ts';
import {
  defaultSignInValues,
  examplePkce,
  exampleSignInAddress,
} from '#snippets/signIn/signInValues.ts';

import { serverPaths } from '../../lookalike/authorizationServer.ts';
import type { OrgSettings } from '../../lookalike/orgSettings.ts';
import {
  type OrgAddress,
  type PersonDecision,
  personAtBrowser,
} from '../../lookalike/personAtBrowser.ts';
import { accessTokenIn } from '../laneServer.ts';
import { programsWith } from '../processArguments.ts';
import type { JobResult } from '../results.ts';
import { logins, type SignInCase, signInCases } from './signInCases.ts';
import {
  type Deeds,
  differencesOf,
  ownRequests,
  secretsIn,
  type Situation,
} from './signInComparison.ts';
import { type FinishedScript, type ScriptRun, scriptFolder } from './signInRun.ts';
import { type SignInServer, startSignInServer } from './signInServer.ts';

/** A run of a request, with what came of it. */
export interface DoneSignIn {
  readonly request: SignInRequestId;
  readonly kind: SignInCase['kind'];
  readonly result: JobResult;
}

/** Runs every request of a person's sign-in in every case that concerns it. */
export async function doneSignIns(workFolder: string): Promise<readonly DoneSignIn[]> {
  const apps = Object.values(defaultSignInValues);
  const others = signInCases.flatMap(({ values }) =>
    values === undefined ? [] : [values('native'), values('web')],
  );
  const server = await startSignInServer([
    ...new Set([...apps, ...others].map(({ orgDomain }) => orgDomain)),
  ]);
  const done: DoneSignIn[] = [];
  try {
    for (const request of signInRequestIds) {
      for (const each of signInCases.filter(({ concerns }) => concerns.includes(request))) {
        done.push({
          request,
          kind: each.kind,
          result: await resultOf(request, each, server, workFolder),
        });
      }
    }
  } finally {
    server.close();
  }
  return done;
}

/** The web app's secret, with the letters that secrets have. */
const usualSecret = 'made-up_Secret-0123456789';

async function resultOf(
  request: SignInRequestId,
  each: SignInCase,
  server: SignInServer,
  workFolder: string,
): Promise<JobResult> {
  const start = performance.now();
  const app = signInAppOf(request);
  const values = (each.values ?? ((one) => defaultSignInValues[one]))(app);
  const situation: Situation = {
    request,
    app,
    values,
    case: each,
    clientSecret: each.clientSecret ?? usualSecret,
    org: { host: values.orgDomain, port: server.port, authority: server.authority },
  };
  const deeds = await deedsOf(situation, server, workFolder);
  const differences = differencesOf(situation, deeds);
  return {
    job: `${request}: ${each.id}`,
    differences,
    injected: deeds.script?.left.includes('pwned') === true,
    milliseconds: Math.round(performance.now() - start),
    stderr: deeds.script?.stderr.slice(0, 1000) ?? '',
  };
}

async function deedsOf(
  situation: Situation,
  server: SignInServer,
  workFolder: string,
): Promise<Deeds> {
  const { request, app, values, org, clientSecret } = situation;
  const exposures = new Set<string>();
  const secrets = [clientSecret];
  const device = new EventEmitter();
  const pending = once(device, 'told to wait');
  const watched = await server.watch({
    ...settingsOf(situation),
    // The program that waits for the answer is still there, with its arguments.
    onArrived: ({ body, answer }) => {
      secrets.push(...secretsIn(body, answer.body));
      for (const program of programsWith(secrets)) exposures.add(program);
      if (answer.body.includes('"authorization_pending"')) device.emit('told to wait');
    },
  });
  if (request === 'sign-in-address') {
    const address = signInRequest(request, values).text;
    await exchangeAndCall(situation, await codeAt(address, situation));
    return { watched, arrived: ownRequests(watched), exposures };
  }
  const folder = scriptFolder(workFolder, org);
  const run = (id: SignInRequestId, changes: Partial<ScriptRun> = {}): Promise<FinishedScript> =>
    folder.run({
      text: signInRequest(id, values).text,
      fileName: `${id}.sh`,
      environment: app === 'web' ? { OKTA_CLIENT_SECRET: clientSecret } : {},
      person: personOf(situation),
      pasted: (address) => address,
      pending,
      ...changes,
    });
  if (request.startsWith('renew-')) {
    if (situation.case.refreshToken !== undefined) folder.keep(situation.case.refreshToken);
    else await run(app === 'web' ? 'sign-in-web-app' : 'sign-in-native-app');
  }
  const { pasted } = situation.case;
  const otherCode =
    pasted === undefined ? '' : await codeAt(exampleSignInAddress(values), situation);
  const before = ownRequests(watched).length;
  const script = await run(request, {
    environment: {
      ...(app === 'web' ? { OKTA_CLIENT_SECRET: clientSecret } : {}),
      ...situation.case.environment,
    },
    ...(pasted === undefined ? {} : { pasted: (address) => pasted(address, otherCode) }),
  });
  return { watched, arrived: ownRequests(watched).slice(before), script, exposures };
}

function personOf({ case: { person = { login: logins.admin } } }: Situation): PersonDecision {
  return person;
}

/** The code that a sign-in at the address brings. */
async function codeAt(address: string, situation: Situation): Promise<string> {
  const end = await personAtBrowser(situation.org, address, personOf(situation));
  return new URL(end).searchParams.get('code') ?? '';
}

function settingsOf({ app, values, clientSecret, case: { org } }: Situation): OrgSettings {
  const common = {
    clientId: values.clientId,
    redirectUris: [new URL(values.redirectUri).href, values.redirectUri],
    grantedScopes: values.scopes,
  };
  const { method, path } = values.operation;
  return {
    host: values.orgDomain,
    clients: [],
    signInApps: [
      app === 'web' ? { ...common, type: 'web', clientSecret } : { ...common, type: app },
    ],
    people: [
      { login: logins.admin, hasAdminRole: true, assignedTo: [values.clientId] },
      { login: logins.withoutRole, hasAdminRole: false, assignedTo: [values.clientId] },
    ],
    apiTokens: [],
    operations: [{ method, path, scopes: values.scopes }],
    devicePollInterval: 1,
    ...org,
  };
}

/** What an app does with the code that the example's address has brought. */
async function exchangeAndCall({ values, org }: Situation, code: string): Promise<void> {
  const { apiUrl } = oktaRequest(values);
  const answer = await send(org, 'POST', serverPaths.token, {}, [
    ['grant_type', 'authorization_code'],
    ['client_id', values.clientId],
    ['redirect_uri', values.redirectUri],
    ['code', code],
    ['code_verifier', examplePkce.verifier],
  ]);
  await send(org, 'GET', apiUrl.slice(`https://${org.host}`.length), {
    authorization: `Bearer ${accessTokenIn(answer) ?? ''}`,
  });
}

function send(
  { host, port, authority }: OrgAddress,
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>,
  form?: readonly (readonly [string, string])[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const message = httpsRequest(
      {
        host: '127.0.0.1',
        port,
        servername: host,
        ca: authority,
        method,
        path: target,
        headers: {
          host,
          accept: 'application/json',
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve(body));
      },
    );
    message.on('error', reject);
    message.end(
      form === undefined ? '' : new URLSearchParams(form.map((pair) => [...pair])).toString(),
    );
  });
}
