import { createHash } from 'node:crypto';

import { basicUserName } from '#snippets/typedValues.ts';
import { oktaRequest } from '#snippets/request.ts';
import type { SignInRequestId } from '#snippets/signIn/signInRequests.ts';
import {
  type SignInApp,
  signInAddress,
  signInScope,
  type SignInValues,
} from '#snippets/signIn/signInValues.ts';

import { serverPaths } from '../../lookalike/authorizationServer.ts';
import type { ArrivedRequest } from '../../lookalike/orgSettings.ts';
import type { OrgAddress } from '../../lookalike/personAtBrowser.ts';
import { valuesOf } from '../../lookalike/tokenRequest.ts';
import { accessTokenIn } from '../laneServer.ts';
import type { SignInCase } from './signInCases.ts';
import type { FinishedScript } from './signInRun.ts';
import type { WatchedOrg } from './signInServer.ts';

/** What a run is held against. */
export interface Situation {
  readonly request: SignInRequestId;
  readonly app: SignInApp;
  readonly values: SignInValues;
  readonly case: SignInCase;
  readonly clientSecret: string;
  readonly org: OrgAddress;
}

/** What it did. */
export interface Deeds {
  readonly watched: WatchedOrg;
  /** The script's own requests, without those of the person's browser. */
  readonly arrived: readonly ArrivedRequest[];
  /** Absent for the address, which is no script. */
  readonly script?: FinishedScript;
  readonly exposures: ReadonlySet<string>;
}

const ownPaths: ReadonlySet<string> = new Set([serverPaths.token, serverPaths.deviceAuthorize]);

function pathOf({ target }: ArrivedRequest): string {
  return target.split('?')[0] ?? '';
}

/** The requests of the script or the app itself, without those of the person's browser. */
export function ownRequests({ arrived }: WatchedOrg): readonly ArrivedRequest[] {
  return arrived.filter(
    (request) => ownPaths.has(pathOf(request)) || pathOf(request).startsWith('/api/'),
  );
}

/** What may stand in no process's arguments: the code, the verifier and all tokens. */
export function secretsIn(body: string, answer: string): readonly string[] {
  const form = new URLSearchParams(body);
  const tokens = accessTokenIn(answer) === undefined ? {} : (JSON.parse(answer) as object);
  return [
    ...['code', 'code_verifier', 'device_code', 'refresh_token'].flatMap((name) =>
      form.getAll(name),
    ),
    ...Object.entries(tokens).flatMap(([name, value]) =>
      name.endsWith('_token') ? [String(value)] : [],
    ),
  ].filter((secret) => secret.length >= 8);
}

/** Compares what was done with what was intended; empty when nothing differs. */
export function differencesOf(situation: Situation, deeds: Deeds): readonly string[] {
  const { watched, arrived, script, exposures } = deeds;
  const { ends, exchange } = situation.case.outcome;
  const words = arrived.map((request) => `${nameOf(request)} ${request.answer.status}`);
  return [
    ...watched.strays.map((stray) => `it called something else: ${stray}`),
    ...[...exposures].map((program) => `a secret among the arguments of ${program}`),
    ...difference('the exchange', words.join(', '), exchange.join(', ')),
    ...arrived.flatMap((request) => requestDifferences(situation, request, arrived)),
    ...(script === undefined ? [] : scriptDifferences(situation, script, arrived, ends)),
  ];
}

function nameOf(request: ArrivedRequest): string {
  const path = pathOf(request);
  if (path === serverPaths.token) return 'token';
  return path === serverPaths.deviceAuthorize ? 'device' : 'api';
}

function difference(what: string, is: unknown, intended: unknown): readonly string[] {
  const [left, right] = [JSON.stringify(is), JSON.stringify(intended)];
  return left === right ? [] : [`${what}: ${left}, and not ${right}`];
}

