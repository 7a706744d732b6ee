import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { answersText } from '#catalogue/answerShape.ts';
import { oktaAnswers, sampleAnswerOf } from '#catalogue/oktaAnswers.ts';
import { bodyShapesText } from '#catalogue/bodyShape.ts';
import { catalogueText } from '#catalogue/catalogueFile.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { oktaBodyShapes } from '#catalogue/oktaBodyShapes.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { bodyProseRules, proseRules } from '#catalogue/proseRules.ts';

import { answerJudge, jsonAnswerOf } from './answerJudge.ts';
import {
  answersFile,
  bodyShapesFile,
  catalogueCommand,
  catalogueFile,
  importedAnswers,
  importedBodyShapes,
  importedCatalogue,
} from './guideCatalogue.ts';
import { projectFolder } from './packages.mjs';

/** Where Okta's OpenAPI files are; CI names it when it has them. */
const openApiFolder = process.env['OKTA_OPENAPI_DIR'] ?? '';
const hasOpenApiFiles = openApiFolder !== '' && existsSync(openApiFolder);
const openApiFiles = hasOpenApiFiles
  ? readdirSync(openApiFolder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => path.join(openApiFolder, name))
  : [];

type Json = Readonly<Record<string, unknown>>;

describe.runIf(hasOpenApiFiles)('the committed catalogue and Okta’s OpenAPI files', () => {
  test('importing the files again gives the committed catalogue, byte for byte', () => {
    const again = importedCatalogue(openApiFiles, oktaCatalogue);
    expect(catalogueText(again)).toBe(readFileSync(catalogueFile, 'utf8'));
    const shapes = importedBodyShapes(openApiFiles, oktaBodyShapes);
    expect(bodyShapesText(shapes)).toBe(readFileSync(bodyShapesFile, 'utf8'));
    const answers = importedAnswers(openApiFiles, oktaAnswers);
    expect(answersText(answers)).toBe(readFileSync(answersFile, 'utf8'));
  });

  test('what each operation answers in the lab is what its specification describes, to the stated depth', () => {
    const problems: string[] = [];
    let answered = 0;
    for (const file of openApiFiles) {
      const root = parse(readFileSync(file, 'utf8')) as Json;
      const judge = answerJudge(root);
      for (const operation of oktaCatalogue.operations) {
        const said = jsonAnswerOf(root, operation);
        if (said === undefined) continue;
        const answer = sampleAnswerOf(operation);
        answered += 1;
        const found = [
          ...(answer?.status === said.status ? [] : [`status ${answer?.status}`]),
          ...judge(said.schema, answer?.body),
        ];
        problems.push(...found.map((each) => `${operation.reference}: ${each}`));
      }
    }
    expect(problems).toEqual([]);
    expect(answered).toBeGreaterThan(700);
  });

  test('each rule that is read from a sentence of the files is still stated there', () => {
    const files = new Map(
      openApiFiles.map((file) => [path.basename(file), parse(readFileSync(file, 'utf8')) as Json]),
    );
    for (const { source } of [...proseRules, ...bodyProseRules]) {
      const said = descriptionsOf(files.get(source.file), source.at);
      expect(
        said.some((text) => text.includes(source.words)),
        `${source.at}: ${source.words}`,
      ).toBe(true);
    }
  });

  test('importing them in another order, and one at a time, gives the same', () => {
    let step = oktaCatalogue;
    for (const file of openApiFiles.toReversed()) step = importedCatalogue([file], step);
    expect(catalogueText(step)).toBe(readFileSync(catalogueFile, 'utf8'));
  });

  // Does not use the importer: it reads the files with a YAML parser and nothing else.
  test.each(openApiFiles.map((file) => [path.basename(file), file]))(
    'equals %s, operation by operation',
    (name, file) => {
      const document = parse(readFileSync(file, 'utf8')) as Json;
      const { api } = oktaCatalogue.sources.find((source) => source.file === name) ?? {};
      const ours = new Map(
        oktaCatalogue.operations
          .filter((operation) => operation.api === api)
          .map((operation) => [`${operation.method} ${operation.path}`, operation]),
      );
      const theirs = Object.entries(document['paths'] as Json).flatMap(([address, item]) =>
        Object.entries(item as Json)
          .filter(([method]) => /^(get|put|post|delete|patch|options|head|trace)$/.test(method))
          .map(([method, operation]) => ({
            key: `${method.toUpperCase()} ${address}`,
            item: item as Json,
            operation: operation as Json,
          })),
      );
      expect([...ours.keys()].toSorted()).toEqual(theirs.map(({ key }) => key).toSorted());
      for (const { key, item, operation } of theirs) {
        const mine = ours.get(key);
        expect(mine && factsOf(mine), key).toEqual(factsInFile(document, item, operation));
      }
    },
  );
});

