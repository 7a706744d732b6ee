// `npm run test:collections`: the collections for Postman and Bruno, run by these tools' own command-line runners against
// the look-alike org. A runner that npm cannot install is skipped by name.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { OutcomeId } from '#guide/nodeIds.ts';
import { brunoCollection } from '#snippets/exchange/bruno.ts';
import { postmanCollection, postmanEnvironment } from '#snippets/exchange/postman.ts';
import type { KeyType } from '#snippets/form.ts';
import type { RequestValues } from '#snippets/values.ts';

import { type KeyForm, privateLinesOf } from '../execution/credentials.ts';
import {
  clientIds,
  type CollectionOrg,
  lineOf,
  signatureDifferences,
  startCollectionOrg,
} from './collectionOrg.ts';
import {
  brunoCli,
  type CollectionRunner,
  type Finished,
  installed,
  type InstalledRunner,
  newman,
  newmanAsPublished,
  postmanCli,
  run,
  unpackForBruno,
} from './runners.ts';

type Ready = Exclude<InstalledRunner, { why: string }>;

interface Sending {
  readonly method: OutcomeId;
  readonly values: RequestValues;
  /** Names of requests, in their order. */
  readonly requests: readonly string[];
  readonly secrets: Readonly<Record<string, string>>;
}

/** A runner, and how it is told what to send. */
interface Way {
  readonly runner: CollectionRunner;
  readonly mode?: 'safe' | 'developer';
  readonly send: (ready: Ready, sending: Sending, folder: string) => Promise<Finished>;
}

