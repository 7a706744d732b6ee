import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';

import { readParameters } from './parameters.ts';
import { releases } from './releases.ts';

const published = new URL('../../public/', import.meta.url);

test('every published loader is in the list, and every one listed is published', () => {
  const folders = readdirSync(new URL('embed/', published));
  expect(folders.toSorted()).toEqual(releases.map(({ version }) => version).toSorted());
});

/** In bytes, compressed. What other people's pages load must be small. */
const most = 2560;

test.each(releases)('loader $version has the bytes that hosts trust, 2.5 KB at most', (release) => {
  const folder = new URL(`embed/${release.version}/`, published);
  const script = readFileSync(new URL('embed.js', folder));
  expect(`sha384-${createHash('sha384').update(script).digest('base64')}`).toBe(release.integrity);
  expect(readFileSync(new URL('embed.js.sri', folder), 'utf8').trim()).toBe(release.integrity);
  expect(readFileSync(new URL('embed.d.ts', folder), 'utf8')).toContain("'okta-auth-guide'");
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(most);
});

test.each(['embed.d.ts', 'react.d.ts', 'vue.d.ts'])(
  'the latest release has today’s types beside it: %s',
  (file) => {
    const folder = new URL(`embed/${releases.at(-1)?.version ?? ''}/`, published);
    expect(readFileSync(new URL(file, folder), 'utf8')).toBe(
      readFileSync(new URL(`elementTypes/${file}`, import.meta.url), 'utf8'),
    );
  },
);

test('the latest release has a module too, which finds its site by its own address', () => {
  const folder = new URL(`embed/${releases.at(-1)?.version ?? ''}/`, published);
  const module = readFileSync(new URL('embed.mjs', folder));
  expect(module.toString()).toContain('import.meta.url');
  expect(module.toString()).not.toContain('currentScript');
  expect(gzipSync(module, { level: 9 }).length).toBeLessThanOrEqual(most);
});

test.each([
  { v: '1' },
  { v: '1', theme: 'dark', accent: '#1a5fb4', show: 'map, snippet' },
  { v: '1', show: '', other: 'x' },
  { v: '1', heading: '3' },
  { v: '1', heading: '0' },
  { v: '1', heading: 'h2' },
  { v: '1', heading: '10' },
  { v: '1', theme: 'pink' },
  { v: '1', accent: 'red' },
  { v: '1', show: 'map ads' },
  { v: '1', show: 'mapads' },
  { v: '1', show: 'compact' },
  { v: '1', show: 'record, compact' },
  { v: '1', show: 'compactrecord' },
  { v: '2' },
  {
    v: '1',
    languages: 'python, go',
    org: 'acme.okta.com',
    ops: 'listUsers governance:getOrgSettings',
  },
  { v: '1', languages: 'python cobol' },
  { v: '1', languages: '' },
  { v: '1', lang: 'go', client: '0oa1234567890ABCDEFG' },
  { v: '1', ops: '1st' },
  { v: '1', variant: 'bearer', key: 'EC', request: 'everything' },
  { v: '1', variant: 'neither' },
  { v: '1', 'path.groupId': 'a', 'query.limit': '2' },
])('the schema and the guide agree on %j', (parameters) => {
  const schema: unknown = JSON.parse(
    readFileSync(new URL('embed.v1.schema.json', published), 'utf8'),
  );
  const isValid = new Ajv2020().compile(schema as object)(parameters);
  const { problems } = readParameters(new URLSearchParams(parameters).toString(), fragmentChoices);
  expect(problems.length === 0).toBe(isValid);
});