/** What a file says about the operations with an id, and about the parameters with a name. */
function descriptionsOf(value: unknown, name: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Json;
  const schema = record['schema'] as Json | undefined;
  const own =
    record['operationId'] === name || record['name'] === name
      ? [record['description'], schema?.['description'], schema?.['format']]
      : [];
  return [
    ...own.filter((text) => typeof text === 'string').map((text) => text.replaceAll(/\s+/g, ' ')),
    ...Object.values(record).flatMap((each) => descriptionsOf(each, name)),
  ];
}

/** The facts of an operation in the words of the file. */
function factsOf(operation: CatalogueOperation): Json {
  return {
    id: operation.id,
    tag: operation.tag,
    security: [
      ...(operation.credentials.apiToken ? ['token'] : []),
      ...operation.credentials.scopeSets.map((scopes) => `oauth ${scopes.join(' ')}`),
      ...operation.credentials.clientAuthentication.map((name) => `client ${name}`),
    ],
    lifecycle: operation.lifecycle,
    deprecated: operation.deprecated,
    roles: operation.adminRoles,
    permissions: operation.permissions,
    noScope: operation.noScopeRequired,
    server: operation.server,
    parameters: operation.parameters
      .map(
        ({ in: location, name, required, values, ...bounds }) =>
          `${location} ${name} ${required} ${values.join('|')} ${boundsText(bounds)}`,
      )
      .toSorted(),
    body:
      operation.body === undefined
        ? undefined
        : `${operation.body.required} ${operation.body.mediaTypes.join(' ')}`,
  };
}

