import DOMPurify from 'dompurify';
import * as fc from 'fast-check';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, test } from 'vitest';

import { questionIdOf } from '#guide/answers.ts';
import { allWalks, targetOf } from '#guide/walks.ts';

import { edges } from './graph.ts';
import { emptyFlowchartText, flowchartText } from './flowchart.ts';
import { labels } from './geometry.ts';
import { type DiagramLabels, wrapLabel } from './labels.ts';
import { mermaidText } from './mermaidText.ts';
import { drawnWalks, nodesOf, pathText } from './pathChart.ts';

interface ParsedFlowchart {
  readonly getVertices: () => ReadonlyMap<string, { readonly text: string }>;
  readonly getEdges: () => readonly {
    readonly start: string;
    readonly end: string;
    readonly text: string;
    readonly stroke: string;
  }[];
}

beforeAll(async () => {
  // Without a DOM the sanitiser is absent; here only Mermaid's grammar is asked.
  Object.assign(DOMPurify, { sanitize: (text: string) => text, addHook: () => undefined });
  // The first text makes Mermaid load its kinds of diagrams.
  await mermaid.parse(emptyFlowchartText());
});

async function parsed(text: string): Promise<ParsedFlowchart> {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  return db as unknown as ParsedFlowchart;
}

const forms = ['full', 'plain'] as const;
const ended = drawnWalks().map((walk) => [walk.answers.join(' '), walk] as const);

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

/** What is drawn for a label: until then Mermaid keeps a reference such as `#lt;` in a form of its own. */
const drawn = (text: string): string =>
  text
    .replaceAll(/ﬂ°°?(\w+)¶ß/g, (_, name: string) => references[name] ?? `unknown: ${name}`)
    .replaceAll('\u2060', '');

/** A label as it should be drawn: straight quotes have become curved ones. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('\u2060', '')
    .replaceAll(/"([^"]*)"/g, '“$1”')
    .replaceAll('"', '”');

const linesOf = (text: string): readonly string[] => drawn(text).split('<br/>');

describe('the Mermaid text of a walk', () => {
  test.each(allWalks().map((walk) => [walk.answers.join(' '), walk] as const))(
    'parses, names every answer, and its strong lines are the walk: %s',
    async (_, walk) => {
      const flowchart = await parsed(flowchartText(walk));
      const drawnEdges = flowchart.getEdges();
      expect(drawnEdges).toHaveLength(edges.length);
      for (const { from, to, answers } of edges) {
        const edge = drawnEdges.find(({ start, end }) => start === from && end === to);
        expect(linesOf(edge?.text ?? '')).toEqual(
          answers.map((answer) =>
            walk.answers.includes(answer) ? `✓ ${labels.answers[answer]}` : labels.answers[answer],
          ),
        );
        expect(edge?.stroke === 'thick').toBe(
          answers.some((answer) => walk.answers.includes(answer)),
        );
      }
      for (const [id, label] of Object.entries(labels.nodes)) {
        expect(linesOf(flowchart.getVertices().get(id)?.text ?? '')).toEqual(wrapLabel(label));
      }
    },
  );

  test('keeps its labels free of foreignObject and has an accessible title and description', () => {
    const text = emptyFlowchartText();
    expect(text).toMatch(/^ {2}htmlLabels: false$/m);
    expect(text).toMatch(/^ {4}htmlLabels: false$/m);
    expect(text).toMatch(/^ {2}accTitle: \S/m);
    expect(text).toMatch(/^ {2}accDescr: \S/m);
  });
});

describe('the Mermaid text of a path by itself', () => {
  test.each(ended)('holds the walk and nothing else, in both forms: %s', async (_, walk) => {
    for (const form of forms) {
      const flowchart = await parsed(pathText(walk, form));
      expect([...flowchart.getVertices().keys()]).toEqual(nodesOf(walk));
      expect(
        flowchart.getEdges().map(({ start, end, text, stroke }) => ({ start, end, text, stroke })),
      ).toEqual(
        walk.answers.map((answer) => ({
          start: questionIdOf(answer),
          end: targetOf(answer),
          text: labels.answers[answer],
          stroke: 'thick',
        })),
      );
      for (const id of nodesOf(walk)) {
        expect(linesOf(flowchart.getVertices().get(id)?.text ?? '')).toEqual(
          wrapLabel(labels.nodes[id]),
        );
      }
    }
  });

  test('no two walks have the same text', () => {
    for (const form of forms) {
      expect(new Set(ended.map(([, walk]) => pathText(walk, form))).size).toBe(ended.length);
    }
  });
});

/** What Mermaid 8.9.3 was seen to take: boxes, and lines with a text in quotes. */
const oldGrammar = [
  /^graph TB$/,
  /^ {2}\w+(?:\("[^"]+"\)|\{\{"[^"]+"\}\}|\[\["[^"]+"\]\]|\[\/"[^"]+"\/\]|\(\["[^"]+"\]\))$/,
  /^ {2}\w+ (?:== "[^"]+" ==+>|-- "[^"]+" --+>|-\. "[^"]+" \.+->) \w+$/,
];

const graphOf = (flowchart: ParsedFlowchart) => ({
  nodes: [...flowchart.getVertices()].map(([id, { text }]) => [id, text]),
  edges: flowchart.getEdges().map(({ start, end, text, stroke }) => ({ start, end, text, stroke })),
});

describe('the plain form, for old renderers', () => {
  test.each(ended)('has only what Mermaid 8.9 knows: %s', (_, walk) => {
    for (const text of [pathText(walk, 'plain'), flowchartText(walk, 'plain')]) {
      const [first, ...lines] = text.trimEnd().split('\n');
      expect(first).toBe('graph TB');
      expect(lines.filter((line) => !oldGrammar.some((form) => form.test(line)))).toEqual([]);
    }
  });

  test.each(ended)('has the boxes, lines and answers of the full form: %s', async (_, walk) => {
    for (const textOf of [pathText, flowchartText]) {
      expect(graphOf(await parsed(textOf(walk, 'plain')))).toEqual(
        graphOf(await parsed(textOf(walk))),
      );
    }
  });
});

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'a "quoted" word',
      'C# and F#;',
      'one; two',
      '#35;',
      'end',
      '<script>alert(1)</script>',
      '`**bold**`',
      '1. first',
      '- item',
      '%% comment',
      '%%{init: {}}%%',
      'a --> b',
      '$$x$$',
      'back\\slash \\n',
      'a<br/>b',
      '|pipe| [square] {curly}',
      '&amp; &#35;',
    ),
  )
  .filter((text) => /\S/.test(text));

test('whatever a label holds, Mermaid reads it as text and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (nodeLabel, answerLabel) => {
      const strange: DiagramLabels = {
        nodes: { ...labels.nodes, audience: nodeLabel },
        answers: { ...labels.answers, 'catalog.yes': answerLabel },
      };
      const flowchart = await parsed(
        mermaidText({
          labels: strange,
          title: nodeLabel,
          accTitle: nodeLabel,
          accDescr: answerLabel,
          answerLabel: (answer) => strange.answers[answer],
        }),
      );
      expect(flowchart.getVertices().size).toBe(Object.keys(labels.nodes).length);
      expect(flowchart.getEdges()).toHaveLength(edges.length);
      const edge = flowchart.getEdges().find(({ end }) => end === 'apiServiceIntegration');
      expect(drawn(edge?.text ?? '').trim()).toBe(plain(answerLabel));
      expect(drawn(flowchart.getVertices().get('audience')?.text ?? '')).toBe(
        wrapLabel(nodeLabel).map(plain).join('<br/>'),
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);
