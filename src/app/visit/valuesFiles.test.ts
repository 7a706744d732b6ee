import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';
import { operationCall } from '#snippets/operationCall.ts';

import { parsedTexts } from './fieldTexts.ts';
import { untouched } from './picked.ts';
import { largestValuesFile, openedFile, openedValues, valuesFileText } from './valuesFiles.ts';

function callOf(reference: string, body?: string) {
  const operation = findByReference(oktaCatalogue, reference);
  if (operation === undefined) throw new Error(`There is no operation ${reference}.`);
  return operationCall(operation, { pathTexts: { userId: 'a b' }, queryTexts: {}, body });
}

test('a file of values opens as the values that it was made of, to the last digit', () => {
  const body = `{"profile": {"login": "a@b.example", "n": 12345678901234567890}, "text": "${'x'.repeat(8000)}"}`;
  const text = valuesFileText({ orgDomain: 'acme.okta.com' }, callOf('createUser', body)) ?? '';
  const opened = openedValues(text);
  if (!opened.ok) throw new Error(opened.problems.join(' '));
  expect(opened.texts).toEqual({ orgDomain: 'acme.okta.com', clientId: '', keyId: '' });
  expect(opened.picked.operations).toEqual(['createUser']);
  expect(opened.picked.body).toContain('12345678901234567890');
  expect(
    valuesFileText({ orgDomain: 'acme.okta.com' }, callOf('createUser', opened.picked.body)),
  ).toContain('12345678901234567890');
});

test('a body that was emptied is empty in the file too', () => {
  const reference = oktaCatalogue.operations.find(
    ({ body, method }) =>
      method === 'PUT' && body?.required !== true && body?.mediaTypes.includes('application/json'),
  )?.reference;
  const opened = openedValues(valuesFileText({}, callOf(reference ?? '', '')) ?? '');
  if (!opened.ok) throw new Error(opened.problems.join(' '));
  expect(opened.picked.body).toBe('');
});

test('no file is made where the body is refused', () => {
  expect(valuesFileText({}, callOf('createUser', '{'))).toBeUndefined();
});

test.each([
  ['', 'Line 1'],
  ['{"operation": "noSuchOperation"}', 'noSuchOperation'],
  ['{"orgDomain": "not an org"}', 'orgDomain'],
  ['[{"id": "a"}, {"id": "b"}]', 'one set'],
  ['{"secret": "x"}', 'unknown property'],
])('%j is refused with the reason', (text, reason) => {
  const opened = openedValues(text);
  expect(opened.ok ? '' : opened.problems.join(' ')).toContain(reason);
});

test('a corrected value is shown as it is in the file, so that its field says how', () => {
  const opened = openedValues('{"orgDomain": "https://acme.workflows.okta.com/"}');
  const texts = opened.ok ? opened.texts : untouched;
  expect(texts.orgDomain).toBe('https://acme.workflows.okta.com/');
  const [parsed] = parsedTexts(texts);
  expect(parsed?.result.ok && parsed.result.note).toMatch(/scheme.*slash.*`acme\.okta\.com`/);
});

test('a file that is too large is not read', async () => {
  const opened = await openedFile(new Blob(['x'.repeat(largestValuesFile + 1)]));
  expect(opened.ok ? '' : opened.problems.join(' ')).toContain('1000 kB');
});

test('no text whatever makes opening fail', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(typeof openedValues(text).ok).toBe('boolean');
    }),
  );
});
