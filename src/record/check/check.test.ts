import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';
import { allWalks } from '#guide/walks.ts';

import { claimIds, recordJson } from '../json.ts';
import { recordMarkdown } from '../markdown.ts';
import { operationEvidence } from '../operationEvidence.ts';
import { type DecisionRecord, decisionRecord, type RecordContext } from '../record.ts';
import { textDigest } from '../textDigest.ts';
import { compareRecord } from './comparedRecord.ts';
import { readRecord, UnreadableRecord } from './keptRecord.ts';

const operations = ['listUsers', 'assignUserToGroup'].flatMap(
  (reference) => findByReference(oktaCatalogue, reference) ?? [],
);
const context: RecordContext = {
  date: '2026-11-29',
  contentVersion: '2026-11-27',
  values: [{ name: 'Org domain', value: 'acme.okta.com' }],
  operations: operationEvidence(oktaCatalogue, operations, ['listMoons']),
};
const ended = allWalks().filter(({ kind }) => kind !== 'question');
const nothing = { added: [], removed: [] };
const asJson = (record: DecisionRecord): string =>
  recordJson(record, claimIds(record), '../claims.json');
const forms = { Markdown: recordMarkdown, JSON: asJson };
const serviceApp = ended.find(({ answers }) => answers.join(' ') === 'oauth.yes audience.ownOrg');
if (serviceApp === undefined) throw new Error('The walk of these tests is no walk any more.');
const markdown = recordMarkdown(decisionRecord(serviceApp, context));
const json = asJson(decisionRecord(serviceApp, context));
const compared = (text: string) => compareRecord(readRecord(text), oktaCatalogue);

describe.each(Object.entries(forms))('a record in %s', (_form, write) => {
  test('is read again as it was decided, for every path of the guide, and nothing has changed', () => {
    for (const walk of ended) {
      const comparison = compared(write(decisionRecord(walk, context)));
      expect(comparison).toMatchObject({
        walk: { answers: walk.answers, node: walk.node },
        dropped: [],
        isSameOutcome: true,
        sources: nothing,
        operations: { scopes: nothing, unknown: ['listMoons'] },
      });
      if (comparison.facts !== undefined) {
        expect(comparison.facts).toEqual({ ...nothing, otherStatus: [], reworded: [] });
      }
    }
  });

  test('that was cut off anywhere is refused, or still says what it said', () => {
    const text = write(decisionRecord(serviceApp, context));
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        try {
          const { answers, outcome } = readRecord(text.slice(0, length));
          expect({ answers, outcome }).toEqual({
            answers: serviceApp.answers,
            outcome: 'serviceApp',
          });
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableRecord);
        }
      }),
    );
  });
});

test('whatever is pasted is read or refused with a reason that repeats nothing of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.string().map((inner) => `---\n${inner}\n---\n`),
      ),
      (text) => {
        try {
          readRecord(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableRecord);
        }
      },
    ),
  );
});

