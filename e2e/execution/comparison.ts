import { calculateJwkThumbprint, type JWK } from 'jose';

import { jsonText } from '#snippets/encoders/jsonText.ts';
import type { ExactJson } from '#snippets/exactJson.ts';
import { errorHints } from '#snippets/errorHints.ts';
import { algorithmOf, type Form } from '#snippets/form.ts';
import type { Call, RequestValues } from '#snippets/values.ts';

import type { ArrivedRequest } from '../lookalike/orgSettings.ts';
import { callsIn, type Outcome, usesSdk, type Way } from './case.ts';
import type { FinishedRun } from './execution.ts';
import {
  assertionDifferences,
  checkProof,
  different,
  type Differences,
  unless,
} from './jwtChecks.ts';
import { accessTokenIn } from './laneServer.ts';
import type { Toolchain } from './toolchains.ts';

/** What a snippet was meant to do. */
export interface Intention {
  readonly form: Form;
  readonly language: string;
  readonly toolchain: Toolchain;
  readonly values: RequestValues;
  readonly outcome: Outcome;
  readonly way?: Way | undefined;
  /** The credential that it was given. */
  readonly credential: {
    /** The public half of the key in the file; undefined without one, and where it must not have been used. */
    readonly publicKey: JWK | undefined;
    readonly clientSecret: string;
    readonly apiToken: string;
  };
  /** What must arrive as the body of each call, with its secrets filled in. */
  readonly bodies: readonly (ExactJson | undefined)[];
  /** What it may never print, besides the access tokens. */
  readonly secrets: readonly string[];
}

/** What it did. */
export interface Deeds {
  /** Absent for messages that a client of ours has sent. */
  readonly run?: FinishedRun;
  readonly arrived: readonly ArrivedRequest[];
  readonly strays: readonly string[];
  readonly exposures: ReadonlySet<string>;
  /** Undefined when it made no connection. */
  readonly way?: Way | 'both' | undefined;
}

const tokenPath = '/oauth2/v1/token';

/**
 * Compares what a snippet did with what was intended, everything that can be seen from outside: each request
 * byte by byte as far as it is prescribed, their order, the output, and what is left behind.
 *
 * @returns what differs, in words; empty when nothing does
 */
export async function differencesBetween(intention: Intention, deeds: Deeds): Promise<Differences> {
  const { arrived, run } = deeds;
  return [
    ...deeds.strays.map((stray) => `it called something else: ${stray}`),
    ...[...deeds.exposures].map((program) => `a secret among the arguments of ${program}`),
    ...(intention.way === undefined ? [] : different('its way', deeds.way, intention.way)),
    ...exchangeDifferences(intention.outcome, arrived),
    ...(intention.outcome.exchange === null ? [] : await requestDifferences(intention, arrived)),
    ...waitDifferences(arrived),
    ...(run === undefined ? [] : runDifferences(intention, arrived, run)),
  ];
}

const isToken = ({ target }: ArrivedRequest): boolean => target.split('?')[0] === tokenPath;
const isGood = ({ answer }: ArrivedRequest): boolean => answer.status < 300;

function exchangeDifferences(
  { exchange }: Outcome,
  arrived: readonly ArrivedRequest[],
): Differences {
  const words = arrived.map(
    (request) =>
      `${isToken(request) ? 'token' : 'api'} ${isGood(request) ? 'ok' : request.answer.status}`,
  );
  if (exchange === null) {
    return unless(!words.includes('api ok'), `the API answered it: ${words.join(', ')}`);
  }
  const [actual, intended] = [words, exchange].map((each) => each.join(', ') || 'no request');
  return different('the exchange', actual, intended);
}

/** What the requests so far have brought, as far as the next ones depend on it. */
interface Progress {
  accessToken: string;
  readonly nonces: string[];
  readonly assertions: Set<string>;
  readonly proofs: Set<string>;
  /** Of the key of the first proof, which all others must have. */
  thumbprint: string;
  /** Where the next page is, when the last answer named one. */
  next: string | undefined;
  /** How many calls have been answered to their last page. */
  doneCalls: number;
}

