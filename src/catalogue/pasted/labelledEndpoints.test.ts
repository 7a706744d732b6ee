import { describe, expect, test } from 'vitest';

import { operationIndex } from '../find.ts';
import { oktaCatalogue } from '../oktaCatalogue.ts';
import { apiIds } from '../operation.ts';
import { findByReference } from '../references.ts';
import {
  callForms,
  type EndpointLabel,
  labelledEndpoints,
  notOperations,
  operationForms,
} from '#testing/labelledEndpoints.ts';
import { readPasted, type Reading } from './readPasted.ts';

const index = operationIndex(oktaCatalogue);
const labelled = labelledEndpoints(oktaCatalogue);

describe('endpoints as people paste them', () => {
  test('the set holds at least 500, of all four APIs and in every form, and 120 texts that are not endpoints', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(500);
    expect(notOperations.length).toBeGreaterThanOrEqual(120);
    expect(Object.keys({ ...operationForms, ...callForms }).length).toBeGreaterThanOrEqual(40);
    const apis = new Set(
      labelled.map(({ label }) =>
        label.kind === 'operation'
          ? findByReference(oktaCatalogue, label.reference)?.api
          : undefined,
      ),
    );
    expect(apiIds.filter((api) => !apis.has(api))).toEqual([]);
  });

  test('at least 98 of 100 are identified correctly', () => {
    const wrong = labelled.filter(({ text, label }) => !isRight(label, readPasted(index, text)));
    const shown = wrong.map(({ text }) => `${text} → ${told(readPasted(index, text))}`);
    expect(shown.slice(0, wrong.length * 50 <= labelled.length ? 0 : undefined)).toEqual([]);
  });

  test('none is invented: nothing else is reported as an operation, and no operation as another', () => {
    const invented = labelled.filter(({ text, label }) =>
      readPasted(index, text).some((reading) => isInvented(label, reading)),
    );
    expect(invented.map(({ text }) => `${text} → ${told(readPasted(index, text))}`)).toEqual([]);
  });
});

function isRight(label: EndpointLabel, readings: readonly Reading[]): boolean {
  const [reading, ...others] = readings;
  // A text with nothing to read in it is not told to be anything.
  if (reading === undefined) return label.kind === 'unknown';
  if (label.kind === 'unknown') return readings.every(({ kind }) => kind === 'unknown');
  if (others.length > 0) return false;
  if (label.kind === 'noSuchMethod') {
    return reading.kind === 'path' && reading.missingMethod !== undefined;
  }
  if (label.kind === 'operation' && reading.kind === 'operation') {
    return reading.operation.reference === label.reference;
  }
  if (label.kind === 'operations' && reading.kind === 'path') {
    return reading.operations.map(({ reference }) => reference).join() === label.references.join();
  }
  if (label.kind === 'scope' && reading.kind === 'scope') return reading.scope === label.scope;
  if (label.kind === 'elsewhere' && reading.kind === 'elsewhere') {
    return reading.interface.id === label.id;
  }
  return label.kind === 'error' && reading.kind === 'error';
}

function isInvented(label: EndpointLabel, reading: Reading): boolean {
  if (reading.kind === 'operation') {
    return label.kind !== 'operation' || label.reference !== reading.operation.reference;
  }
  return (
    reading.kind === 'path' &&
    label.kind !== (reading.missingMethod === undefined ? 'operations' : 'noSuchMethod')
  );
}

function told(readings: readonly Reading[]): string {
  return readings
    .map((reading) =>
      reading.kind === 'operation'
        ? `operation ${reading.operation.reference}`
        : reading.kind === 'elsewhere'
          ? `elsewhere ${reading.interface.id}`
          : `${reading.kind} ${reading.shown}`,
    )
    .join(' + ');
}
