import * as fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';

import { misconceptions } from '../misconceptions.ts';
import { confidences, reasonChoices } from '../prediction.ts';
import type { Split } from '../room/split.ts';
import { type KeyedScenario, type ResultId, resultIds } from '../scenario.ts';
import { keyedScenarios } from '../scenarios/scenarios.ts';
import { compareLessons } from './compareLessons.ts';
import { type CardSplits, lessonReport } from './lessonReport.ts';
import { reportMarkdown } from './reportMarkdown.ts';

function keyed(id: string): KeyedScenario {
  const found = keyedScenarios.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no card ${id}.`);
  return found;
}

function hands(counts: Partial<Record<ResultId, number>>): Split {
  const results = resultIds.map((id) => counts[id] ?? 0);
  return {
    answered: results.reduce((sum, each) => sum + each, 0),
    results,
    reasons: [],
    confidences: [],
  };
}

const hrSync = keyed('nightly-hr-sync');
const privateCustomer = keyed('one-private-customer');

const lesson: readonly CardSplits[] = [
  {
    scenario: privateCustomer,
    before: {
      ...hands({ serviceApp: 5, apiServiceIntegration: 4, apiToken: 3 }),
      reasons: reasonChoices(privateCustomer).map(({ belief }) =>
        belief === undefined
          ? 4
          : belief === misconceptions.vendorMeansListing
            ? 6
            : belief === misconceptions.tokenIsLessWork
              ? 2
              : 0,
      ),
      confidences: [
        { times: 4, right: 2 },
        { times: 2, right: 1 },
        { times: 6, right: 2 },
      ],
    },
    after: hands({ serviceApp: 7, apiServiceIntegration: 3 }),
    twist: hands({ apiServiceIntegration: 8, serviceApp: 2 }),
  },
  {
    scenario: hrSync,
    before: hands({ serviceApp: 6 }),
    after: hands({ serviceApp: 2, apiToken: 1 }),
    twist: hands({}),
  },
];

describe('the report as Markdown', () => {
  test('says what the room believed, in plain sentences, a table and lists', () => {
    expect(reportMarkdown(lessonReport(lesson))).toBe(
      `# Lesson report: how a program authorizes its calls to Okta’s APIs

Cards that the room answered: 2. Answered both before and after the discussion: 2.

Right answers on the cards answered both times: 11 of 18 (61%) before, 9 of 13 (69%) after, a change of +8 percentage points.

The same people may not have answered both times, so compare the percentages, not the counts.

If a question has fewer than five answers, you see only how many were right: a percentage would say little, and a belief could point to the person who holds it.

## Right answers, card by card

How many of the answers were right. The change from before to after is in percentage points.

| Card | Before | After | Change | Twist |
| --- | --- | --- | --- | --- |
| One customer, no catalog | 5 of 12 (42%) | 7 of 10 (70%) | +28 | 8 of 10 (80%) |
| The nightly HR sync | 6 of 6 (100%) | 2 of 3 | not compared | no answers |

## Beliefs that stayed

Each of these showed on the same card before and after the discussion. With at least five reasons, you see how often this belief was chosen. With fewer, you see how often people chose a wrong method that it often leads to.

- “What a vendor ships to a customer belongs in the OIN.” ${misconceptions.vendorMeansListing.truth.text}
  - One customer, no catalog: 6 of 12 reasons before, 3 of 10 answers after

## Worth teaching again

Of the cards with five or more answers at the end, these had fewer than four in five right. The lowest share comes first:

- One customer, no catalog: 7 of 10 (70%)

## What the room believed, card by card

### One customer, no catalog

The guide’s answer: Service app.

Before: 12 reasons were given. These were wrong:

- “What a vendor ships to a customer belongs in the OIN.”: 6 of 12
- “A token is one header and needs no set-up, so it suits a small job.”: 2 of 12

Certain before: 6 answers, 4 of them wrong.

After: fewer than five reasons were given. The wrong answers suggest these beliefs:

- “What a vendor ships to a customer belongs in the OIN.”: 3 of 10

### The nightly HR sync

The guide’s answer: Service app.

Before: all 6 answers were right.

After: no beliefs are listed, because there are fewer than five answers.
`,
    );
  });

  test('of a lesson in which nobody answered says that there is nothing to report', () => {
    expect(reportMarkdown(lessonReport([])))
      .toBe(`# Lesson report: how a program authorizes its calls to Okta’s APIs

Nobody has answered a card, so there is nothing to report yet.
`);
  });

  test('ends with the comparison to another lesson', () => {
    const report = lessonReport(lesson);
    expect(reportMarkdown(report, compareLessons(report, report))).toMatch(
      /\n\n## Compared with the other lesson\n\n.*\n\n\| Card .*\n.*\n.*\n.* \|\n$/,
    );
  });

  test('does not call wrong answers right where the card names no belief behind them', () => {
    const scenario = { ...hrSync, misconceptions: {} };
    const nobody = hands({});
    expect(
      reportMarkdown(
        lessonReport([
          { scenario, before: hands({ serviceApp: 4, apiToken: 2 }), after: nobody, twist: nobody },
        ]),
      ),
    ).toContain('the card gives no belief behind the wrong answers.');
  });
});

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '`',
        '``',
        '# ',
        ' #',
        '##',
        '- ',
        '> ',
        '1. ',
        '***',
        '---',
        '===',
        '\n',
        '\n\n',
        '\r',
        '\u2028',
        '\u0085',
        '    ',
        '\t',
        '<b>',
        '<!--',
        '</td>',
        '<script>alert(1)</script>',
        '[x](y)',
        '![x](y)',
        '[x]: /y',
        '|',
        ' | ',
        '\\|',
        '`|`',
        '| --- |',
        '~~~',
        '&lt;',
        '\\',
        'word',
        ' ',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

interface OwnTexts {
  readonly title: string;
  readonly because: string;
  readonly belief: string;
  readonly truth: string;
}

const ownCard = ({ title, because, belief, truth }: OwnTexts): KeyedScenario => ({
  ...hrSync,
  id: 'own',
  title,
  because,
  misconceptions: { apiToken: { belief, truth: { text: truth } } },
});

/** A card with whatever text somebody might write. */
const hostileCard = fc
  .record({ title: hostileText, because: hostileText, belief: hostileText, truth: hostileText })
  .map(ownCard);

const tags = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name = '']) => name.toLowerCase());
const blocks = (html: string): readonly string[] => tags(html).filter((name) => name !== 'code');
const read = (markdown: string): string => marked.parse(markdown, { async: false });

