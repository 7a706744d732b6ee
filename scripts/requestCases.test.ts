import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { JsonValue } from '#catalogue/json.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { exactJson } from '#snippets/exactJson.ts';
import requestCases from '#snippets/judge/requestCases.json' with { type: 'json' };
import { parseValues } from '#snippets/valuesFile.ts';

import { guideServer } from './guideServer.ts';
import { writeSnippets } from './guideSnippets.ts';

const client = new Client({ name: 'test', version: '1' });
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'request-cases-'));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const site = 'https://guide.example/';
  await guideServer({ site, today: '2026-11-29', version: '1' }).connect(theirs);
  await client.connect(ours);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function request(given: Record<string, unknown>) {
  const result = CallToolResultSchema.parse(
    await client.callTool({
      name: 'request',
      arguments: { method: 'apiToken', language: 'curl', ...given },
    }),
  );
  const text = result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return { isRefused: result.isError === true, text, answer: result.structuredContent };
}

/** What the judge of values says. */
function reasonOf(values: JsonValue): string {
  const parsed = parseValues(exactJson(values), oktaCatalogue);
  return (parsed.ok ? parsed.refused[0]?.reason : undefined) ?? 'No reason.';
}

describe('a request that cannot work', () => {
  test.each(requestCases.map(({ id, values, field }) => [id, values, field] as const))(
    '%s is refused on the command line, in the words of the page',
    (id, values, field) => {
      const file = path.join(folder, `${id}.json`);
      writeFileSync(file, JSON.stringify(values));
      const written = writeSnippets(path.join(folder, id), file);
      expect(written.isWhole).toBe(false);
      expect(written.notes).toEqual([`${field}: ${reasonOf(values)}`]);
      const manifest = JSON.parse(
        readFileSync(path.join(folder, id, 'manifest.json'), 'utf8'),
      ) as object;
      expect(manifest).toMatchObject({ refused: [{ field, reason: reasonOf(values) }] });
    },
  );

  /** What assistants can give: an operation, and what the request is made with. */
  const asked = new Set(['operation', 'orgDomain', 'clientId', 'keyId']);
  test.each(
    requestCases
      .filter(({ values }) => Object.keys(values).every((name) => asked.has(name)))
      .map(({ id, values }) => [id, values] as const),
  )('%s is refused for an assistant, in the words of the page', async (_id, values) => {
    const { isRefused, text } = await request(values);
    expect(isRefused).toBe(true);
    expect(text).toContain(reasonOf(values));
  });
});

describe('a value that was corrected', () => {
  test.each([
    ['https://acme-admin.okta.com/', 'acme.okta.com', /scheme.*slash.*`-admin`/],
    ['acme.workflows.okta.com', 'acme.okta.com', /Okta Workflows/],
    ['acme.pam.oktapreview.com', 'acme.oktapreview.com', /Okta Privileged Access/],
    ['acme.workflows.okta-emea.com', 'acme.okta-emea.com', /Okta Workflows/],
    ['ACME.okta-gov.com.', 'acme.okta-gov.com', /Capital letters.*dot/],
    ['acme.okta.com\r\n', 'acme.okta.com', /Spaces/],
  ])('%j is said on the command line and to an assistant', async (orgDomain, host, note) => {
    const file = path.join(folder, 'corrected.json');
    writeFileSync(file, JSON.stringify({ orgDomain }));
    const written = writeSnippets(path.join(folder, 'corrected'), file);
    expect(written.isWhole).toBe(true);
    expect(written.notes).toEqual([expect.stringMatching(note)]);
    const { answer } = await request({ orgDomain });
    expect(answer).toMatchObject({
      text: expect.stringContaining(`https://${host}/`) as string,
      corrected: [expect.stringMatching(note)],
    });
  });
});
