import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { type CatalogueFile, catalogueText, readCatalogue } from './catalogueFile.ts';
import { bodyShapesText } from './bodyShape.ts';
import { catalogueChanges } from './changes.ts';
import { oktaBodyShapes } from './oktaBodyShapes.ts';
import { oktaCatalogue } from './oktaCatalogue.ts';
import { findByReference, namesakesOf, parseReferences } from './references.ts';

const committed = readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8');
const committedShapes = readFileSync(new URL('./bodyShapes.json', import.meta.url), 'utf8');

/**
 * Of the catalogue that was compared with Okta's files, operation by operation (scripts/guideCatalogue.test.ts).
 * Where those files are missing, this guards it. After an import, run that test with them, then renew the digest.
 */
const digest = 'a4e6116c410175c168028b55487954e8c8a5425c28c4af735d901572ffdaa745';
const bodyShapesDigest = 'a0873019d8ce9fd48f17ae8e50b82eb31d925c32b7abb98ea89cc615e2916ca4';

test('the committed catalogue is the one that was compared with the OpenAPI files', () => {
  expect(createHash('sha256').update(committed).digest('hex')).toBe(digest);
  expect(createHash('sha256').update(committedShapes).digest('hex')).toBe(bodyShapesDigest);
});

test('reading and writing the catalogue gives the same file', () => {
  expect(catalogueText(oktaCatalogue)).toBe(committed);
  expect(readCatalogue(JSON.parse(catalogueText(oktaCatalogue)) as CatalogueFile)).toEqual(
    oktaCatalogue,
  );
  expect(bodyShapesText(oktaBodyShapes)).toBe(committedShapes);
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

test('a text that is not a reference finds nothing', () => {
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