describe('what people and tools do to a record is no change of the decision', () => {
  test.each([
    ['Windows line ends', markdown.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${markdown}`],
    [
      'who decided, and when',
      markdown
        .replace('status: proposed', 'status: accepted')
        .replace('decision-makers: []', 'decision-makers: [Ada]'),
    ],
    [
      'a YAML list, an item a line',
      markdown.replace(/^guide-answers: \[(.+), (.+)\]$/m, 'guide-answers:\n  - $1\n  - "$2"'),
    ],
    [
      'a text instead of a list',
      markdown.replace(/^guide-answers: \[(.+)\]$/m, 'guide-answers: "$1"'),
    ],
    ['the list of sources taken out', markdown.replace(/### Sources[^]*?(?=### About)/, '')],
    ['bullets of another kind', markdown.replaceAll(/^\* /gm, '- ')],
    ['JSON with blanks', JSON.stringify(JSON.parse(json), null, 2)],
  ])('%s', (_what, text) => {
    expect(text === markdown || text === json).toBe(false);
    expect(compared(text)).toMatchObject({
      isSameOutcome: true,
      sources: nothing,
      operations: { scopes: nothing },
    });
  });
});

describe('what changed since is reported', () => {
  test('an answer that does not exist any more, and all after it', () => {
    const comparison = compared(markdown.replace('[oauth.yes,', '[oauth.perhaps,'));
    expect(comparison).toMatchObject({
      isSameOutcome: false,
      walk: { node: 'oauth' },
      dropped: [
        { answer: 'oauth.perhaps', reason: 'unknown' },
        { answer: 'audience.ownOrg', reason: 'unknown' },
      ].map(({ answer }) => ({ answer })),
    });
  });

  test('a path that leads elsewhere today', () => {
    expect(
      compared(markdown.replace('guide-outcome: serviceApp', 'guide-outcome: apiToken')),
    ).toMatchObject({
      isSameOutcome: false,
      dropped: [],
      walk: { node: 'serviceApp' },
    });
  });

  test('a path on which the guide asks one question more today', () => {
    expect(compared(markdown.replace(', audience.ownOrg]', ']'))).toMatchObject({
      isSameOutcome: false,
      walk: { node: 'audience', kind: 'question' },
    });
  });

  test('scopes that the operations need now, and no longer need', () => {
    const changed = markdown.replace('`okta.groups.manage`: ', '`okta.groups.read`: ');
    expect(compared(changed).operations?.scopes).toEqual({
      added: ['okta.groups.manage'],
      removed: ['okta.groups.read'],
    });
  });

  test('sources that came and went', () => {
    const changed = markdown.replace(/^\* S3: /m, '* S9999: ');
    expect(compared(changed).sources).toEqual({ added: ['S3'], removed: ['S9999'] });
  });

  test('facts that came, went, were settled and are worded differently', () => {
    const { claims, ...record } = JSON.parse(json) as {
      claims: { id: string; fact?: string; status: string }[];
    };
    const [first, second, third] = claims.filter(
      ({ id, fact }) => fact === undefined && claims.every((each) => each.fact !== id),
    );
    if (first === undefined || second === undefined || third === undefined) {
      throw new Error('This record has fewer than three facts with one claim.');
    }
    const changed = claims.map((claim) => {
      const edited = new Map([
        [first, { id: 'Z1' }],
        [second, { status: 'unsourced' }],
        [third, { digest: textDigest('As it was said then.') }],
      ]).get(claim);
      return Object.assign({}, claim, edited);
    });
    const { facts } = compared(JSON.stringify({ ...record, claims: changed }));
    expect(facts).toEqual({
      added: [first.id],
      removed: ['Z1'],
      otherStatus: [{ fact: second.id, kept: 'unsourced', today: second.status }],
      reworded: [third.id],
    });
  });
});

test('a record of format 3, whose claims have their texts, is compared as well', () => {
  const record = decisionRecord(serviceApp, context);
  const { claims, ...written } = JSON.parse(json) as { claims: { id: string; digest?: string }[] };
  const texts = new Map([...claimIds(record)].map(([{ text }, id]) => [id, text]));
  const older = claims.map(({ digest: _digest, ...claim }) =>
    Object.assign(claim, { text: texts.get(claim.id) }),
  );
  const text = JSON.stringify({ ...written, form: 3, claims: older });
  expect(compared(text).facts).toEqual({ ...nothing, otherStatus: [], reworded: [] });
});

/** A record in whose front matter somebody has put something else. */
function withField(yaml: string): string {
  return markdown.replace('status: proposed', () => yaml);
}

test('fields of the front matter that no record has are left alone, whatever their names', () => {
  const warnings = vi.spyOn(process, 'emitWarning');
  const text = withField('status: x\n__proto__: { guide-outcome: apiToken }\n? [hunter2]\n: 1');
  expect(compared(text)).toMatchObject({ isSameOutcome: true, sources: nothing });
  expect(warnings).not.toHaveBeenCalled();
});

test('the front matter of a program with 200 operations is read', () => {
  const evidence = operationEvidence(oktaCatalogue, oktaCatalogue.operations.slice(0, 200), []);
  const record = decisionRecord(serviceApp, { ...context, operations: evidence });
  expect(readRecord(recordMarkdown(record)).operations?.references).toHaveLength(200);
});

describe('a text that is no record is refused with what is missing', () => {
  test.each([
    ['', /does not begin with the front matter/],
    ['# Use a service app\n', /does not begin with the front matter/],
    ['---\nstatus: accepted\n---\n# Postgres\n', /not a record of this guide/],
    ['---\n"unfinished\n---\n', /front matter is not a YAML map \(line \d+ of the file\)/],
    [withField('status: &one [a]\nnote: *one'), /front matter has YAML aliases/],
    [withField('note: *nothing'), /front matter has YAML aliases/],
    [withField(`note: ${'['.repeat(30_000)}`), /front matter is longer than 20000 characters/],
    ['{"form": 3', /begins like JSON but is not valid JSON/],
    ['{"form": 3, "answers": []}', /which has form, answers and outcome/],
    [json.replace('"form":4', '"form":5'), /a newer guide wrote it: its format is 5/],
    [markdown.replace('guide-record: 1', 'guide-record: 2'), /a newer guide wrote it/],
    ['x'.repeat(1_000_001), /longer than 1000000 characters/],
  ])('%#', (text, reason) => {
    expect(() => readRecord(text)).toThrow(reason);
    expect(() => readRecord(text)).toThrow(UnreadableRecord);
  });
});
