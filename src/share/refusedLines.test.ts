import { expect, test } from 'vitest';

import { decodeFragment } from './fragment.ts';
import { refusedLines } from './refusedLines.ts';

const choices = {
  languages: ['curl'],
  defaultOperations: [],
  defaultForm: { variant: 'bearer', keyType: 'RSA', request: 'single' },
} as const;

function lines(fragment: string) {
  const decoded = decodeFragment(fragment, choices);
  return decoded === undefined ? [] : refusedLines(decoded);
}

test('a link with 1,200 unknown names makes one line, in no words of the link', () => {
  const names = Array.from({ length: 1200 }, (_, index) => `a${index.toString(36)}`);
  const told = lines(`#v=1&${names.map((name) => `${name}=1`).join('&')}`);
  expect(told).toEqual([
    { reason: 'The guide does not know 1200 values in this link, so they were left out.' },
  ]);
});

test('a link with a thousand faults makes a few lines', () => {
  const token = `00${'aB3dE5gH7j'.repeat(4)}`;
  const pairs = Array.from({ length: 150 }, (_, index) => `query.call-me-${index}=${token}`);
  const told = lines(`#v=1&org=a@b&client=%20x&${pairs.join('&')}`);
  expect(told.length).toBeLessThan(10);
  expect(told.map(({ key }) => key)).toEqual(['org', 'client', 'query']);
  expect(JSON.stringify(told)).not.toContain('call-me');
});

test('one unknown name is reported as one', () => {
  expect(lines('#v=1&theme=dark')).toEqual([
    { reason: 'The guide does not know 1 value in this link, so it was left out.' },
  ]);
});