async function requestDifferences(
  intention: Intention,
  arrived: readonly ArrivedRequest[],
): Promise<Differences> {
  const progress: Progress = {
    accessToken: '',
    nonces: [],
    assertions: new Set(),
    proofs: new Set(),
    thumbprint: '',
    next: undefined,
    doneCalls: 0,
  };
  const differences: string[] = [];
  for (const [index, request] of arrived.entries()) {
    const found = [
      ...commonDifferences(request),
      ...(isToken(request)
        ? await tokenRequestDifferences(intention, request, progress)
        : await apiRequestDifferences(intention, request, progress)),
    ];
    differences.push(...found.map((difference) => `request ${index + 1}: ${difference}`));
    const { body, headers } = request.answer;
    if (isToken(request)) {
      if (isGood(request)) progress.accessToken = accessTokenIn(body) ?? '';
      const nonce = headers['dpop-nonce'];
      if (typeof nonce === 'string') progress.nonces.push(nonce);
    } else if (isGood(request)) {
      progress.next = nextLinkIn(headers['link']);
      if (progress.next === undefined) progress.doneCalls += 1;
    }
  }
  return differences;
}

function commonDifferences(request: ArrivedRequest): Differences {
  const once = ['host', 'accept', 'authorization', 'content-type', 'dpop'];
  return [
    ...different('accept', valuesOf(request, 'accept').join(), 'application/json'),
    ...once.flatMap((name) =>
      unless(valuesOf(request, name).length <= 1, `several headers ${name}`),
    ),
    ...request.headers.flatMap(([name]) =>
      unless(!/injected/i.test(name), `an injected header: ${name}`),
    ),
  ];
}

