import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';
import { optionOf } from '#guide/answerWords.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';
import { exits } from '#guide/exits.ts';
import { exitIds, outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { replay } from '#guide/replay.ts';
import { allWalks, ruledOut } from '#guide/walks.ts';

import { recordMarkdown } from './markdown.ts';
import { prose } from './markdownText.ts';
import { operationEvidence } from './operationEvidence.ts';
import { decisionRecord } from './record.ts';

const context = { date: '2026-11-23', contentVersion: '2026-11-23' };
const ended = allWalks().filter(({ kind }) => kind !== 'question');
const serviceAppWalk = replay(['oauth.yes', 'audience.ownOrg']).walk;

/** The lines outside fenced blocks, read as a Markdown program does. */
function linesOutsideFences(markdown: string): readonly string[] {
  const outside: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const marker = /^(`{3,})/.exec(line)?.[1];
    if (fence === undefined && marker !== undefined) fence = marker;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence === undefined) outside.push(line);
  }
  expect(fence).toBeUndefined();
  return outside;
}

function headingsOf(markdown: string): readonly string[] {
  return linesOutsideFences(markdown).filter((line) => /^#{1,6} /.test(line));
}

function frontMatterOf(markdown: string): Readonly<Record<string, string>> {
  const [, text = ''] = /^---\n([^]*?)\n\n---\n# /.exec(markdown) ?? [];
  return Object.fromEntries(
    text.split('\n').map((line) => {
      const [, key = '', value = ''] = /^([a-z-]+): (.*)$/.exec(line) ?? [];
      return [key, value];
    }),
  );
}

describe('the record of every walk that has ended', () => {
  test.each(ended.map((walk) => [walk.answers.join(' '), walk] as const))(
    '%s is a MADR 4 record of it',
    (_answers, walk) => {
      const markdown = recordMarkdown(decisionRecord(walk, context));
      const chosen =
        walk.kind === 'exit'
          ? exits[exitIds.find((id) => id === walk.node) ?? 'userContext']
          : outcomes[outcomeIds.find((id) => id === walk.node) ?? 'apiToken'];
      expect(frontMatterOf(markdown)).toEqual({
        number: '1',
        status: 'proposed',
        date: '2026-11-23',
        'decision-makers': '[]',
        consulted: '[]',
        informed: '[]',
        'guide-record': '1',
        'guide-answers': `[${walk.answers.join(', ')}]`,
        'guide-outcome': walk.node,
        'guide-content': '"2026-11-23"',
      });
      const order = [
        `# ${prose(chosen.heading)}`,
        '## Context and Problem Statement',
        '## Decision Drivers',
        '## Considered Options',
        '## Decision Outcome',
        '### Consequences',
        '### Confirmation',
        '## Pros and Cons of the Options',
        '## More Information',
      ];
      const headings = headingsOf(markdown);
      expect(headings.filter((heading) => order.includes(heading))).toEqual(order);
      expect(headings.filter((heading) => /^##? /.test(heading))).toEqual(
        order.filter((heading) => /^##? /.test(heading)),
      );
      // MADR: the names of the options are the headings of their pros and cons, and one is chosen.
      const names = [...markdown.matchAll(/(?<=## Considered Options\n\n)(?:\* .*\n)+/g)]
        .flatMap(([items]) => items.trim().split('\n'))
        .map((item) => item.slice(2));
      expect(names).toHaveLength(walk.kind === 'exit' ? 4 : 3);
      for (const name of names) expect(headings).toContain(`### ${name}`);
      const named = /^Chosen option: "(.*?)", because /m.exec(markdown)?.[1];
      expect(names).toContain(named);
      expect(named?.toLowerCase()).toBe(prose(chosen.name).toLowerCase());
    },
  );

  test('names for every other method the answer that ruled it out, and why', () => {
    for (const walk of ended) {
      const markdown = recordMarkdown(decisionRecord(walk, context));
      const gone = ruledOut(walk);
      expect(gone.length).toBeGreaterThanOrEqual(2);
      for (const { outcome, by } of gone) {
        const section = markdown
          .split(/^###? /m)
          .find((part) =>
            part.toLowerCase().startsWith(`${prose(outcomes[outcome].name).toLowerCase()}\n`),
          );
        expect(section).toContain(`(\`${by}\`)`);
        expect(section).toContain(prose(optionOf(by).label));
        const reason = optionOf(by).rulesOut[outcome] ?? optionOf(by).because;
        expect(section).toContain(prose(reason.text));
      }
    }
  });

  test('lists the steps and the cases of an exit, which its page has too', () => {
    for (const id of exitIds) {
      const { setUp = [], cases = [] } = exits[id];
      const records = ended
        .filter(({ node }) => node === id)
        .map((walk) => recordMarkdown(decisionRecord(walk, context)));
      expect(records.length).toBeGreaterThan(0);
      for (const markdown of records) {
        for (const { action } of setUp) expect(markdown).toContain(`[ ] ${prose(action)}`);
        for (const { heading, isThisApi, credential, host } of cases) {
          expect(markdown).toContain(`**${prose(heading)}**`);
          expect(markdown).toContain(`* Do the three methods apply? ${prose(isThisApi.text)}`);
          expect(markdown).toContain(`* Credential: ${prose(credential.text)}`);
          if (host?.startsWith('https://') === true) expect(markdown).toContain(`\`${host}\``);
        }
      }
    }
  });

  test('names every source once, with its address and its date, and no tag without one', () => {
    for (const walk of ended) {
      const record = decisionRecord(walk, context);
      const [body = '', list = ''] = recordMarkdown(record).split('\n### Sources\n');
      expect(record.sources.length).toBeGreaterThan(0);
      const listed = [...list.matchAll(/^\* (SK?\d+): \[.*\]\(<(.*)>\), (?:text of|read) (.*)$/gm)];
      expect(listed.map(([, id, url, date]) => ({ id, url, date }))).toEqual(
        record.sources.map(({ id, url, date }) => ({ id, url, date })),
      );
      expect(new Set(record.sources.map(({ id }) => id)).size).toBe(record.sources.length);
      const tagged = new Set(
        [...body.matchAll(/\((SK?\d+(?:, SK?\d+)*)\)/g)].flatMap(([, tags = '']) =>
          tags.split(', '),
        ),
      );
      expect(tagged).toEqual(new Set(record.sources.map(({ id }) => id)));
    }
  });

  test('says what is disputed, our reading or unknown', () => {
    for (const walk of ended) {
      const record = decisionRecord(walk, context);
      const markdown = recordMarkdown(record);
      for (const { text, status } of record.unsettled) {
        expect(status).not.toBe('agreed');
        // What a text begins with is not said before it too.
        const isSaid = text.startsWith('Okta’s sources disagree');
        const label = isSaid ? '' : `${claimStatusWords[status].label}: `;
        expect(markdown).toContain(`\n* ${label}${prose(text)} (`);
      }
    }
    const { unsettled } = decisionRecord(serviceAppWalk, context);
    expect(unsettled.map(({ fact }) => fact)).toContain('B11');
    expect(unsettled.some(({ text }) => text.startsWith('Okta’s sources disagree'))).toBe(true);
  });

  test('holds the picture of the walk as Mermaid text', () => {
    for (const walk of ended) {
      expect(recordMarkdown(decisionRecord(walk, context))).toMatch(
        /\n`{3,}mermaid\n(?:[^]*\n)?flowchart [^]*\n`{3,}\n/,
      );
    }
  });
});

describe('what a record says about this walk', () => {
  test('the link that walks the same path again, where there is one', () => {
    const guideAddress = 'https://example.org/guide/oauth-yes/audience-ownOrg/';
    expect(recordMarkdown(decisionRecord(serviceAppWalk, { ...context, guideAddress }))).toContain(
      `[Follow the same path again](<${guideAddress}>)`,
    );
    expect(recordMarkdown(decisionRecord(serviceAppWalk, context))).not.toContain(
      'Follow the same',
    );
  });

  test('the values that were given', () => {
    const values = [{ name: 'Org domain', value: 'acme.okta.com' }];
    expect(recordMarkdown(decisionRecord(serviceAppWalk, { ...context, values }))).toContain(
      '* Org domain: `acme.okta.com`',
    );
  });

  test('the operations that the program calls, with the fewest scopes and what nobody can check', () => {
    const operations = ['listUsers', 'assignUserToGroup'].flatMap(
      (reference) => findByReference(oktaCatalogue, reference) ?? [],
    );
    const evidence = operationEvidence(oktaCatalogue, operations, ['listMoons']);
    const markdown = recordMarkdown(
      decisionRecord(serviceAppWalk, { ...context, operations: evidence }),
    );
    expect(markdown).toContain('### The operations that the program calls');
    expect(markdown).toContain(
      '`listUsers` (`GET /api/v1/users`): OAuth 2.0 with `okta.users.read`',
    );
    expect(markdown).toContain('* `okta.groups.manage`: `assignUserToGroup`');
    expect(markdown).toContain('`listMoons`: not in the public specification');
    expect(frontMatterOf(markdown)['guide-operations']).toBe(
      '"listUsers assignUserToGroup listMoons"',
    );
    expect(recordMarkdown(decisionRecord(serviceAppWalk, context))).not.toContain(
      'guide-operations',
    );
  });

  test('nothing that a value, a version or an address holds can break out of its place', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n---\nstatus: accepted\n---\n',
        '\n# Another heading\n',
        '`\n```\n# heading',
        '"]\nguide-outcome: apiToken',
        '>) [x](javascript:alert(1)) <script>',
        '\u2028# x',
      ),
    );
    const plain = headingsOf(recordMarkdown(decisionRecord(serviceAppWalk, context)));
    fc.assert(
      fc.property(hostile, hostile, hostile, (value, contentVersion, guideAddress) => {
        const markdown = recordMarkdown(
          decisionRecord(serviceAppWalk, {
            date: context.date,
            contentVersion,
            guideAddress,
            values: [{ name: 'Key id', value }],
          }),
        );
        expect(headingsOf(markdown)).toEqual(plain);
        const front = frontMatterOf(markdown);
        expect(Object.keys(front)).toHaveLength(10);
        expect(front['status']).toBe('proposed');
        expect(front['guide-outcome']).toBe('serviceApp');
        expect(JSON.parse(front['guide-content'] ?? '')).toBe(contentVersion);
        const [, address = ''] = /^\[Follow the same path again\]\(<(.*?)>\)/m.exec(markdown) ?? [];
        expect(address).not.toMatch(/^\s*javascript:|[<>\s]/i);
      }),
      { numRuns: 60 },
    );
  });
});

describe('no record is made', () => {
  test('of a walk that still asks a question', () => {
    expect(() => decisionRecord(replay(['oauth.yes']).walk, context)).toThrow(/Answer it first/);
  });

  test.each(['', '23.11.2026', '2026-11-23T00:00:00Z'])('on the date %j', (date) => {
    expect(() => decisionRecord(serviceAppWalk, { ...context, date })).toThrow(/YYYY-MM-DD/);
  });
});
