import { expect, test } from 'vitest';

import { explainMermaidProblem } from './mermaidProblem.ts';

const text = [
  '---',
  'title: "Mine"',
  '---',
  '',
  'flowchart TB',
  '  %% a comment',
  '  a("one") --> b("two")',
  '  b --> c("three',
].join('\n');

test('names the line as the person sees it, not as Mermaid counts it', () => {
  const complaint = "Parse error on line 3:\n...b --> c(\"three\n---^\nExpecting 'PE', got 'STR'";
  expect(explainMermaidProblem(text, complaint)).toMatch(
    /^Line 8 does not parse: b --> c\("three\n/,
  );
});

test('counts from the first line where there are no settings', () => {
  expect(
    explainMermaidProblem('flowchart TB\n a[', 'Lexical error on line 2. Unrecognized'),
  ).toMatch(/^Line 2 does not parse: a\[\n/);
});

test('says what to do about a text that is empty or no diagram', () => {
  expect(explainMermaidProblem(' \n', 'No diagram type detected')).toBe(
    'There is no text to draw.',
  );
  expect(explainMermaidProblem('hello', 'No diagram type detected matching …')).toContain(
    'flowchart TB',
  );
});

test('a line beyond the end is an early end, and any other reason is given as it is', () => {
  expect(explainMermaidProblem('flowchart TB', 'Parse error on line 9:')).toContain('too early');
  expect(explainMermaidProblem('flowchart TB', 'Mermaid could not be loaded.')).toBe(
    'Mermaid could not be loaded.',
  );
});
