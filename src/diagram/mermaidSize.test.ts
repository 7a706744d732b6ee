import { expect, test } from 'vitest';

import { allWalks } from '#guide/walks.ts';

import { flowchartText } from './flowchart.ts';
import { fitsMermaid, mermaidSize, mostCharacters, mostParts } from './mermaidSize.ts';

const lines = (count: number, line: (index: number) => string): string =>
  ['flowchart TB', ...Array.from({ length: count }, (_, index) => line(index))].join('\n');

test('counts lines, boxes and arrows roughly', () => {
  expect(mermaidSize('flowchart TB\nA[One] --> B[Two]\n%% a note').parts).toBe(4);
  expect(mermaidSize('A & B --> C & D').parts).toBe(8);
});

test('the guide’s own texts fit, with room for what a person adds', () => {
  for (const walk of allWalks()) {
    const { characters, parts } = mermaidSize(flowchartText(walk));
    expect(characters).toBeLessThan(mostCharacters / 2);
    expect(parts).toBeLessThan((mostParts * 2) / 3);
  }
});

test.each([
  ['3,000 boxes', lines(3000, (index) => `n${index}`)],
  [
    'as many in one line',
    `flowchart TB; ${Array.from({ length: 3000 }, (_, index) => `n${index}`).join(';')}`,
  ],
  [
    'every box joined to every other in one line',
    `flowchart TB\n${['a', 'b'].map((side) => Array.from({ length: 60 }, (_, index) => `${side}${index}`).join(' & ')).join(' --> ')}`,
  ],
  ['an arrow as long as a book', `flowchart TB\nA -${'-'.repeat(5000)}> B`],
  ['many messages', lines(400, (index) => `A->>B: ${index}`)],
  ['one long label', `flowchart TB\nA[${'x'.repeat(mostCharacters)}]`],
])('does not give %s to Mermaid', (_, text) => {
  expect(fitsMermaid(text)).toBe(false);
});
