import { fileURLToPath } from 'node:url';

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { beforeAll, describe, expect, test } from 'vitest';

import { exitIds, outcomeIds } from '#guide/nodeIds.ts';
import { pathOf } from '#share/address.ts';
import { assistantFiles, llmsPath } from '#site/assistants/assistantFiles.ts';
import { pages } from '#site/pages/pages.ts';
import { prerenderPage } from '#site/pages/prerender.tsx';
import { keyedScenarios } from '#workshop/scenarios/scenarios.ts';

import { guideServer } from './guideServer.ts';

const client = new Client({ name: 'test', version: '1' });
const site = 'https://guide.example/';
const token = `00${'aB3'.repeat(14).slice(0, 40)}`;

beforeAll(async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await guideServer({ site, today: '2026-11-29', version: '1' }).connect(theirs);
  await client.connect(ours);
});

/** Calls a tool as a client does, which checks the response against the published schema. */
async function call(name: string, given: Record<string, unknown>) {
  const result = CallToolResultSchema.parse(await client.callTool({ name, arguments: given }));
  const text = result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return { isRefused: result.isError === true, text, answer: result.structuredContent ?? {} };
}

describe('the MCP server', () => {
  test('publishes six tools, each with the schema of what it takes and gives', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'decide',
      'scopes',
      'explain',
      'request',
      'audit',
      'leave-token',
    ]);
    for (const { inputSchema, outputSchema, description } of tools) {
      expect(Object.keys(inputSchema.properties ?? {}).length).toBeGreaterThan(0);
      expect(Object.keys(outputSchema?.properties ?? {}).length).toBeGreaterThan(0);
      expect(description).toMatch(/\.$/);
    }
  });

  test('decide asks the first question without answers, and says what follows where an answer does not', async () => {
    const { answer } = await call('decide', { answers: [] });
    expect(answer).toMatchObject({ kind: 'question', node: 'oauth' });
    const wrong = await call('decide', { answers: ['oauth.yes', 'catalog.yes'] });
    expect(wrong.isRefused).toBe(true);
    expect(wrong.text).toContain('audience.ownOrg');
  });

  test('leave-token plans each token, and refuses its value', async () => {
    const { answer } = await call('leave-token', {
      tokens: [
        { name: 'Nightly report', calls: 'GET /api/v1/users', owner: 'Reporting team' },
        { name: 'Access Gateway', stays: 'product' },
      ],
      orgDomain: 'acme.okta.com',
    });
    expect(answer).toMatchObject({
      plans: [
        { token: 'Nightly report', fate: 'goes', scopes: ['okta.users.read'] },
        { token: 'Access Gateway', fate: 'stays' },
      ],
    });
    expect(answer['markdown']).toContain('Reporting team');
    const refused = await call('leave-token', { tokens: [{ name: token }] });
    expect(refused.isRefused).toBe(true);
    expect(refused.text).not.toContain(token);
  });

  test('scopes, explain, request and audit give what the command line gives', async () => {
    expect(
      (await call('scopes', { operations: ['listUsers', 'POST /api/v1/groups'] })).answer,
    ).toMatchObject({
      scopes: ['okta.groups.manage', 'okta.users.read'],
      verdict: 'oauth',
      unknown: [],
    });
    expect((await call('scopes', { operations: ['listUserz'] })).answer).toMatchObject({
      unknown: ['listUserz'],
      near: ['listUsers'],
    });
    const { answer: explained } = await call('explain', {
      text: '{"errorCode":"E0000011","errorSummary":"Invalid token provided"}',
    });
    expect(JSON.stringify(explained)).toContain('remedy');
    const { answer: request } = await call('request', {
      method: 'serviceApp',
      language: 'curl',
      operation: 'listGroups',
      orgDomain: 'acme.okta.com',
    });
    expect(request['text']).toContain('acme.okta.com');
    const { answer: audit } = await call('audit', {
      text: `curl -H "Authorization: SSWS ${token}" https://acme.okta.com/api/v1/users\nGET /api/v1/nothing/x`,
      granted: 'okta.users.manage okta.apps.read',
    });
    expect(audit).toMatchObject({
      programs: [
        {
          operations: [{ reference: 'listUsers', count: 1 }],
          changes: [
            { action: 'narrow', scope: 'okta.users.manage', to: 'okta.users.read' },
            { action: 'remove', scope: 'okta.apps.read' },
          ],
          unknown: [{ shown: 'GET /api/v1/nothing/x' }],
        },
      ],
    });
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  test.each([
    ['decide', { answers: [token] }],
    ['scopes', { operations: ['listUsers', `SSWS ${token}`] }],
    ['request', { method: 'serviceApp', language: 'curl', clientId: token }],
    ['audit', { text: 'listUsers', granted: `okta.users.read ${token}` }],
  ])('%s refuses a secret as the page does, and does not repeat it', async (name, given) => {
    const { isRefused, text } = await call(name, given);
    expect(isRefused).toBe(true);
    expect(text).toContain('looks like');
    expect(text).not.toContain(token);
  });

  test('runs over standard input and output, and writes nothing else there', async () => {
    const overStdio = new Client({ name: 'test', version: '1' });
    await overStdio.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: ['--import', 'tsx', 'scripts/mcp.ts'],
        cwd: fileURLToPath(new URL('..', import.meta.url)),
      }),
    );
    const { tools } = await overStdio.listTools();
    expect(tools).toHaveLength(6);
    const result = CallToolResultSchema.parse(
      await overStdio.callTool({
        name: 'decide',
        arguments: { answers: ['oauth.yes', 'audience.ownOrg'] },
      }),
    );
    expect(result.structuredContent).toMatchObject({ kind: 'outcome', node: 'serviceApp' });
    await overStdio.close();
  });
});

