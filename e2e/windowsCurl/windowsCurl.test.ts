// The requests with cURL for Windows, run: those for PowerShell in PowerShell itself, those for cmd as our reader of its
// quoting divides them. `wine.runs.ts` has a cmd read them.
import { rmSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { cmd } from '#snippets/curl/windows/cmd.ts';
import { windowsPowershell } from '#snippets/curl/windows/windowsPowershell.ts';
import { exactJson } from '#snippets/exactJson.ts';
import type { Form } from '#snippets/form.ts';
import { parseBody } from '#snippets/requestParts.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';

import {
  apiToken,
  clientIds,
  clientSecret,
  host,
  orgUnderTest,
} from '../lookalike/orgUnderTest.ts';
import { expectArrived, hostileCalls, textFor, valuesOf } from './hostileCalls.ts';
import { recordedToken, startRecording } from './recordingServer.ts';
import {
  type CurlFolder,
  folderWithCurl,
  hasPowershell,
  runPowershell,
  runRead,
  type Variables,
} from './shells.ts';

if (!hasPowershell)
  process.stdout.write('SKIPPED: the requests with cURL for PowerShell, which is missing.\n');

const org = await orgUnderTest();
const recording = await startRecording(host);
const folders: CurlFolder[] = [];
let toOrg: CurlFolder;
let toRecording: CurlFolder;
beforeAll(() => {
  toOrg = folderWithCurl(org.address);
  toRecording = folderWithCurl(recording.address);
  folders.push(toOrg, toRecording);
});
afterAll(() => {
  recording.close();
  for (const { folder } of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the look-alike org takes the requests', () => {
  const values = { ...defaultValues, orgDomain: host };
  const methods = [
    ['apiToken', values, async () => ({ OKTA_API_TOKEN: apiToken })],
    [
      'apiServiceIntegration',
      { ...values, clientId: clientIds.integration },
      async () => ({ OKTA_CLIENT_SECRET: clientSecret }),
    ],
    [
      'serviceApp',
      { ...values, clientId: clientIds.serviceApp },
      async () => ({ OKTA_CLIENT_ASSERTION: await org.assertion(clientIds.serviceApp) }),
    ],
  ] as const satisfies readonly (readonly [
    Form['method'],
    RequestValues,
    () => Promise<Variables>,
  ])[];

  describe.skipIf(!hasPowershell).each(['Legacy', 'Standard'] as const)(
    'from PowerShell with %s passing',
    (passing) => {
      test.each(methods)('with the %s', async (method, own, secrets) => {
        const script = textFor(windowsPowershell, method, own);
        const ended = await runPowershell(passing, [script], toOrg, await secrets());
        expect(ended).toMatchObject({ code: 0, stderr: '' });
        expect(JSON.parse(ended.stdout)).toHaveLength(10);
      });
    },
  );

  test.each(methods)('from cmd with the %s', async (method, own, secrets) => {
    const batch = textFor(cmd, method, own);
    let variables: Variables = await secrets();
    if (method !== 'apiToken') {
      const token = await runRead(batch, 'first', toOrg, variables);
      expect(token).toMatchObject({ code: 0, stderr: '' });
      const answer = JSON.parse(token.stdout) as { readonly access_token: string };
      variables = { OKTA_ACCESS_TOKEN: answer.access_token };
    }
    const ended = await runRead(batch, 'last', toOrg, variables);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout)).toHaveLength(10);
  });

  test.skipIf(!hasPowershell)(
    'and what it refuses ends with its answer and a failure',
    async () => {
      const script = textFor(windowsPowershell, 'apiToken', values);
      const wrong = await runPowershell('Legacy', [script], toOrg, { OKTA_API_TOKEN: 'wrong' });
      expect(wrong.code).toBe(1);
      expect(wrong.stdout).toContain('E0000011');
      const missing = await runPowershell('Legacy', [script], toOrg, {});
      expect(missing.code).toBe(1);
      expect(missing.stderr).toContain('Set OKTA_API_TOKEN to the API token.');
    },
  );
});

