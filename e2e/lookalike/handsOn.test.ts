import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import { decodeFragment, encodeFragment } from '#share/fragment.ts';
import {
  adminCommands,
  exercises,
  type HandsOnRequest,
  valuesToType,
} from '#workshop/handsOn/exercises.ts';

import { freePort, startLookalike } from './lookalikeCommand.ts';

// Below node_modules, so that the programs find `jose` as a participant's do.
const folder = path.join(
  import.meta.dirname,
  `../../node_modules/.cache/hands-on-${process.pid.toString()}`,
);
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program that a participant copies, in JavaScript. */
function programOf(request: HandsOnRequest, port: number): string {
  const values: RequestValues = {
    ...defaultValues,
    orgDomain: `localhost:${port}`,
    clientId: request.clientId,
    ...(request.operation === 'listPolicies'
      ? {
          scopes: ['okta.policies.read'],
          operation: { method: 'GET', path: '/api/v1/policies' },
          query: [{ name: 'type', value: 'OKTA_SIGN_ON' }],
        }
      : {}),
  };
  const { method, variant } = request;
  const keyType = method === 'serviceApp' ? 'RSA' : null;
  return snippetFor('javascript', { method, variant, keyType, request: request.request }, values)
    .text;
}

async function run(
  text: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const file = path.join(folder, 'program.mjs');
  writeFileSync(file, text);
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed };
}

test('the links of the exercises carry all that is to be typed, in a language that has every form', () => {
  for (const request of exercises.flatMap(({ wrong, mended }) => [wrong, mended])) {
    const fragment = encodeFragment(valuesToType(request), fragmentChoices);
    const decoded = decodeFragment(fragment, fragmentChoices);
    if (decoded === undefined) throw new Error(`${fragment} carries no values.`);
    const { values, refused } = decoded;
    expect(refused).toEqual([]);
    const { clientId, operations, variant, request: kind, ...rest } = valuesToType(request);
    expect(values).toMatchObject(rest);
    // What the page shows by itself is left out of a link.
    expect(values.clientId ?? defaultValues.clientId).toBe(clientId);
    expect(values.operations ?? ['listGroups']).toEqual(operations);
    expect(values.variant ?? 'dpop').toBe(variant);
    expect(values.request ?? 'single').toBe(kind);
  }
});

test('the exercises have names of their own, and cover every command of the admin', () => {
  const ids = exercises.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(exercises.flatMap(({ mended }) => mended.before ?? []))).toEqual(
    new Set(Object.keys(adminCommands)),
  );
  for (const { wrong, error } of exercises) {
    expect(outcomeIds).toContain(wrong.method);
    expect(error.sources.length).toBeGreaterThan(0);
  }
});

test.each(exercises)(
  '$id: the error comes as it is quoted, and the mended request succeeds',
  async ({ wrong, error, mended }) => {
    const port = await freePort();
    const { child, said, until } = startLookalike('--port', String(port));
    await until(/You are the admin as well/);
    const exported = (name: string) => new RegExp(`export ${name}='([^']+)'`).exec(said.text)?.[1];
    const environment = {
      NODE_EXTRA_CA_CERTS: exported('NODE_EXTRA_CA_CERTS'),
      OKTA_PRIVATE_KEY_FILE: exported('OKTA_PRIVATE_KEY_FILE'),
      OKTA_CLIENT_SECRET: exported('OKTA_CLIENT_SECRET'),
    };
    const type = async ({ before }: HandsOnRequest) => {
      if (before === undefined) return;
      said.text = '';
      child.stdin.write(`${before}\n`);
      await until(new RegExp(`Done: ${before} `));
    };

    await type(wrong);
    said.text = '';
    const failed = await run(programOf(wrong, port), environment);
    expect(failed.code).not.toBe(0);
    const [status = '', code = ''] = error.signal.split(' ');
    const [text = ''] = error.message.split('\n');
    expect(failed.printed).toMatch(new RegExp(`\\b${status}\\b|${code}`));
    // The line comes through a pipe of its own.
    const [line] = await until(new RegExp(`.*  ${status}  .*${code}: .*`));
    expect(line).toContain(`${code}: ${text}`);

    await type(mended);
    said.text = '';
    expect(await run(programOf(mended, port), environment)).toMatchObject({ code: 0 });
    await until(/ {2}200 {2}GET \/api\/v1\//);
  },
);

test('what is no command of the admin is told', async () => {
  const { child, until } = startLookalike('--port', String(await freePort()));
  await until(/You are the admin as well/);
  child.stdin.write('sudo\n');
  const [told] = await until(/"sudo" is not known here\..*/);
  expect(told).toBe('"sudo" is not known here. Type one of: role, grant, expire.');
});