/** Facts C25, E23, E24; RFC 6749, section 4.4.2; RFC 7523, section 2.2. */
async function tokenRequestDifferences(
  { form, language, values, credential }: Intention,
  request: ArrivedRequest,
  progress: Progress,
): Promise<Differences> {
  const tokenUrl = `https://${values.orgDomain}${tokenPath}`;
  const parameters = new URLSearchParams(request.body);
  const serviceApp = form.method === 'serviceApp';
  const names = ['grant_type', 'scope'];
  if (serviceApp) names.push('client_assertion_type', 'client_assertion');
  // Form-encoded, as RFC 6749 has it in section 2.3.1.
  const basic = Buffer.from(
    `${encodedInForm(values.clientId)}:${credential.clientSecret}`,
  ).toString('base64');
  return [
    ...different('method', request.method, 'POST'),
    ...different('target', request.target, tokenPath),
    ...unless(
      /^application\/x-www-form-urlencoded(?:; ?charset=utf-8)?$/i.test(
        valuesOf(request, 'content-type').join(),
      ),
      `content-type is ${valuesOf(request, 'content-type').join()}`,
    ),
    ...different('parameters', [...parameters.keys()].toSorted().join(), names.toSorted().join()),
    ...different('grant_type', parameters.get('grant_type'), 'client_credentials'),
    ...different('scope', parameters.get('scope'), values.scopes.join(' ')),
    ...different(
      'authorization',
      valuesOf(request, 'authorization').join(),
      serviceApp ? '' : `Basic ${basic}`,
    ),
    ...(serviceApp && credential.publicKey !== undefined
      ? [
          ...different(
            'client_assertion_type',
            parameters.get('client_assertion_type'),
            'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          ),
          ...(await assertionDifferences(
            parameters.get('client_assertion') ?? '',
            {
              algorithm: algorithmOf(form.keyType ?? 'RSA'),
              keyId: values.keyId,
              clientId: values.clientId,
              tokenUrl,
              publicKey: credential.publicKey,
              at: request.at,
            },
            progress.assertions,
          )),
        ]
      : []),
    ...(await proofDifferences(form, request, progress, {
      method: 'POST',
      url: tokenUrl,
      // The SDK asks without a nonce each time.
      nonces: usesSdk(language) && nonceOf(request) === undefined ? [] : progress.nonces,
    })),
    ...(await separateKeyDifferences(language, credential.publicKey, progress)),
  ];
}

/** Fact D14: the key of the proofs is another one than the client's, but for the SDK for Node.js. */
async function separateKeyDifferences(
  language: string,
  clientKey: JWK | undefined,
  { thumbprint }: Progress,
): Promise<Differences> {
  if (clientKey === undefined || thumbprint === '' || usesSdk(language)) return [];
  return unless(
    (await calculateJwkThumbprint(clientKey)) !== thumbprint,
    'the proof is signed with the key of the client',
  );
}

async function apiRequestDifferences(
  { form, values, credential, bodies }: Intention,
  request: ArrivedRequest,
  progress: Progress,
): Promise<Differences> {
  const origin = `https://${values.orgDomain}`;
  const { accessToken, next, doneCalls } = progress;
  const call = callsIn(values)[doneCalls] ?? values;
  const intendedBody = bodies[doneCalls];
  const bound = form.variant === 'dpop';
  const authorization =
    form.method === 'apiToken'
      ? `SSWS ${credential.apiToken}`
      : `${bound ? 'DPoP' : 'Bearer'} ${accessToken}`;
  const body = intendedBody === undefined ? undefined : canonical(jsonText(intendedBody));
  const [path = ''] = request.target.split('?');
  return [
    ...different('method', request.method, call.operation.method),
    ...different(
      'target',
      `${origin}${request.target}`,
      next ?? `${origin}${intendedTarget(call)}`,
    ),
    ...different('authorization', valuesOf(request, 'authorization').join(), authorization),
    ...contentTypeDifferences(valuesOf(request, 'content-type').join(), body !== undefined),
    ...(body === undefined
      ? different('body', request.body, '')
      : different('body', canonical(request.body), body)),
    ...(await proofDifferences(form, request, progress, {
      method: call.operation.method,
      url: `${origin}${path}`,
      accessToken,
      nonces: [],
    })),
  ];
}

/** A request without body may name a type all the same: Ruby's library names one for every empty POST. */
function contentTypeDifferences(given: string, hasBody: boolean): readonly string[] {
  if (!hasBody && (given === '' || given === 'application/json')) return [];
  return different('content-type', given, 'application/json');
}

/**
 * The target to the last byte: each value with all but the unreserved characters of RFC 3986 encoded, and in the path
 * all but `@` and `+` too.
 */
function intendedTarget({ operation, pathParameters, query }: Call): string {
  const path = operation.path.replaceAll(/\{([^}]*)\}/g, (_, name: string) =>
    encoded(pathParameters[name] ?? '')
      .replaceAll('%40', '@')
      .replaceAll('%2B', '+'),
  );
  const pairs = query.map(({ name, value }) => `${encoded(name)}=${encoded(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** Its own way, apart from the encoder that the snippets are made with. */
function encoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCodePoint(byte);
      return /[A-Za-z0-9\-._~]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

async function proofDifferences(
  { method, variant }: Form,
  request: ArrivedRequest,
  progress: Progress,
  intended: { method: string; url: string; accessToken?: string; nonces: readonly string[] },
): Promise<Differences> {
  const [proof] = valuesOf(request, 'dpop');
  if (method !== 'serviceApp' || variant === 'bearer') {
    return unless(proof === undefined, 'it has a DPoP proof');
  }
  if (proof === undefined) return ['it has no DPoP proof'];
  const { differences, thumbprint } = await checkProof(
    proof,
    { ...intended, at: request.at },
    progress.proofs,
  );
  if (progress.thumbprint === '') progress.thumbprint = thumbprint;
  return [
    ...differences,
    ...unless(
      thumbprint === progress.thumbprint,
      'the proof is signed with another key than before',
    ),
  ];
}

function nonceOf(request: ArrivedRequest): unknown {
  const [, claims = ''] = (valuesOf(request, 'dpop')[0] ?? '').split('.');
  try {
    return JSON.parse(Buffer.from(claims, 'base64url').toString())['nonce'];
  } catch {
    return undefined;
  }
}

/** After 429 nobody calls before the reset, or before a second has passed (fact C40). */
function waitDifferences(arrived: readonly ArrivedRequest[]): Differences {
  return arrived.flatMap(({ at, answer }, index) => {
    const next = arrived[index + 1];
    if (answer.status !== 429 || next === undefined) return [];
    const reset = answer.headers['x-rate-limit-reset'];
    const earliest = Math.max(at + 1000, reset === undefined ? 0 : Number(reset) * 1000);
    return unless(next.at >= earliest, `it called ${earliest - next.at} ms before the reset`);
  });
}

function runDifferences(
  intention: Intention,
  arrived: readonly ArrivedRequest[],
  run: FinishedRun,
): Differences {
  const secrets = [
    ...intention.secrets,
    ...arrived.flatMap(({ answer }) => accessTokenIn(answer.body) ?? []),
  ];
  const stderr = run.stderr.replaceAll(intention.toolchain.noise ?? /(?!)/g, '');
  const printsEveryBody = intention.toolchain.printsEveryBody?.(intention.form) === true;
  return [
    ...unless(!run.timedOut, 'it did not end within the time limit'),
    ...run.left.map((name) => `it left a file: ${name}`),
    ...secrets.flatMap((secret) =>
      unless(!`${run.stdout}${run.stderr}`.includes(secret), 'it printed a secret'),
    ),
    ...outputDifferences(
      withoutHeadings(run.stdout, intention),
      arrived,
      intention.outcome,
      printsEveryBody,
    ),
    ...(intention.outcome.ends === 'well'
      ? [...different('exit code', run.exitCode, 0), ...different('stderr', stderr, '')]
      : [
          ...unless(run.exitCode !== 0, 'exit code is 0'),
          ...unless(stderr.trim() !== '', 'it says nothing'),
          ...messageDifferences(intention, arrived, { stdout: run.stdout, stderr }),
        ]),
  ];
}

/** A program of several calls names each before its answer: method and URL, in a line of their own. */
function withoutHeadings(stdout: string, { values }: Intention): string {
  const calls = callsIn(values);
  if (calls.length === 1) return stdout;
  let rest = stdout;
  for (const call of calls) {
    const heading = `${call.operation.method} https://${values.orgDomain}${intendedTarget(call)}\n`;
    const at = rest.startsWith(heading) ? 0 : rest.indexOf(`\n${heading}`) + 1;
    if (at === 0 && !rest.startsWith(heading)) return stdout;
    rest = rest.slice(0, at) + rest.slice(at + heading.length);
  }
  return rest;
}

