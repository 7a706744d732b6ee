import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { type CatalogueFile, catalogueText, readCatalogue } from './catalogueFile.ts';
import { catalogueChanges } from './changes.ts';
import { oktaCatalogue } from './oktaCatalogue.ts';
import { findByReference, namesakesOf, parseReferences } from './references.ts';

const committed = readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8');

/**
 * Of the catalogue that was compared with Okta's files, operation by operation (scripts/guideCatalogue.test.ts).
 * Where those files are missing, this guards it. After an import, run that test with them, then renew the digest.
 */
const digest = 'e65c5667b9b9d3bfd286c4b40fbacd9de5217ba5f81dfc54845bad17ed480177';

test('the committed catalogue is the one that was compared with the OpenAPI files', () => {
  expect(createHash('sha256').update(committed).digest('hex')).toBe(digest);
});

test('reading and writing the catalogue gives the same file', () => {
  expect(catalogueText(oktaCatalogue)).toBe(committed);
  expect(readCatalogue(JSON.parse(catalogueText(oktaCatalogue)) as CatalogueFile)).toEqual(
    oktaCatalogue,
  );
});

test('every operation has a reference of its own, by which it is found', () => {
  const { operations } = oktaCatalogue;
  expect(new Set(operations.map(({ reference }) => reference)).size).toBe(operations.length);
  for (const operation of operations) {
    expect(findByReference(oktaCatalogue, operation.reference)).toBe(operation);
    expect(findByReference(oktaCatalogue, `${operation.api}:${operation.id}`)).toBe(operation);
  }
});

test('an id that two APIs have means the Admin Management one, and names the other', () => {
  const operation = findByReference(oktaCatalogue, 'getOrgSettings');
  expect(operation?.api).toBe('management');
  expect(
    operation && namesakesOf(oktaCatalogue, operation).map(({ reference }) => reference),
  ).toEqual(['governance:getOrgSettings']);
});

test('what is no reference is not found', () => {
  for (const wrong of ['', 'listGroup', 'nobody:listGroups', 'constructor', 'listgroups']) {
    expect(findByReference(oktaCatalogue, wrong)).toBeUndefined();
  }
});

test('references are read as people list them', () => {
  expect(parseReferences(' listUsers, createUser\nlistUsers;governance:getOrgSettings ')).toEqual([
    'listUsers',
    'createUser',
    'governance:getOrgSettings',
  ]);
});

test('a change names what was added, removed and altered, and nothing else', () => {
  const [first, second, ...rest] = oktaCatalogue.operations;
  if (first === undefined || second === undefined) throw new Error('the catalogue is empty');
  const added = { ...first, id: 'brandNew', reference: 'brandNew' };
  const altered = {
    ...second,
    credentials: { ...second.credentials, apiToken: false, scopeSets: [['okta.new.read']] },
    deprecated: true,
  };
  const changes = catalogueChanges(oktaCatalogue, {
    ...oktaCatalogue,
    operations: [added, altered, ...rest],
  });
  expect(changes.added).toEqual([added]);
  expect(changes.removed).toEqual([first]);
  expect(changes.changed.map(({ operation }) => operation.id)).toEqual([second.id]);
  expect(changes.changed[0]?.changes).toContain('scopes: none -> okta.new.read');
  expect(changes.changed[0]?.changes).toContain('deprecated: no -> yes');
  expect(catalogueChanges(oktaCatalogue, oktaCatalogue)).toEqual({
    added: [],
    removed: [],
    changed: [],
  });
});