/** Every form of the report of a lesson with this card. */
function reportsOf(scenario: KeyedScenario): string {
  const given: Split = {
    ...hands({ serviceApp: 2, apiToken: 5 }),
    reasons: reasonChoices(scenario).map(() => 4),
    confidences: confidences.map(() => ({ times: 2, right: 1 })),
  };
  const report = lessonReport([
    { scenario, before: given, after: given, twist: hands({}) },
    { scenario: privateCustomer, before: given, after: hands({}), twist: hands({}) },
  ]);
  const without = lessonReport([]);
  return [
    reportMarkdown(report, compareLessons(report, report)),
    reportMarkdown(report, compareLessons(report, without)),
  ].join('\n');
}

test('no text of a card leaves its cell, its list or its heading, nor makes HTML', () => {
  const harmless = blocks(
    read(
      reportsOf(
        ownCard({ title: 'A title', because: 'A reason', belief: 'A belief', truth: 'A truth' }),
      ),
    ),
  );
  expect(harmless).toContain('td');
  fc.assert(
    fc.property(hostileCard, (scenario) => {
      expect(blocks(read(reportsOf(scenario)))).toEqual(harmless);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['a | b', 'a | b'],
  ['`a|b` and `c`', '`a|b` and `c`'],
  [String.raw`a \| b`, String.raw`a \| b`],
  ['`code` alone', 'code alone'],
  ['ends with ##', 'ends with ##'],
  ['#', '#'],
])('a card called %j reads the same in the table, in lists and as a heading', (title, shown) => {
  const scenario = { ...hrSync, title };
  const wrong = hands({ serviceApp: 1, apiToken: 5 });
  const html = read(
    reportMarkdown(lessonReport([{ scenario, before: wrong, after: wrong, twist: hands({}) }])),
  ).replaceAll(/<\/?code>/g, '');
  const withoutCode = title.replaceAll('`', '');
  expect(html).toContain(`<td>${shown}</td>`);
  expect(html).toContain(`<h3>${withoutCode}</h3>`);
  expect(html).toContain(`<li>${withoutCode}: 1 of 6 (17%)</li>`);
});

test('the file has only the numbers that were counted: no room, no phone and no code', () => {
  const cards = lesson.map((card) => Object.assign({ room: 'ABC-777', phones: [987_654] }, card));
  const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 18];
  const points = [8, 28];
  const percents = [42, 61, 69, 70, 80, 100];
  const figures = reportMarkdown(lessonReport(cards)).match(/\d+/g) ?? [];
  const known = new Set([...counts, ...points, ...percents]);
  expect(figures.map(Number).filter((each) => !known.has(each))).toEqual([]);
});