function requestDifferences(
  { app, values, clientSecret, case: { environment } }: Situation,
  request: ArrivedRequest,
  arrived: readonly ArrivedRequest[],
): readonly string[] {
  const [authorization] = valuesOf(request.headers, 'authorization');
  const [accept] = valuesOf(request.headers, 'accept');
  const common = difference('Accept', accept, 'application/json');
  if (nameOf(request) === 'api') {
    const { apiUrl } = oktaRequest(values);
    const tokens = arrived.flatMap(({ answer }) => accessTokenIn(answer.body) ?? []);
    return [
      ...common,
      ...difference(
        'the API call',
        request.target,
        apiUrl.slice(`https://${values.orgDomain}`.length),
      ),
      ...difference('its Authorization', authorization, `Bearer ${tokens.at(-1)}`),
    ];
  }
  const form = Object.fromEntries(new URLSearchParams(request.body));
  const given = environment?.['OKTA_CLIENT_SECRET'] ?? clientSecret;
  // HTTP Basic carries the client ID form-encoded (RFC 6749, section 2.3.1).
  const credentials = Buffer.from(`${basicUserName(values)}:${given}`).toString('base64');
  const client = app === 'web' ? {} : { client_id: values.clientId };
  return [
    ...common,
    ...difference(
      'Authorization',
      authorization,
      app === 'web' ? `Basic ${credentials}` : undefined,
    ),
    ...difference('the form', sorted(form), sorted({ ...intendedForm(form, values), ...client })),
  ];
}

/** What a form must hold; what no one can know before stands as it is. */
function intendedForm(
  form: Readonly<Record<string, string>>,
  values: SignInValues,
): Readonly<Record<string, string | undefined>> {
  const { grant_type: grantType, code, code_verifier, device_code, refresh_token } = form;
  switch (grantType) {
    case 'authorization_code':
      return { grant_type: grantType, redirect_uri: values.redirectUri, code, code_verifier };
    case 'refresh_token':
      return { grant_type: grantType, scope: signInScope(values), refresh_token };
    case undefined:
      return { scope: signInScope(values) };
    default:
      return { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code };
  }
}

function sorted(
  record: Readonly<Record<string, string | undefined>>,
): readonly (readonly [string, string | undefined])[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function scriptDifferences(
  situation: Situation,
  script: FinishedScript,
  arrived: readonly ArrivedRequest[],
  ends: 'well' | 'badly',
): readonly string[] {
  const {
    case: { outcome, refreshToken },
  } = situation;
  const kept = arrived
    .map(({ answer }) => /"refresh_token":"([^"]+)"/.exec(answer.body)?.[1])
    .findLast((token) => token !== undefined);
  const api = arrived.find((request) => nameOf(request) === 'api');
  const output = `${script.stdout}\n${script.stderr}`;
  const secrets = arrived.flatMap(({ body, answer }) => secretsIn(body, answer.body));
  return [
    ...difference('it ended', script.exitCode === 0 ? 'well' : 'badly', ends),
    ...difference('stdout', script.stdout, api?.answer.body ?? ''),
    ...(outcome.says ?? [])
      .filter((text) => !script.stderr.includes(text))
      .map((text) => `it does not say: ${text}`),
    ...secrets
      .filter((secret) => output.includes(secret))
      .map((secret) => `it prints a secret: ${secret.slice(0, 12)}…`),
    ...script.left.map((name) => `it left ${name}`),
    ...(kept === undefined
      ? difference(
          'the refresh token',
          script.refreshToken?.text.trimEnd(),
          situation.request.startsWith('renew-') ? refreshToken : undefined,
        )
      : [
          ...difference('the refresh token', script.refreshToken?.text, `${kept}\n`),
          ...difference('its file is for', script.refreshToken?.mode.toString(8), '600'),
        ]),
    ...openedDifferences(situation, script, arrived),
  ];
}

/** Holds the address that the person was asked to open against the values, and its challenge against the verifier. */
function openedDifferences(
  { request, values }: Situation,
  { opened }: FinishedScript,
  arrived: readonly ArrivedRequest[],
): readonly string[] {
  if (opened === undefined || request === 'sign-in-terminal') return [];
  const {
    code_challenge: challenge = '',
    state = '',
    ...rest
  } = Object.fromEntries(new URL(opened).searchParams);
  const verifiers = arrived.flatMap(({ body }) =>
    new URLSearchParams(body).getAll('code_verifier'),
  );
  return [
    ...difference(
      'the address to open',
      sorted(rest),
      sorted(Object.fromEntries(new URL(signInAddress(values)).searchParams)),
    ),
    ...(/^[0-9a-f]{32}$/.test(state) ? [] : [`the state is ${state}`]),
    ...verifiers.flatMap((verifier) =>
      difference(
        'the challenge',
        challenge,
        createHash('sha256').update(verifier).digest('base64url'),
      ),
    ),
  ];
}
