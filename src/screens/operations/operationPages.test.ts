import { expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';
import { verdict } from '#catalogue/verdict.ts';

import { operationAnchor, operationTags } from './operationPages.ts';
import { selectionExamples } from './examples.ts';
import { selectionOf } from '../operationChoice/selection.ts';

const tags = operationTags(oktaCatalogue);

test('every operation is on the page of one tag, where its address leads', () => {
  expect(tags.flatMap(({ operations }) => operations)).toHaveLength(
    oktaCatalogue.operations.length,
  );
  for (const { path, operations } of tags) {
    for (const operation of operations) {
      expect(operationAnchor(operation)).toBe(`${path}#${operation.id}`);
    }
  }
});

test('every tag has an address of its own, of small letters, digits and dashes', () => {
  const paths = tags.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of paths) expect(path).toMatch(/^operations\/[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*\/$/);
});

test('every example names operations of the catalogue and gets a verdict', () => {
  for (const { references } of selectionExamples) {
    const { operations, unknown } = selectionOf(oktaCatalogue, references);
    expect(unknown).toEqual([]);
    expect(operations).toHaveLength(references.length);
    expect(verdict(operations).word).not.toBe('unknown');
  }
});

test('a selection keeps the order of choosing, each operation once, and names what it does not have', () => {
  const { operations, unknown } = selectionOf(oktaCatalogue, [
    'listUsers',
    'listMoons',
    'management:listUsers',
    'listGroups',
    'listMoons',
  ]);
  expect(operations).toEqual([
    findByReference(oktaCatalogue, 'listUsers'),
    findByReference(oktaCatalogue, 'listGroups'),
  ]);
  expect(unknown).toEqual(['listMoons']);
});