describe('hostile values arrive as they are', () => {
  test.skipIf(!hasPowershell).each(['Legacy', 'Standard'] as const)(
    'from PowerShell with %s passing',
    async (passing) => {
      recording.requests.length = 0;
      const scripts = hostileCalls.map((call, index) =>
        textFor(windowsPowershell, 'apiToken', valuesOf(call, index)),
      );
      const ended = await runPowershell(passing, scripts, toRecording, {
        OKTA_API_TOKEN: apiToken,
      });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expectArrived(recording.requests, hostileCalls, `SSWS ${apiToken}`);
    },
  );

  test('from cmd, by our reader of its quoting', async () => {
    recording.requests.length = 0;
    for (const [index, call] of hostileCalls.entries()) {
      const batch = textFor(cmd, 'apiToken', valuesOf(call, index));
      const ended = await runRead(batch, 'last', toRecording, { OKTA_API_TOKEN: apiToken });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
    }
    expectArrived(recording.requests, hostileCalls, `SSWS ${apiToken}`);
  });
});

function expectSent(secret: string, authorization: string) {
  const request = recording.requests.find(({ target }) => target === '/api/v1/users');
  expect(request?.headers).toMatchObject({ authorization });
  expect(JSON.parse(request?.body ?? '')).toEqual({
    note: 'a {{b}} "c"',
    password: secret,
    x: ['{{', 1],
  });
  recording.requests.length = 0;
}

describe('secrets arrive as they are', () => {
  const operation = { method: 'POST', path: '/api/v1/users' } as const;
  const given = parseBody(
    exactJson({ note: 'a {{b}} "c"', password: '', x: ['{{', 1] }),
    operation,
  );
  if (!given.ok) throw new Error(given.reason);
  const values = { ...defaultValues, orgDomain: host, operation, query: [], body: given.value };

  const secrets = [
    'it\'s "a" \\ %PATH% & {{OKTA_API_TOKEN}} $(1) `n',
    ...hostileCalls.slice(0, 4).map(({ secret }) => secret),
  ];

  test.skipIf(!hasPowershell).each(['Legacy', 'Standard'] as const)(
    'in bodies and in Basic, from PowerShell with %s passing',
    async (passing) => {
      for (const secret of secrets) {
        recording.requests.length = 0;
        const script = textFor(windowsPowershell, 'apiServiceIntegration', values);
        const ended = await runPowershell(passing, [script], toRecording, {
          OKTA_CLIENT_SECRET: secret,
          OKTA_BODY_PASSWORD: secret,
        });
        expect(ended).toMatchObject({ code: 0, stderr: '' });
        const basic = Buffer.from(`${values.clientId}:${secret}`).toString('base64');
        expect(recording.requests[0]?.headers).toMatchObject({ authorization: `Basic ${basic}` });
        expectSent(secret, `Bearer ${recordedToken}`);
      }
    },
  );

  test('in bodies and in Basic, from cmd by our reader of its quoting', async () => {
    for (const secret of secrets) {
      recording.requests.length = 0;
      const batch = textFor(cmd, 'apiServiceIntegration', values);
      await runRead(batch, 'first', toRecording, { OKTA_CLIENT_SECRET: secret });
      const basic = Buffer.from(`${values.clientId}:${secret}`).toString('base64');
      expect(recording.requests[0]?.headers).toMatchObject({ authorization: `Basic ${basic}` });
      await runRead(batch, 'last', toRecording, {
        OKTA_ACCESS_TOKEN: recordedToken,
        OKTA_BODY_PASSWORD: secret,
      });
      expectSent(secret, `Bearer ${recordedToken}`);
    }
  });

  test.skipIf(!hasPowershell)(
    'and a line end in one is refused before anything is sent',
    async () => {
      recording.requests.length = 0;
      const script = textFor(windowsPowershell, 'apiToken', values);
      const ended = await runPowershell('Legacy', [script], toRecording, {
        OKTA_API_TOKEN: 'a\nurl = "https://evil.example.net"',
        OKTA_BODY_PASSWORD: 'x',
      });
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain('A secret contains a line break');
      expect(recording.requests).toEqual([]);
    },
  );
});
