import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { claimOf } from '#snippets/executionReport.ts';
import { languageOf } from '#snippets/languages.ts';

import { projectFolder } from './packages.mjs';

// Every test starts the command as a person does; a busy machine needs its time.
const patience = 60_000;

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'guide-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as npm does: in the project's folder, with `INIT_CWD` where the person is. */
function guide(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(projectFolder, 'scripts', 'guide.ts'), ...args],
    {
      cwd: projectFolder,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder, SOURCE_DATE_EPOCH: '1795392000', SITE_URL: '' },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

const oneLine = /^guide: [^\n]+\n$/;

function json(text: string): unknown {
  return JSON.parse(text);
}

interface Manifest {
  readonly version: number;
  readonly snippets: readonly (Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly file: string;
  })[];
  readonly refused: readonly Readonly<Record<string, string>>[];
  readonly unknown?: readonly Readonly<Record<string, string>>[];
}

function manifestIn(out: string): Manifest {
  return json(readFileSync(path.join(folder, out, 'manifest.json'), 'utf8')) as Manifest;
}

function valuesFile(name: string, content: unknown): string {
  writeFileSync(
    path.join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return name;
}

describe('guide', { timeout: patience }, () => {
  test('--help names the commands, on stdout', () => {
    const { code, out, err } = guide('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('decide <node.option>…');
    expect(out).toContain('snippets --out DIR');
  });

  test.each([[[]], [['decode']], [['toString']]])('%j is no command: usage, exit 2', (args) => {
    const { code, out, err } = guide(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage:');
  });

  test('a secret among the arguments is refused before anything repeats it', () => {
    const secret = `00${'QpXw3nRt7uYz1aBc'.repeat(3).slice(0, 40)}`;
    for (const args of [['scopes', `--${secret}`], [`SSWS ${secret}`], ['decide', secret]]) {
      const { code, out, err } = guide(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(oneLine);
      expect(err).not.toContain(secret);
    }
  });
});

describe('guide decide', { timeout: patience }, () => {
  test('prints the record of a path, dated, as a Markdown file from its first line on', () => {
    const { code, out, err } = guide('decide', 'oauth.yes', 'audience.ownOrg');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^---\nstatus: proposed\ndate: 2026-11-23\n/);
    expect(out).toContain('guide-outcome: serviceApp');
    expect(out).toContain('## Decision Outcome');
  });

  test.each([
    [['oauth.yes', 'audience.customerOrgs', 'catalog.yes'], 'outcome', 'apiServiceIntegration'],
    [['oauth.no', 'obstacle.fixedHeaderProduct'], 'outcome', 'apiToken'],
    [['oauth.person'], 'exit', 'userContext'],
  ])('--json gives %j as answers, kind, outcome and record', (answers, kind, outcome) => {
    const { code, out } = guide('decide', ...answers, '--json');
    expect(code).toBe(0);
    expect(json(out)).toEqual({
      answers,
      kind,
      outcome,
      record: guide('decide', ...answers).out,
    });
  });

  test.each([
    ['an unfinished path', ['oauth.yes'], ['audience.ownOrg', 'audience.customerOrgs']],
    ['no answers at all', [], ['oauth.yes', 'oauth.no', 'oauth.unsure', 'oauth.person']],
    ['an unknown question', ['outh.yes'], ['"outh"', 'oauth.yes']],
    ['an unknown option', ['oauth.maybe'], ['"oauth.maybe"', '"oauth"', 'oauth.yes']],
    [
      'an answer that does not follow',
      ['oauth.yes', 'catalog.yes'],
      ['"catalog.yes"', 'audience.ownOrg'],
    ],
    ['an answer after the end', ['oauth.person', 'oauth.yes'], ['"oauth.yes"', 'userContext']],
    ['an unknown flag', ['oauth.person', '--yaml'], ['--yaml']],
    ['a text with line breaks', ['a\nb'], ['oauth.yes']],
  ])('%s ends with exit 2 and one line that helps', (_what, args, named) => {
    const { code, out, err } = guide('decide', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(oneLine);
    for (const each of named) expect(err).toContain(each);
  });
});

describe('guide snippets', { timeout: patience }, () => {
  test('writes every snippet where the manifest says, relative to the person', () => {
    const { code, err } = guide('snippets', '--out', 'out');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const manifest = manifestIn('out');
    expect(Object.keys(manifest)).toEqual(['version', 'snippets', 'refused']);
    expect(manifest.version).toBe(1);
    expect(manifest.refused).toEqual([]);
    expect(new Set(manifest.snippets.map(({ id }) => id)).size).toBe(manifest.snippets.length);
    expect(new Set(manifest.snippets.map(({ file }) => file)).size).toBe(manifest.snippets.length);
    expect(new Set(manifest.snippets.map((each) => each['method']))).toEqual(
      new Set(['serviceApp', 'apiServiceIntegration', 'apiToken']),
    );
    for (const snippet of manifest.snippets) {
      expect(Object.keys(snippet)).toEqual([
        'id',
        'method',
        'language',
        'variant',
        'keyType',
        'request',
        'file',
        'runAs',
        'env',
        'run',
        'claim',
      ]);
      const text = readFileSync(path.join(folder, 'out', snippet.file), 'utf8');
      expect(snippet['claim']).toBe(claimOf(snippet.id, text));
      // Okta's own tools make the address of the groups themselves.
      if (snippet['run'] !== null) expect(text).toMatch(/\/api\/v1\/groups|listGroups/);
    }
  });

  test('claims of a text with other values nothing, because that text was not run', () => {
    const values = valuesFile('mine.json', { orgDomain: 'acme.okta.com' });
    guide('snippets', '--out', 'mine', '--values', values);
    const claims = manifestIn('mine').snippets.map((each) => each['claim']);
    expect(new Set(claims)).toEqual(new Set(['none']));
  });

  test('of a list of values writes each set apart and lists what the guide refuses', () => {
    const values = valuesFile('list.json', [
      { id: 'first', orgDomain: 'acme.okta.com' },
      { id: 'First', orgDomain: 'other.okta.com' },
      { id: '../../up', orgDomain: 'third.okta.com' },
      { id: 'bad', orgDomain: '@evil.example' },
      { id: 'secret', keyId: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIwb2EifQ.c2lnbmF0dXJl' },
      { id: 'new', operation: 'getMoon' },
    ]);
    const { code, err } = guide('snippets', '--out', 'sets', '--values', values);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^guide: bad: orgDomain: .*`@`/) as string,
      expect.stringMatching(/^guide: secret: keyId: /) as string,
      expect.stringMatching(/^guide: new: operation: .*`getMoon`/) as string,
    ]);
    expect(err).not.toContain('eyJhbGciOiJSUzI1NiJ9');
    const { snippets, refused, unknown } = manifestIn('sets');
    for (const [id, domain] of [
      ['first', 'acme.okta.com'],
      ['First', 'other.okta.com'],
      ['../../up', 'third.okta.com'],
    ] as const) {
      const own = snippets.filter((each) => each['values'] === id);
      expect(own.length).toBeGreaterThan(5);
      for (const { file } of own) {
        expect(file).not.toMatch(/\.\.|^\/|\\/);
        // Terraform takes the org's name and its domain apart.
        const [name = ''] = domain.split('.');
        expect(readFileSync(path.join(folder, 'sets', file), 'utf8')).toContain(name);
      }
    }
    expect(new Set(snippets.map(({ file }) => file.toLowerCase())).size).toBe(snippets.length);
    expect(new Set(snippets.map((each) => each['values'])).size).toBe(3);
    expect(refused).toEqual([
      { values: 'bad', field: 'orgDomain', reason: expect.any(String) as string },
      { values: 'secret', field: 'keyId', reason: expect.any(String) as string },
    ]);
    expect(unknown).toEqual([{ values: 'new', operation: 'getMoon' }]);
    expect(JSON.stringify(manifestIn('sets'))).not.toContain('eyJhbGciOiJSUzI1NiJ9');
  });

  test('sends the numbers of a body as the values file has them', () => {
    const body = '{"list":[12345678901234567890,1e400,1e-400,0.1234567890123456789,-0]}';
    const values = valuesFile('exact.json', `{ "operation": "addGroup", "body": ${body} }`);
    expect(guide('snippets', '--out', 'exact', '--values', values).code).toBe(0);
    // The official tools are set up here, and called by hand.
    const snippets = manifestIn('exact').snippets.filter(({ language }) => {
      return languageOf(String(language))?.kind === 'language';
    });
    expect(snippets.length).toBeGreaterThan(50);
    for (const { file } of snippets) {
      const text = readFileSync(path.join(folder, 'exact', file), 'utf8').replaceAll(/\s/g, '');
      expect(text, file).toContain('[12345678901234567890,1e400,1e-400,0.1234567890123456789,-0]');
    }
  });

  test('takes the secrets of a body from the environment, and no text for them', () => {
    const secret = 'correct-horse-battery';
    const set = { operation: 'createOAuth2ClientSecret', pathParameters: { appId: '0oa1' } };
    const values = valuesFile('secrets.json', [
      { ...set, id: 'text', body: { client_secret: secret } },
      { ...set, id: 'variable', body: { client_secret: '' } },
      {
        id: 'other',
        operation: { method: 'POST', path: '/api/v1/moons' },
        scopes: 'okta.users.manage',
        body: { rover: { apiKey: secret } },
      },
    ]);
    expect(guide('snippets', '--out', 'secrets', '--values', values).code).toBe(2);
    const { snippets, refused } = manifestIn('secrets');
    expect(refused).toEqual([
      {
        values: 'text',
        field: 'body',
        reason: expect.stringContaining('`client_secret`') as string,
      },
      {
        values: 'other',
        field: 'body',
        reason: expect.stringContaining('`rover.apiKey`') as string,
      },
    ]);
    expect(JSON.stringify(refused)).not.toContain(secret);
    const programs = snippets.filter(({ language }) => {
      return languageOf(String(language))?.kind === 'language';
    });
    expect(programs.length).toBeGreaterThan(50);
    for (const { language, env } of programs) {
      const variable =
        language === 'http' ? 'OKTA_JSON_BODY_CLIENT_SECRET' : 'OKTA_BODY_CLIENT_SECRET';
      expect(env).toHaveProperty(variable);
    }
  });

  test('says every correction, and that a method does not open an operation, and ends well', () => {
    const values = valuesFile('corrected.json', [
      { id: 'host', orgDomain: 'https://Acme.workflows.okta.com/' },
      { id: 'oauth only', operation: 'startOrgFailover', body: {} },
    ]);
    const { code, err } = guide('snippets', '--out', 'corrected', '--values', values);
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(
        /^guide: host: orgDomain: .*scheme.*slash.*Capital letters.*`acme\.okta\.com`.*Workflows.*\nguide: oauth only: operation: .*only OAuth 2\.0.*\n$/,
      ) as string,
    });
    expect(manifestIn('corrected').refused).toEqual([
      { values: 'oauth only', field: 'operation', reason: expect.any(String) as string },
    ]);
  });

  test.each([
    ['no method opens the operation', [{ id: 'a', operation: 'getProfile' }]],
    ['no operation is known', [{ id: 'a', operation: 'listUser' }]],
  ])('ends with exit 2 and one line where %s', (_what, sets) => {
    const values = valuesFile('none.json', sets);
    const { code, err } = guide('snippets', '--out', 'none', '--values', values);
    expect(code).toBe(2);
    expect(err).toMatch(oneLine);
    expect(manifestIn('none').snippets).toEqual([]);
  });

  test('of one set without an id names no id', () => {
    const values = valuesFile('one.json', { orgDomain: 'acme.okta.com', clientId: 'x' });
    expect(guide('snippets', '--out', 'one', '--values', values).code).toBe(2);
    const { snippets, refused } = manifestIn('one');
    expect(snippets).toEqual([]);
    expect(refused).toEqual([{ field: 'clientId', reason: expect.any(String) as string }]);
  });

  test.each([
    ['malformed JSON', '{ "orgDomain": "acme.okta.com", }', 'JSON'],
    ['an unknown key', { orgDomian: 'acme.okta.com' }, 'orgDomian'],
    ['a list without ids', [{ orgDomain: 'acme.okta.com' }], '"id"'],
    ['a number for a text', { orgDomain: 5 }, 'orgDomain'],
    ['null', 'null', 'object'],
    [
      'a member twice',
      '{ "body": { "dup": 1, "dup": 2 } }',
      'column 23: The object has the member `dup` twice',
    ],
  ])('with %s ends with exit 2 and one line, and writes nothing', (what, content, named) => {
    const values = valuesFile('broken.json', content);
    const { code, out, err } = guide('snippets', '--out', what, '--values', values);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(oneLine);
    expect(err).toContain(named);
    expect(existsSync(path.join(folder, what))).toBe(false);
  });

  test('without a file, without a folder, or in place of a file ends with exit 2 and one line', () => {
    valuesFile('taken', 'a file');
    for (const args of [
      [],
      ['--out', 'x', '--values', 'missing.json'],
      ['--out', 'taken'],
      ['--out', 'x', 'stray'],
    ]) {
      const { code, out, err } = guide('snippets', ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(oneLine);
    }
    expect(existsSync(path.join(folder, 'x'))).toBe(false);
    expect(readFileSync(path.join(folder, 'taken'), 'utf8')).toBe('a file');
  });

  test('replaces its own files, touches no others and leaves nothing behind', () => {
    guide('snippets', '--out', 'again');
    const [first] = manifestIn('again').snippets;
    const own = path.join(folder, 'again', first?.file ?? '');
    const text = readFileSync(own, 'utf8');
    writeFileSync(own, 'old');
    writeFileSync(path.join(folder, 'again', 'mine.txt'), 'mine');
    const before = readdirSync(path.join(folder, 'again')).toSorted();
    expect(guide('snippets', '--out', 'again').code).toBe(0);
    expect(readFileSync(own, 'utf8')).toBe(text);
    expect(readFileSync(path.join(folder, 'again', 'mine.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(path.join(folder, 'again')).toSorted()).toEqual(before);
  });
});