const work = mkdtempSync(path.join(tmpdir(), 'collections-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let org: CollectionOrg;
beforeAll(async () => {
  org = await startCollectionOrg(work);
});
afterAll(() => org.close());

/** Writes the collection and the environment, with its secrets filled in as a person fills them in. */
function postmanFiles({ method, values, secrets }: Sending, folder: string) {
  const files = {
    collection: path.join(folder, 'collection.json'),
    environment: path.join(folder, 'environment.json'),
    exported: path.join(folder, 'exported.json'),
  };
  const environment = JSON.parse(postmanEnvironment(method)) as {
    readonly values: { readonly key: string; value: string }[];
  };
  for (const entry of environment.values) entry.value = secrets[entry.key] ?? '';
  writeFileSync(files.collection, postmanCollection(method, values));
  writeFileSync(files.environment, JSON.stringify(environment));
  return files;
}

async function sendByNewman(ready: Ready, sending: Sending, folder: string): Promise<Finished> {
  const { collection, environment, exported } = postmanFiles(sending, folder);
  const args = ['run', collection, '-e', environment, '--color', 'off'];
  args.push('--ssl-extra-ca-certs', org.authorityFile, '--export-collection', exported);
  for (const name of sending.requests) args.push('--folder', name);
  return run(process.execPath, [ready.program, ...args], { cwd: folder });
}

async function sendByPostman(ready: Ready, sending: Sending, folder: string): Promise<Finished> {
  const { collection, environment } = postmanFiles(sending, folder);
  const args = ['collection', 'run', collection, '-e', environment];
  args.push('--ssl-extra-ca-certs', org.authorityFile);
  for (const name of sending.requests) args.push('-i', name);
  // Its settings go into the home folder.
  return run(ready.program, args, { cwd: folder, env: { HOME: folder } });
}

function sendByBruno(mode: 'safe' | 'developer'): Way['send'] {
  return async (ready, { method, values, requests, secrets }, folder) => {
    const collection = path.join(folder, 'collection');
    unpackForBruno(ready, brunoCollection(method, values), collection);
    const args = ['run', ...requests.map((name) => `${name}.bru`), `--sandbox=${mode}`];
    args.push('--cacert', org.authorityFile);
    if (method === 'serviceApp') args.push('--env', 'Okta');
    return run(process.execPath, [ready.program, ...args], { cwd: collection, env: secrets });
  };
}

const ways: readonly Way[] = [
  { runner: newman, send: sendByNewman },
  { runner: postmanCli, send: sendByPostman },
  { runner: brunoCli, mode: 'safe', send: sendByBruno('safe') },
  { runner: brunoCli, mode: 'developer', send: sendByBruno('developer') },
];

const runners = new Map<CollectionRunner, InstalledRunner>();
for (const runner of [newman, newmanAsPublished, postmanCli, brunoCli]) {
  const found = await installed(runner);
  runners.set(runner, found);
  if ('why' in found) process.stdout.write(`SKIPPED: ${runner.name}: ${found.why}\n`);
}

function readyOf(runner: CollectionRunner): Ready | undefined {
  const found = runners.get(runner);
  return found === undefined || 'why' in found ? undefined : found;
}

const requests = {
  bearer: ['Ask for an access token', 'Call the API'],
  dpop: ['Call the API with DPoP'],
  token: ['Call the API'],
} as const;
const groups = 'GET /api/v1/groups?limit=10';

let count = 0;

/** Sends the requests, and returns what has arrived since. */
async function sent({ runner, send }: Way, sending: Sending) {
  const ready = readyOf(runner);
  if (ready === undefined) throw new Error(`${runner.name} is not there.`);
  count += 1;
  const folder = path.join(work, `run-${count}`);
  mkdirSync(folder);
  const before = org.org.arrived.length;
  const finished = await send(ready, sending, folder);
  const arrived = org.org.arrived.slice(before);
  return { ...finished, arrived, lines: arrived.map(lineOf), folder };
}

function serviceApp(variant: 'bearer' | 'dpop', keyType: KeyType, privateKey: string): Sending {
  return {
    method: 'serviceApp',
    values: org.valuesFor(clientIds[variant], keyType),
    requests: requests[variant],
    secrets: { OKTA_PRIVATE_KEY: privateKey },
  };
}

function pemOf(keyType: KeyType): string {
  return readFileSync(org.credentials.keys[keyType].file, 'utf8');
}

for (const way of ways) {
  const { runner, mode } = way;
  describe.skipIf(readyOf(runner) === undefined)(
    `${runner.name}${mode ? `, ${mode} mode` : ''}`,
    () => {
      describe.each(['RSA', 'EC'] as const)('a service app with an %s key', (keyType) => {
        test('signs an assertion, and calls the API with the token', async () => {
          const sending = serviceApp('bearer', keyType, pemOf(keyType));
          const { lines, arrived, printed, exitCode } = await sent(way, sending);
          expect(lines, printed).toEqual(['POST /oauth2/v1/token 200', `${groups} Bearer 200`]);
          expect(
            await signatureDifferences(arrived, sending.values, keyType, org.credentials),
          ).toEqual([]);
          expect(exitCode).toBe(0);
          for (const line of privateLinesOf(org.credentials.keys[keyType])) {
            expect(printed).not.toContain(line);
          }
        });

        test.skipIf(mode === 'safe')('proves a new key for each request with DPoP', async () => {
          const sending = serviceApp('dpop', keyType, pemOf(keyType));
          const { lines, arrived, printed, exitCode } = await sent(way, sending);
          expect(lines, printed).toEqual([
            'POST /oauth2/v1/token proof 400',
            'POST /oauth2/v1/token proof 200',
            `${groups} DPoP proof 200`,
          ]);
          expect(
            await signatureDifferences(arrived, sending.values, keyType, org.credentials),
          ).toEqual([]);
          expect(exitCode).toBe(0);
        });
      });

      test('an API service integration sends its secret in the header', async () => {
        const { lines, printed, exitCode } = await sent(way, {
          method: 'apiServiceIntegration',
          values: org.valuesFor(clientIds.integration, 'RSA'),
          requests: requests.bearer,
          secrets: { OKTA_CLIENT_SECRET: org.credentials.clientSecret },
        });
        expect(lines, printed).toEqual(['POST /oauth2/v1/token Basic 200', `${groups} Bearer 200`]);
        expect(exitCode).toBe(0);
      });

      test('an API token goes into the header', async () => {
        const { lines, printed, exitCode } = await sent(way, {
          method: 'apiToken',
          values: org.valuesFor(clientIds.bearer, 'RSA'),
          requests: requests.token,
          secrets: { OKTA_API_TOKEN: org.credentials.apiToken },
        });
        expect(lines, printed).toEqual([`${groups} SSWS 200`]);
        expect(exitCode).toBe(0);
      });
    },
  );
}

// Every mode and runner of a tool has the same scripts, so one of each shows what they do with odd keys.
for (const way of ways.filter(({ runner, mode }) => runner === newman || mode === 'safe')) {
  const { runner } = way;
  describe.skipIf(readyOf(runner) === undefined)(`${runner.name}, with odd keys`, () => {
    const whole: readonly (readonly [string, () => string])[] = [
      ['Windows line ends', () => formOf('windowsLines')],
      ['a byte order mark', () => formOf('byteOrderMark')],
      ['spaces in place of its line ends', () => pemOf('RSA').replaceAll('\n', ' ')],
      [
        String.raw`\n in place of its line ends`,
        () => pemOf('RSA').replaceAll('\n', String.raw`\n`),
      ],
    ];
    test.each(whole)('a key with %s signs', async (_, privateKey) => {
      const { lines, printed } = await sent(way, serviceApp('bearer', 'RSA', privateKey()));
      expect(lines, printed).toEqual(['POST /oauth2/v1/token 200', `${groups} Bearer 200`]);
    });

    const wrong: readonly (readonly [string, () => string, string])[] = [
      ['no key', () => '', 'OKTA_PRIVATE_KEY has no value.'],
      [
        'PKCS#1',
        () => formOf('traditional'),
        'OKTA_PRIVATE_KEY holds RSA PRIVATE KEY, and PRIVATE KEY is needed',
      ],
      [
        'an encrypted key',
        () => formOf('encrypted'),
        'OKTA_PRIVATE_KEY holds ENCRYPTED PRIVATE KEY, and',
      ],
      ['a JWK', () => formOf('jwk'), 'OKTA_PRIVATE_KEY holds no PEM, and PRIVATE KEY is needed'],
      [
        'a certificate',
        () => readFileSync(org.credentials.certificateFile, 'utf8'),
        'OKTA_PRIVATE_KEY holds CERTIFICATE, and PRIVATE KEY is needed',
      ],
      [
        'a key on P-384',
        () =>
          generateKeyPairSync('ec', { namedCurve: 'P-384' })
            .privateKey.export({ type: 'pkcs8', format: 'pem' })
            .toString(),
        'OKTA_PRIVATE_KEY contains a key that is neither RSA nor EC on P-256.',
      ],
    ];
    test.each(wrong)('%s is told in a line, and nothing is sent', async (_, privateKey, told) => {
      const sending = serviceApp('bearer', 'RSA', privateKey());
      const { lines, printed, exitCode } = await sent(way, {
        ...sending,
        requests: ['Ask for an access token'],
      });
      expect(lines, printed).toEqual([]);
      expect(printed).toContain(told);
      expect(exitCode).not.toBe(0);
      for (const line of privateLinesOf(org.credentials.keys.RSA)) {
        expect(printed).not.toContain(line);
      }
    });
  });
}

function formOf(form: KeyForm): string {
  return readFileSync(org.credentials.keys.RSA.otherForms[form], 'utf8');
}

describe.skipIf(readyOf(newman) === undefined)(`${newman.name}, after a run`, () => {
  test('exports a collection without a key or an assertion', async () => {
    const way = { runner: newman, send: sendByNewman };
    const { folder } = await sent(way, serviceApp('dpop', 'RSA', pemOf('RSA')));
    const exported = readFileSync(path.join(folder, 'exported.json'), 'utf8');
    expect(exported).toContain('OKTA_PRIVATE_KEY');
    expect(exported).not.toMatch(/eyJ[\w-]{20}/);
    for (const line of privateLinesOf(org.credentials.keys.RSA)) {
      expect(exported).not.toContain(line);
    }
  });
});

describe.skipIf(readyOf(newmanAsPublished) === undefined)(
  `${newmanAsPublished.name}, alone`,
  () => {
    test('says what it needs, and sends nothing', async () => {
      const way = { runner: newmanAsPublished, send: sendByNewman };
      const { lines, printed, exitCode } = await sent(
        way,
        serviceApp('bearer', 'RSA', pemOf('RSA')),
      );
      expect(lines, printed).toEqual([]);
      expect(printed).toContain('Its sandbox has no Web Crypto API.');
      expect(exitCode).toBe(1);
    });
  },
);

describe.skipIf(readyOf(brunoCli) === undefined)(`${brunoCli.name}, with DPoP`, () => {
  test('says in Safe Mode that DPoP needs Developer Mode, and sends nothing', async () => {
    const way = { runner: brunoCli, send: sendByBruno('safe') };
    const { lines, printed, exitCode } = await sent(way, serviceApp('dpop', 'RSA', pemOf('RSA')));
    expect(lines, printed).toEqual([]);
    expect(printed).toContain(
      'DPoP needs a new key pair, and Bruno makes one in Developer Mode only.',
    );
    expect(exitCode).toBe(1);
  });
});