describe('an assistant that has nothing but llms.txt, the Markdown pages and the MCP server', () => {
  const settings = { base: '/', origin: 'https://guide.example', repository: '' };
  const drawn = pages
    .filter((page) => 'walk' in page || page.kind === 'workshop')
    .map((page) => prerenderPage(page, settings));
  const files = new Map(
    assistantFiles(drawn, [], settings).map(({ path, text }) => [`${site}${path}`, text]),
  );
  const textOf = (address: string): string => {
    const text = files.get(address);
    if (text === undefined) throw new Error(`A link leads to ${address}, where nothing is.`);
    return text;
  };
  /** The first page that the list names. */
  const first = /\]\(([^)]+index\.md)\)/.exec(textOf(`${site}${llmsPath}`))?.[1] ?? '';
  /** Where the page of a question leads after the answer with this label. */
  const follow = (address: string, label: string): string => {
    const links = [...textOf(address).matchAll(/^- \[(.*?)\]\(([^)]+)\)/gm)];
    const [, , next] = links.find(([, text]) => text === label) ?? [];
    if (next === undefined) throw new Error(`${address} offers no answer “${label}”.`);
    return next;
  };

  const walks = keyedScenarios.flatMap(({ id, answers, result, twist }) => [
    { name: id, answers, result },
    { name: `${id}, with its twist`, answers: twist.answers, result: twist.result },
  ]);
  // What the card’s story means is a person’s reading, which its answers record; the way from there is walked.
  test.each(walks)('answers the card $name as its key does', async ({ answers, result }) => {
    const given: string[] = [];
    let page = first;
    for (const answer of answers) {
      const { answer: asked } = await call('decide', { answers: given });
      expect(asked['kind']).toBe('question');
      expect(textOf(page)).toMatch(
        new RegExp(`^# ${escapedPattern(String(asked['heading']))}$`, 'm'),
      );
      const options = asked['options'] as readonly {
        readonly answer: string;
        readonly label: string;
      }[];
      const label = options.find((option) => option.answer === answer)?.label ?? '';
      page = follow(page, label);
      given.push(answer);
    }
    const { answer: end } = await call('decide', { answers: given });
    expect(end['node']).toBe(result);
    expect(end['record']).toContain('# ');
    expect(end['sources']).not.toEqual([]);
    const markdown = textOf(page);
    expect(markdown.startsWith(`# ${String(end['heading'])}\n`)).toBe(true);
    expect(markdown).toContain('## Sources');
  });

  test('reads every card in the workshop’s page, whose key leads to its result', () => {
    const workshop = textOf(`${site}workshop/index.md`);
    for (const { title, answers } of keyedScenarios) {
      const [, card = ''] = workshop.split(`\n**${title}**\n`);
      const [key = ''] = card.split('\n**One fact changes.**');
      expect(key).toContain(`](${site}${pathOf(answers)}index.md)`);
    }
  });

  test('the skill asks every question, and ends in every result', () => {
    const skill = [...files].find(([path]) => path.endsWith('SKILL.md'))?.[1] ?? '';
    for (const id of [...outcomeIds, ...exitIds]) expect(skill).toContain(`(\`${id}\`)`);
    expect(skill).toMatch(/^---\nname: [a-z-]+\ndescription: .+\n---\n/);
  });
});

const escapedPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
