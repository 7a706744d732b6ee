import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { replay } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';

import { misconceptions } from '../misconceptions.ts';
import { levels, type ResultId, resultIds } from '../scenario.ts';
import { keyedScenarios, scenarios } from '../scenarios/scenarios.ts';
import { cardsFragment, cardsOfFragment } from './cardLink.ts';
import {
  type CardRecord,
  cardFileShape,
  checkCards,
  isOwn,
  parseOwnCard,
  recordFrom,
  scenarioFrom,
} from './cardRecord.ts';
import { cardYaml, readCardYaml } from './cardYaml.ts';
import { exampleCard } from './exampleCard.ts';
import { jsonSchemaOf, problemsOf } from './shape.ts';

const validate = new Ajv2020({ strict: true }).compile(jsonSchemaOf(cardFileShape));

const ended = allWalks().filter(({ kind }) => kind !== 'question');
const words = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: Math.floor(longest / 12) })
    .filter((text) => text.trim() !== '' && Array.from(text).length <= longest);

const record: fc.Arbitrary<CardRecord> = fc
  .tuple(fc.constantFrom(...ended), fc.constantFrom(...ended))
  .filter(([own, twist]) => own.node !== twist.node)
  .chain(([own, twist]) =>
    fc.record(
      {
        id: fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/),
        level: fc.constantFrom(...levels),
        title: words(80),
        story: words(1200),
        facts: fc.array(fc.record({ ask: words(160), told: words(300) }), {
          minLength: 1,
          maxLength: 3,
        }),
        hint: words(300),
        answers: fc.constant(own.answers),
        because: words(200),
        reason: words(600),
        misconceptions: fc.constant(
          Object.fromEntries(
            resultIds
              .filter((id) => id !== own.node)
              .map((id, index) => [
                id,
                index === 0 ? 'tokenIsLessWork' : { belief: 'So they think.', truth: 'It is not.' },
              ]),
          ),
        ),
        twist: fc.record({
          change: words(400),
          answers: fc.constant(twist.answers),
          reason: words(600),
        }),
      },
      {
        requiredKeys: [
          'id',
          'level',
          'title',
          'story',
          'hint',
          'answers',
          'because',
          'reason',
          'twist',
        ],
      },
    ),
  );

const line = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;

test('the example is a card that the guide agrees with', () => {
  expect(readCardYaml(cardYaml([exampleCard]))).toEqual({ records: [exampleCard], problems: [] });
});

test('every card comes back from its YAML, its link, and another window as it was', async () => {
  await fc.assert(
    fc.asyncProperty(record, async (card) => {
      expect(readCardYaml(cardYaml([card]))).toEqual({ records: [card], problems: [] });
      const linked = await cardsOfFragment(await cardsFragment([card]));
      expect(linked).toMatchObject({ records: [card] });
      const scenario = scenarioFrom(card);
      expect(parseOwnCard(structuredClone(recordFrom(scenario)))).toEqual(scenario);
      expect(replay(scenario.answers).walk.node).toBe(scenario.result);
    }),
    { numRuns: 60 },
  );
});

test('no card of the guide is taken for a teacher’s', () => {
  expect(scenarios.filter(isOwn)).toEqual([]);
  expect(isOwn(scenarioFrom(exampleCard))).toBe(true);
});

test('the guide’s own cards can be written as files and read again', () => {
  for (const scenario of keyedScenarios) {
    const written = { ...recordFrom(scenario), id: scenario.id.slice(0, 40) };
    expect(readCardYaml(cardYaml([written])).problems).toEqual([]);
  }
});

