// `npm run test:windows`: the batch files with cURL, read by the cmd of Wine. Skipped by name if Wine is missing:
// Debian has it as the package wine.
import { rmSync } from 'node:fs';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { cmd } from '#snippets/curl/windows/cmd.ts';
import { defaultValues } from '#snippets/values.ts';

import { apiToken, host } from '../lookalike/orgUnderTest.ts';
import { expectArrived, hostileCalls, textFor, valuesOf } from './hostileCalls.ts';
import { startRecording } from './recordingServer.ts';
import {
  folderWithCurl,
  runArguments,
  runByWine,
  startWine,
  type Variables,
  wineVersion,
} from './shells.ts';

process.stdout.write(
  wineVersion === undefined
    ? "SKIPPED: the batch files with cURL in Wine's cmd, which is missing.\n"
    : `With ${wineVersion}.\n`,
);

const recording = await startRecording(host);
const toRecording = folderWithCurl(recording.address);
let wine: Variables = {};
beforeAll(async () => {
  if (wineVersion !== undefined) wine = await startWine(toRecording);
});
afterAll(() => {
  recording.close();
  rmSync(toRecording.folder, { recursive: true, force: true });
  if (wine['WINEPREFIX'] !== undefined)
    rmSync(wine['WINEPREFIX'], { recursive: true, force: true });
});

test.skipIf(wineVersion === undefined).each(['\n', '\r\n'])(
  "from Wine's cmd, with lines that end in %j",
  async (lineEnd) => {
    recording.requests.length = 0;
    const batches = hostileCalls.map((call, index) =>
      textFor(cmd, 'apiToken', valuesOf(call, index)).replaceAll('\n', lineEnd),
    );
    const variables = { ...wine, OKTA_API_TOKEN: apiToken };
    const { ended, commands } = await runByWine(batches, batches.length, toRecording, variables);
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    for (const command of commands) {
      const sent = await runArguments(command, toRecording, { OKTA_API_TOKEN: apiToken });
      expect(sent).toMatchObject({ code: 0, stderr: '' });
    }
    expectArrived(recording.requests, hostileCalls, `SSWS ${apiToken}`);
  },
);

test.skipIf(wineVersion === undefined)(
  "in Wine's cmd, a batch file asks for what is missing, then for a token, and then calls",
  async () => {
    const batch = textFor(cmd, 'apiServiceIntegration', { ...defaultValues, orgDomain: host });
    const missing = await runByWine([batch], 0, toRecording, wine);
    expect(missing.ended.code).toBe(1);
    expect(missing.ended.stderr).toContain(
      'Set OKTA_CLIENT_SECRET to the client secret of the integration.',
    );
    expect(missing.commands).toEqual([]);
    const token = await runByWine([batch], 1, toRecording, { ...wine, OKTA_CLIENT_SECRET: 'x' });
    expect(token.ended).toMatchObject({ code: 0 });
    expect(token.ended.stderr).toContain('Set OKTA_ACCESS_TOKEN to the access_token');
    expect(token.commands.map((command) => command.at(-1))).toEqual([
      `https://${host}/oauth2/v1/token`,
    ]);
    const call = await runByWine([batch], 1, toRecording, { ...wine, OKTA_ACCESS_TOKEN: 'x' });
    expect(call.commands.map((command) => command.at(-1))).toEqual([
      `https://${host}/api/v1/groups?limit=10`,
    ]);
  },
);