/** The API's bodies as they came, each with a line end; when it fails on the way, as far as it came. */
function outputDifferences(
  stdout: string,
  arrived: readonly ArrivedRequest[],
  { ends }: Outcome,
  printsEveryBody: boolean,
): Differences {
  const bodies = arrived
    .filter((request) => !isToken(request) && (printsEveryBody || isGood(request)))
    .map(({ answer }) => (printsEveryBody ? answer.body : `${answer.body}\n`));
  const printed = bodies.map((_, index) => bodies.slice(0, index + 1).join(''));
  // An answer without a body may be an empty line, or nothing.
  const mayBeEmpty = ends === 'badly' || bodies.every((body) => body.trim() === '');
  if (stdout === '' && mayBeEmpty) return [];
  if (ends === 'badly' && printed.includes(stdout)) return [];
  return different('stdout', stdout, printed.at(-1) ?? '');
}

/**
 * What a failed snippet says: the answer that it failed with, and what to do about it. The API refuses an access
 * token without a body, so the status and the `WWW-Authenticate` header must stand in the message itself.
 *
 * @param run with stderr free of the toolchain's noise
 */
function messageDifferences(
  { form, outcome, toolchain }: Intention,
  arrived: readonly ArrivedRequest[],
  { stdout, stderr }: Pick<FinishedRun, 'stdout' | 'stderr'>,
): Differences {
  const last = arrived.at(-1);
  const failed =
    last !== undefined && !isGood(last) && outcome.exchange !== null ? last : undefined;
  const inMessage: string[] = [];
  const anywhere = [...(outcome.says ?? [])];
  if (failed !== undefined) {
    const { status, headers, body } = failed.answer;
    const shown = toolchain.shows?.(form, failed.answer, isToken(failed)) ?? [String(status), body];
    for (const text of shown) (text === body ? anywhere : inMessage).push(text);
    const challenge = [headers['www-authenticate'] ?? []].flat();
    inMessage.push(...challenge);
    if (form.request === 'everything') {
      const described = [...challenge, body].join('\n');
      const hint = errorHints(form).find(({ code }) => described.includes(code))?.hint;
      if (hint !== undefined) inMessage.push(hint);
    }
  }
  const said = toolchain.printsEveryBody?.(form) === true ? `${stdout}\n${stderr}` : stderr;
  return [
    ...inMessage.filter((text) => !stderr.includes(text)),
    ...anywhere.filter((text) =>
      typeof text === 'string' ? !said.includes(text) : !text.test(said),
    ),
  ].map((text) => `it does not say ${JSON.stringify(String(text).slice(0, 200))}`);
}

function valuesOf({ headers }: ArrivedRequest, name: string): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}

function nextLinkIn(header: string | readonly string[] | undefined): string | undefined {
  return /<([^>]*)>; rel="next"/.exec([header ?? []].flat().join(', '))?.[1];
}

/** JSON without blanks, its strings in one form. Numbers and the order of members stay as they are. */
function canonical(json: string): string {
  try {
    JSON.parse(json);
  } catch {
    return json;
  }
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|\s+/g, (token) =>
    token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : '',
  );
}

/** As the form of a URL has it, with every character encoded that may be. */
function encodedInForm(text: string): string {
  return new URLSearchParams({ text })
    .toString()
    .slice('text='.length)
    .replaceAll('*', '%2A')
    .replaceAll('+', '%20');
}