function boundsText(bounds: object): string {
  const names = new Set(['minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'maxItems']);
  return Object.entries(bounds)
    .filter(([name, bound]) => names.has(name) && bound !== undefined)
    .map(([name, bound]) => `${name}=${String(bound)}`)
    .toSorted()
    .join();
}

function factsInFile(document: Json, item: Json, operation: Json): Json {
  const deref = (value: unknown): Json => {
    const reference = (value as Json)['$ref'];
    if (typeof reference !== 'string') return value as Json;
    return deref(
      reference
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (node as Json)[key], document),
    );
  };
  const words = (requirement: Json) =>
    Object.entries(requirement).map(([scheme, scopes]) =>
      /^(apiToken|ApiKey)$/.test(scheme)
        ? 'token'
        : /^oauth2$/i.test(scheme)
          ? `oauth ${(scopes as string[]).join(' ')}`
          : `client ${scheme.replace('Client_authentication_', '')}`,
    );
  const lifecycle = (of: Json) => (of['x-okta-lifecycle'] as Json | undefined)?.['lifecycle'];
  const parameters = new Map(
    [
      ...((item['parameters'] ?? []) as unknown[]),
      ...((operation['parameters'] ?? []) as unknown[]),
    ]
      .map(deref)
      .filter((parameter) => parameter['in'] === 'path' || parameter['in'] === 'query')
      .map((parameter) => [`${String(parameter['in'])} ${String(parameter['name'])}`, parameter]),
  );
  const body = operation['requestBody'] === undefined ? undefined : deref(operation['requestBody']);
  return {
    id: operation['operationId'],
    tag: (operation['tags'] as string[])[0],
    security: ((operation['security'] ?? []) as Json[]).flatMap(words),
    lifecycle: lifecycle(operation) ?? lifecycle(item),
    deprecated: operation['deprecated'] ?? false,
    roles: operation['x-okta-iam-admin-roles'] ?? [],
    permissions: operation['x-okta-iam-permissions'] ?? [],
    noScope: operation['x-okta-no-scope-required'] ?? false,
    server: (operation['servers'] as Json[] | undefined)?.[0]?.['url'],
    parameters: [...parameters]
      // A parameter of the path is always required (OpenAPI 3.0.3); the file forgets to say so once.
      .map(([key, parameter]) => {
        const schema = deref(parameter['schema']);
        const single = schema['type'] === 'array' ? deref(schema['items']) : schema;
        const isRequired = parameter['in'] === 'path' || parameter['required'] === true;
        const values = (single['enum'] as readonly string[] | undefined) ?? [];
        return `${key} ${isRequired} ${values.join('|')} ${boundsText({ ...single, maxItems: schema['maxItems'] })}`;
      })
      .toSorted(),
    body:
      body === undefined
        ? undefined
        : `${body['required'] === true} ${Object.keys(body['content'] as Json).join(' ')}`,
  };
}

const small = `openapi: 3.0.3
info: { title: MyAccount Management, version: 2031.02.1 }
components: { securitySchemes: { oauth2: { type: oauth2 } } }
paths:
  /idp/myaccount/emails:
    get:
      operationId: listEmails
      tags: [Email]
      security: [{ oauth2: [okta.myAccount.email.manage] }]
  /idp/myaccount/pets:
    get: { operationId: listPets, tags: [Pet], security: [{ oauth2: [okta.myAccount.pets.read] }] }
`;

describe('guide catalogue', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function file(name: string, text: string): string {
    const written = path.join(folder, name);
    writeFileSync(written, text);
    return written;
  }
  /** Runs the command in a process of its own. */
  function run(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', path.join(projectFolder, 'scripts', 'guide.ts'), 'catalogue', ...args],
      { cwd: projectFolder, encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
    );
    return { status, stdout, stderr };
  }

  test('--diff says what a new release adds, removes and changes, and writes nothing', () => {
    const before = readFileSync(catalogueFile, 'utf8');
    file('idp.yaml', small);
    const { status, stdout } = run('--diff', 'idp.yaml');
    expect(status).toBe(0);
    expect(stdout).toContain('version MyAccount: 2026.06.3 -> 2031.02.1');
    expect(stdout).toContain(
      'added   listPets: GET /idp/myaccount/pets (okta.myAccount.pets.read)',
    );
    expect(stdout).toContain('removed deleteEmail: ');
    expect(stdout).toContain(
      'changed listEmails: scopes: okta.myAccount.email.read -> okta.myAccount.email.manage',
    );
    expect(stdout).toMatch(/1 added, 39 removed, 1 changed\n$/);
    expect(readFileSync(catalogueFile, 'utf8')).toBe(before);
  });

  test('replaces the operations of the API that the file describes, and no others', () => {
    const out = path.join(folder, 'new.json');
    const text = catalogueCommand([file('idp.yaml', small)], { out, date: '2031-02-01' });
    expect(text).toContain('MyAccount 2031.02.1: 2 operations');
    expect(text).toContain('Okta Admin Management 2026.06.3: 732 operations');
    const written = JSON.parse(readFileSync(out, 'utf8')) as {
      readonly sources: readonly { readonly api: string; readonly date?: string }[];
      readonly operations: Readonly<Record<string, readonly unknown[]>>;
    };
    expect(written.operations['myAccount']).toHaveLength(2);
    expect(written.operations['management']).toHaveLength(732);
    expect(written.sources.find(({ api }) => api === 'myAccount')?.date).toBe('2031-02-01');
  });

  test('claims no day of release that nobody gave', () => {
    const imported = importedCatalogue([file('idp.yaml', small)], oktaCatalogue);
    expect(imported.sources.find(({ api }) => api === 'myAccount')).not.toHaveProperty('date');
  });

  test('a malformed file is exit 2 with one line of place and reason, and nothing is written', () => {
    const before = readFileSync(catalogueFile, 'utf8');
    const good = path.join(folder, 'good.yaml');
    writeFileSync(good, small);
    file(
      'bad.yaml',
      small
        .replace('MyAccount Management', 'Okta Governance API')
        .replace('tags: [Email]', 'tags: Email'),
    );
    const { status, stdout, stderr } = run('good.yaml', 'bad.yaml');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'guide: bad.yaml:8:13: paths > /idp/myaccount/emails > get > tags: expected a list\n',
    );
    expect(readFileSync(catalogueFile, 'utf8')).toBe(before);
  });

  test.each([
    ['no file', [], /needs Okta's OpenAPI files/],
    ['a file that does not exist', ['nowhere.yaml'], /cannot read .*nowhere\.yaml: ENOENT/],
    ['a day that does not exist', ['--date', '2026-02-30', 'idp.yaml'], /written like 2026-06-29/],
    [
      'two files of one API',
      ['idp.yaml', 'copy.yaml'],
      /two of the files describe the MyAccount API/,
    ],
    ['bytes that are no text', ['bytes.yaml'], /not UTF-8/],
  ])('%s is exit 2 with one line', (_what, args, reason) => {
    copyFileSync(file('idp.yaml', small), path.join(folder, 'copy.yaml'));
    writeFileSync(path.join(folder, 'bytes.yaml'), Buffer.from([0x6f, 0xff, 0xfe]));
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(reason);
    expect(stderr).toMatch(/^guide: [^\n]+\n$/);
  });
});
