import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { licenceProblems } from './acceptedLicences.ts';
import { billOfMaterials } from './billOfMaterials.ts';
import { licencesText } from './licencesText.ts';
import { shippedPackages } from './shippedPackages.ts';

const project = process.cwd();
const modules = path.join(project, 'node_modules');

describe('packages that are installed here', () => {
  const parser = path.join(modules, '@mermaid-js/parser/dist/chunks/mermaid-parser.core');
  const packages = shippedPackages(
    [
      path.join(project, 'src/app/entries/starter.ts'),
      '\0vite/preload-helper.js',
      ...[
        'cytoscape/dist/cytoscape.esm.mjs',
        'elkjs/lib/elk.bundled.js',
        'khroma/dist/index.js',
        'roughjs/bundled/rough.esm.js',
        'react/index.js',
        '@fontsource-variable/atkinson-hyperlegible-next/files/x.woff2',
      ].map((file) => path.join(modules, file)),
      ...readdirSync(parser)
        .filter((name) => name.endsWith('.mjs'))
        .map((name) => path.join(parser, name)),
    ],
    project,
  );
  const named = (name: string) => packages.find((each) => each.name === name);

  test('are found with their licences, also those that are inside others', () => {
    expect(licenceProblems(packages)).toEqual([]);
    expect(named('react')).toMatchObject({ licence: 'MIT', origin: 'package' });
    expect(named('khroma')).toMatchObject({ licence: 'MIT', origin: 'package' });
    expect(named('vite')).toMatchObject({ licence: 'MIT', origin: 'build' });
    expect(
      packages.filter(({ origin }) => origin === 'inside another package').map(({ name }) => name),
    ).toEqual(
      expect.arrayContaining([
        'langium',
        'chevrotain',
        'lodash-es',
        'vscode-jsonrpc',
        'vscode-uri',
        'path-browserify',
        'points-on-curve',
      ]),
    );
  });

  test('pass on the notices that are only in their files', () => {
    expect(named('cytoscape')?.texts.join()).toContain('Ralf S. Engelschall');
    expect(named('react')?.texts).toHaveLength(1);
  });

  test('are in the notice with their licences, and with the source where EPL-2.0 requires it', () => {
    const text = licencesText(packages);
    for (const { name, version, texts } of packages) {
      expect(text).toContain(`${name} ${version}\n`);
      for (const each of texts) expect(text).toContain(each);
    }
    expect(text).toMatch(
      /^elkjs [\d.]+\nLicence: EPL-2\.0 \(of: .*\)\nSource: https:\/\/github\.com\/kieler\/elkjs\nIts source code is available/m,
    );
  });

  test('are the components of the bill of materials, the same bytes each time', () => {
    const product = { name: 'guide', version: '1.2.3', license: 'Apache-2.0' };
    const bill = billOfMaterials(product, packages);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill.components.map(({ name, version }) => `${name} ${version}`)).toEqual(
      packages.map(({ name, version }) => `${name} ${version}`),
    );
    const references = bill.components.map((each) => each['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    expect(bill.dependencies[0].dependsOn).toEqual(references);
    expect(references).toContain(
      `pkg:npm/%40fontsource-variable/atkinson-hyperlegible-next@${named('@fontsource-variable/atkinson-hyperlegible-next')?.version ?? ''}`,
    );
    expect(JSON.stringify(billOfMaterials(product, packages))).toBe(JSON.stringify(bill));
  });
});

/** The package.json of a package with these fields. */
const described = (about: object) => JSON.stringify({ name: 'some', version: '1.0.0', ...about });

describe('a package', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'licences-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Writes a package of these files, and says what is wrong with shipping its module. */
  function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
    const root = mkdtempSync(path.join(folder, 'project-'));
    const own = path.join(root, 'node_modules', 'some');
    mkdirSync(own, { recursive: true });
    for (const [name, text] of Object.entries({ 'index.js': '', ...files })) {
      writeFileSync(path.join(own, name), text);
    }
    return licenceProblems(shippedPackages([path.join(own, 'index.js')], root));
  }

  test('with an accepted licence and its text may be shipped', () => {
    expect(
      problemsOf({ 'package.json': described({ license: 'MIT' }), LICENSE: 'The licence' }),
    ).toEqual([]);
  });

  test('that names no licence may not', () => {
    expect(problemsOf({ 'package.json': described({}), LICENSE: 'The licence' })).toEqual([
      'some 1.0.0 names no licence',
    ]);
  });

  test('under a licence that nobody has read for us may not', () => {
    for (const license of ['GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN LICENSE', 'toString']) {
      expect(
        problemsOf({ 'package.json': described({ license }), LICENSE: 'The licence' }),
      ).toEqual([expect.stringContaining(`some 1.0.0 is under ${license}`)]);
    }
  });

  test('without the text of its licence may not', () => {
    expect(
      problemsOf({ 'package.json': described({ license: 'MIT' }), 'license.js': '// a module' }),
    ).toEqual(['some 1.0.0 comes without the text of its licence']);
  });

  test('under EPL-2.0 that does not say where its source is may not', () => {
    const license = 'EPL-2.0 OR GPL-3.0-or-later';
    expect(problemsOf({ 'package.json': described({ license }), LICENSE: 'EPL' })).toEqual([
      `some 1.0.0 does not say where its source code is, which ${license} requires`,
    ]);
  });

  test('that holds another one which nobody has read for us may not', () => {
    expect(
      problemsOf({
        'package.json': described({ license: 'MIT' }),
        LICENSE: 'The licence',
        'index.js': '// ../../node_modules/.pnpm/unread@2.0.0/node_modules/unread/index.js\n',
      }),
    ).toEqual(['unread 2.0.0 names no licence']);
  });
});
