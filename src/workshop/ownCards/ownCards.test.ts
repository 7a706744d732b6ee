import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { finished, type SlicedWork } from '#browser/slices.ts';
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
  checkingCards,
  isOwn,
  mostCards,
  parseOwnCard,
  recordFrom,
  scenarioFrom,
} from './cardRecord.ts';
import { cardYaml, longestFile, readCardYaml, readingCards } from './cardYaml.ts';
import { exampleCard } from './exampleCard.ts';
import { jsonSchemaOf, mostProblems, problemsOf } from './shape.ts';

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
        because: words(150),
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

test('no card of the guide is mistaken for a teacher’s', () => {
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

describe('what must be fixed is reported with its line and what to do', () => {
  const text = cardYaml([exampleCard]);
  const problemsAfter = (from: string, to: string) => readCardYaml(text.replace(from, to)).problems;

  test.each([
    ['audience.ownOrg', 'audience.own', /not an answer of the guide.*audience\.ownOrg/],
    ['audience.ownOrg', 'catalog.yes', /does not follow here.*audience\.ownOrg/],
    ['      - audience.ownOrg\n', '', /stop before there is a result/],
    ['level: first', 'level: First', /Did you mean first\?/],
    ['title:', 'titel:', /“titel” is not a field here/],
    ['tokenIsLessWork', 'tokenIsLess', /Did you mean tokenIsLessWork\?/],
    ['hint: Who is there when it runs?', 'hint: 5', /5 must be text/],
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

  test('the line is the one that it is on', () => {
    const broken = text.replace('catalog.yes', 'catalog.maybe');
    const [problem] = readCardYaml(broken).problems;
    expect(problem).toMatchObject({
      line: line(broken, 'catalog.maybe'),
      where: 'cards[0].twist.answers[2]',
    });
  });

  test('a name that begins with a letter that YAML keeps for itself', () => {
    for (const wrong of ['`cards: []', '@cards: []', '"\\q": []', '%cards: []\n']) {
      const { records, problems } = readCardYaml(wrong);
      expect(records).toEqual([]);
      expect(problems[0], wrong).toMatchObject({ line: 1 });
    }
  });

  test('a text that is no YAML, an alias, two cards of one name', () => {
    expect(readCardYaml('cards:\n  - id: [').problems[0]).toMatchObject({
      text: expect.stringMatching(/^This is not YAML/) as string,
    });
    expect(readCardYaml('a: &a [1]\ncards: *a').problems[0]?.text).toMatch(/Anchors and aliases/);
    const twice = checkCards({ cards: [exampleCard, exampleCard] });
    expect(twice.records).toHaveLength(1);
    expect(twice.problems.map((each) => each.text).join()).toMatch(
      /is also the id of another card/,
    );
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
    problem: 'The link contains more than a set of cards can. Ask for the file instead.',
  });
});

/** How many pauses work makes before it is over. */
function pausesOf(work: SlicedWork<unknown>): number {
  let pauses = 0;
  while (work.next().done !== true) pauses += 1;
  return pauses;
}

const many = (count: number): readonly CardRecord[] =>
  Array.from({ length: count }, (_, index) => ({ ...exampleCard, id: `card-${index}` }));

describe('what is read has a bound, and is read in parts', () => {
  test('a full file is read with a pause after every few signs and cards', () => {
    const text = cardYaml(many(mostCards));
    expect(pausesOf(readingCards(text))).toBeGreaterThanOrEqual(mostCards);
    expect(pausesOf(checkingCards({ cards: many(mostCards) }))).toBe(mostCards / 2 - 1);
    expect(finished(readingCards(text)).records).toHaveLength(mostCards);
  });

  test('a file in which every card is wrong reports the first problems and checks no further', () => {
    const wrong = { cards: Array.from({ length: 5000 }, () => ({})) };
    const looked: number[] = [];
    for (const [index, each] of wrong.cards.entries()) {
      Object.defineProperty(each, 'id', {
        enumerable: true,
        get: () => {
          looked.push(index);
          return 5;
        },
      });
    }
    expect(checkCards(wrong).problems).toHaveLength(mostProblems);
    expect(Math.max(...looked)).toBeLessThan(mostCards);
    const names = Object.fromEntries(wrong.cards.map((_, index) => [`k${index}`, index]));
    expect(problemsOf(cardFileShape, names)).toHaveLength(mostProblems);
  });

  test('144 kB that fit nowhere are answered after the first entries, with one sentence', () => {
    for (const entry of ['- {}\n', '- a\n', '- id: a\n', '- [\n']) {
      const text = `cards:\n${entry.repeat(144_000 / entry.length)}`;
      expect(pausesOf(readingCards(text))).toBeLessThan(3);
      expect(readCardYaml(text).problems).toEqual([
        {
          line: expect.any(Number) as number,
          where: '',
          text: expect.stringMatching(/100 entries/),
        },
      ]);
    }
  });

  test.each([
    ['brackets', '['.repeat(5000)],
    ['closed brackets', `${'['.repeat(3000)}${']'.repeat(3000)}`],
    ['braces', '{"a":'.repeat(3000)],
    ['hyphens', '- '.repeat(3000)],
    ['question marks', '? '.repeat(3000)],
    ['indentation', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a card', cardYaml([exampleCard]).replace('oauth.yes', '['.repeat(4000))],
  ])('%s that stand too deep are told once, in our words', (_, text) => {
    const { problems } = readCardYaml(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.text).toMatch(/^Lists or records are nested deeper here than on any card/);
  });

  test('anchors and aliases that would unfold to an endless text are reported once', () => {
    const floors = 'abcdefgh'.split('');
    const text = floors
      .map((name, index) =>
        index === 0
          ? `${name}: &${name} [x, x]`
          : `${name}: &${name} [*${floors[index - 1]}, *${floors[index - 1]}]`,
      )
      .join('\n');
    const inCards = `cards: [&a {id: x}, *a, {id: *a}]`;
    for (const each of [`${text}\ncards: *h`, inCards]) {
      const { problems } = readCardYaml(each);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.text).toMatch(/^Anchors and aliases/);
    }
  });

  test.each([
    [
      'a text that is not closed',
      'cards: "'.padEnd(longestFile, 'a\n'),
      /^A text of \d+ characters/,
    ],
    ['comments', `cards:\n${'# c\n'.repeat(20_000)}`, /^There are too many comments/],
    [
      'anchors',
      `cards: ${'&a '.repeat(20_000)}`,
      /^There are too many comments, empty lines or symbols/,
    ],
    ['quotes', '"" '.repeat(20_000), /^There are too many comments, empty lines or symbols/],
    ['brackets that nothing opened', '}'.repeat(20_000), /^This is not YAML/],
    ['texts in one file', '---\n'.repeat(20_000), /^A second YAML document begins here/],
    [
      'one long card',
      cardYaml([exampleCard]).replace('facts:', `facts:\n${'      # c\n'.repeat(2000)}`),
      /^There are too many comments|^This card has/,
    ],
    [
      'one character more than is read',
      ' '.repeat(longestFile + 1),
      /200001 characters, but the guide reads up to 200000/,
    ],
  ])('%s without end are told once, after a few parts', (_, text, told) => {
    expect(pausesOf(readingCards(text))).toBeLessThan(6);
    const { problems } = readCardYaml(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.text).toMatch(told);
  });

  test('a link of more cards than a file holds is judged no further than the most', async () => {
    const linked = await cardsOfFragment(await cardsFragment(many(200)));
    expect(linked).toEqual({ problem: expect.stringMatching(/At most 40 fit here/) as string });
    expect(await cardsOfFragment(`#cards=${'A'.repeat(400_001)}`)).toEqual({
      problem: 'The link contains more than a set of cards can. Ask for the file instead.',
    });
  });
});

test('a misconception of the guide keeps its sources on a teacher’s card', () => {
  const { misconceptions: found } = scenarioFrom(exampleCard);
  expect(found.apiToken).toBe(misconceptions.tokenIsLessWork);
  expect(found['userContext' satisfies ResultId]?.truth.basis).toBeUndefined();
});
