import { describe, expect, test } from 'vitest';

import { labelledRecordings, type LabelledRecording } from '#testing/labelledRecordings.ts';

import { operationIndex } from '../find.ts';
import { oktaCatalogue } from '../oktaCatalogue.ts';
import { type Recording, readRecording, RecordingReader } from './recording.ts';

const index = operationIndex(oktaCatalogue);
const labelled = labelledRecordings(oktaCatalogue);

const read = ({ text, fileName }: LabelledRecording): Recording =>
  readRecording(index, text, fileName === undefined ? {} : { fileName });

/** Each operation as often as it was seen. */
const foundIn = (recording: Recording): readonly string[] =>
  recording.programs.flatMap(({ operations }) =>
    operations.flatMap(({ operation, seen }) =>
      Array.from({ length: seen.count }, () => operation.reference),
    ),
  );

/** What is in the one list and not in the other, each as often. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

const results = labelled.map((recording) => {
  const found = foundIn(read(recording));
  return {
    form: recording.form,
    found: found.length,
    expected: recording.operations.length,
    invented: without(found, recording.operations),
    missed: without(recording.operations, found),
  };
});
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

describe('recordings of every form', () => {
  test('the set has at least 60 forms and 600 calls, code of six languages, and recordings without any', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(75);
    expect(sum(labelled.map(({ operations }) => operations.length))).toBeGreaterThanOrEqual(600);
    expect(labelled.filter(({ operations }) => operations.length === 0).length).toBeGreaterThan(15);
  });

  test('nothing is guessed: each operation that is reported was called', () => {
    expect(
      results.flatMap(({ form, invented }) => (invented.length > 0 ? [[form, ...invented]] : [])),
    ).toEqual([]);
  });

  test('of 100 calls at least 98 are found, and the report names the others', () => {
    const missed = results.flatMap((each) =>
      each.missed.length > 0 ? [[each.form, ...each.missed]] : [],
    );
    const recall =
      1 -
      sum(results.map((each) => each.missed.length)) / sum(results.map((each) => each.expected));
    expect(recall >= 0.98 ? [] : missed).toEqual([]);
  });

  test('where a recording does not say the method, the path is listed and no operation', () => {
    for (const recording of labelled.filter(({ unsettled }) => unsettled !== undefined)) {
      const paths = read(recording).programs.flatMap(({ unsettled }) =>
        unsettled.map(({ path }) => path),
      );
      expect(paths.toSorted(), recording.form).toEqual(recording.unsettled?.toSorted());
    }
  });

  test('pieces of any size give what the whole gives', () => {
    for (const recording of labelled) {
      const whole = read(recording);
      for (const size of [1, 7, 1000]) {
        const { fileName } = recording;
        const reader = new RecordingReader(index, fileName === undefined ? {} : { fileName });
        for (let at = 0; at < recording.text.length; at += size) {
          reader.read(recording.text.slice(at, at + size));
        }
        expect(reader.end(), `${recording.form} in pieces of ${size}`).toEqual(whole);
      }
    }
  });
});