test('the published schema and the checks accept and refuse the same', () => {
  const parts = fc.oneof(
    fc.constant(undefined),
    fc.string({ maxLength: 5 }),
    fc.integer(),
    fc.constant([]),
    fc.constant({}),
    fc.constant('x'.repeat(2000)),
    fc.constant('😀'.repeat(80)),
    fc.constant('tokenIsLessWork'),
    fc.constant(null),
  );
  fc.assert(
    fc.property(
      record,
      fc.constantFrom(
        'id',
        'level',
        'title',
        'facts',
        'answers',
        'result',
        'misconceptions',
        'twist',
        'other',
      ),
      parts,
      (card, name, value) => {
        const data: unknown = JSON.parse(JSON.stringify({ cards: [{ ...card, [name]: value }] }));
        expect(problemsOf(cardFileShape, data).length === 0).toBe(validate(data));
      },
    ),
    { numRuns: 500 },
  );
});

describe('what must be mended is told with its line and what to do', () => {
  const text = cardYaml([exampleCard]);
  const problemsAfter = (from: string, to: string) => readCardYaml(text.replace(from, to)).problems;

  test.each([
    ['audience.ownOrg', 'audience.own', /no answer of the guide.*audience\.ownOrg/],
    ['audience.ownOrg', 'catalog.yes', /does not follow here.*audience\.ownOrg/],
    ['      - audience.ownOrg\n', '', /stop before there is a result/],
    ['level: first', 'level: First', /Did you mean first\?/],
    ['title:', 'titel:', /“titel” is not known here/],
    ['tokenIsLessWork', 'tokenIsLess', /Did you mean tokenIsLessWork\?/],
    ['hint: Who is there when it runs?', 'hint: 5', /5 must be a text/],
    ['apiToken: tok', 'serviceApp: tok', /is the right result of this card/],
    ['because: It', 'result: apiToken\n    because: It', /The guide says serviceApp/],
    ['because: It', 'because: SSWS 00abcdefghijklmnop it', /looks like an API token/],
  ])('%s written as %s', (from, to, told) => {
    const problems = problemsAfter(from, to);
    expect(problems.map((each) => each.text).join(' ')).toMatch(told);
    for (const problem of problems) {
      expect(problem.line).toBeGreaterThan(0);
      expect(problem.where).toMatch(/^cards/);
    }
  });

  test('the line is the one on which it stands', () => {
    const broken = text.replace('catalog.yes', 'catalog.maybe');
    const [problem] = readCardYaml(broken).problems;
    expect(problem).toMatchObject({
      line: line(broken, 'catalog.maybe'),
      where: 'cards[0].twist.answers[2]',
    });
  });

  test('a text that is no YAML, an alias, two cards of one name', () => {
    expect(readCardYaml('cards:\n  - id: [').problems[0]).toMatchObject({
      text: expect.stringMatching(/^This is not YAML/) as string,
    });
    expect(readCardYaml('a: &a [1]\ncards: *a').problems[0]?.text).toMatch(/Anchors and aliases/);
    const twice = checkCards({ cards: [exampleCard, exampleCard] });
    expect(twice.records).toHaveLength(1);
    expect(twice.problems.map((each) => each.text).join()).toMatch(/names another card too/);
  });
});

test('no text and no link whatever makes reading fail', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readCardYaml(text).records).toEqual([]);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const read = await cardsOfFragment(`#cards=${text}`);
      expect(read).toHaveProperty('problem');
    }),
  );
  const fragment = await cardsFragment([exampleCard]);
  for (let cut = 8; cut < fragment.length; cut += 7) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await cardsOfFragment(fragment.slice(0, cut))).toHaveProperty('problem');
  }
});

test('a link that unfolds to more than cards can hold is refused', async () => {
  const stream = new Blob(['{"cards":[', ' '.repeat(3_000_000)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bomb = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
  expect(await cardsOfFragment(`#cards=${bomb}`)).toEqual({
    problem: 'The link holds more than cards can. Ask for the file of the cards.',
  });
});

test('a misconception of the guide keeps its sources on a teacher’s card', () => {
  const { misconceptions: found } = scenarioFrom(exampleCard);
  expect(found.apiToken).toBe(misconceptions.tokenIsLessWork);
  expect(found['userContext' satisfies ResultId]?.truth.basis).toBeUndefined();
});
