import { describe, expect, it } from 'vitest';

import type { Claim } from '../claim.ts';
import * as apiServiceIntegrationClaims from '../claims/apiServiceIntegrationClaims.ts';
import * as apiTokenClaims from '../claims/apiTokenClaims.ts';
import * as userContextClaims from '../claims/userContextClaims.ts';
import { comparison } from '../comparison.ts';
import { exits } from '../exits.ts';
import { exitIds, outcomeIds } from '../nodeIds.ts';
import type { Exit, Outcome } from '../outcome.ts';
import { answersTo } from '../answers.ts';
import { allWalks, targetOf } from '../walks.ts';
import { outcomes } from './outcomes.ts';

/** Every object inside a piece of content, itself included, each once. */
function partsOf(content: object): ReadonlySet<object> {
  const parts = new Set([content]);
  for (const part of parts) {
    for (const value of Object.values(part)) {
      if (typeof value === 'object' && value !== null) parts.add(value);
    }
  }
  return parts;
}

const isClaim = (part: object): part is Claim =>
  'fact' in part && 'status' in part && 'text' in part;

const claimsIn = (content: object): readonly Claim[] => [...partsOf(content)].filter(isClaim);

/** Every text of a piece of content with the key it stands under, Okta's own error texts left out. */
const textsIn = (content: object): readonly (readonly [string, string])[] =>
  [...partsOf(content)].flatMap((part) =>
    Object.entries(part).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'message',
    ),
  );

const numbered = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

const pages = [
  ...outcomeIds.map((id) => ({ id, page: outcomes[id] as Outcome | Exit })),
  ...exitIds.map((id) => ({ id, page: exits[id] as Outcome | Exit })),
];

describe('the facts of the integration, the token and user context', () => {
  const written = [
    ...Object.values(apiServiceIntegrationClaims),
    ...Object.values(apiTokenClaims),
    ...Object.values(userContextClaims),
  ];
  const shown = new Set(claimsIn({ outcomes, exits, comparison }));

  it('are all put into words', () => {
    expect(new Set(written.map(({ fact }) => fact))).toEqual(
      new Set([
        ...numbered('E', 31),
        ...numbered('F', 28),
        ...numbered('I', 5),
        'K1',
        'K11',
        'K12',
        'K14',
        'K15',
        'K17',
        'K35',
      ]),
    );
  });

  it('are each shown on an outcome, an exit or the comparison', () => {
    expect(written.filter((claim) => !shown.has(claim))).toEqual([]);
  });

  it('are never asserted where no public source was found', () => {
    const unknown = written.filter(({ status }) => status === 'unknown');
    const saysSo = /\bno\b.*\b(page|text|list)\b|do not (?:name|say which)/i;
    expect(unknown.map(({ text }) => text).filter((text) => !saysSo.test(text))).toEqual([]);
    expect(unknown.map(({ fact }) => fact)).toEqual([
      'K1',
      'E15',
      'E19',
      'E20',
      'E21',
      'E27',
      'F25',
      'F26',
    ]);
  });
});

describe.each(pages)('the page of $id', ({ page }) => {
  it('has no empty text, no placeholder and no loose backtick', () => {
    const damaged = textsIn(page).filter(
      ([, text]) =>
        text.trim() === '' ||
        /to be written|todo|!/i.test(text) ||
        text.split('`').length % 2 === 0,
    );
    expect(damaged).toEqual([]);
  });

  it('says its verdict in one sentence', () => {
    expect(page.verdict.text).toMatch(/^[^.]+(\.\S[^.]*)*\.$/);
  });

  it('fits its name into the box of the picture', () => {
    expect(page.short.length).toBeLessThanOrEqual(24);
  });

  it('has a heading that no other page has', () => {
    expect(pages.filter((other) => other.page.heading === page.heading)).toHaveLength(1);
  });

  it('repeats no claim, error or difference within a list', () => {
    const lists = [...partsOf(page)].filter((part) => Array.isArray(part));
    expect(lists.filter((list) => new Set(list).size < list.length)).toEqual([]);
  });
});

describe.each(outcomeIds)('the outcome %s', (id) => {
  const outcome = outcomes[id];
  const walks = allWalks().filter(({ node }) => node === id);

  it('speaks only to answers that can lead to it', () => {
    const spokenTo = outcome.afterAnswers.flatMap(({ answers }) => answers);
    const given = new Set(walks.flatMap(({ answers }) => answers));
    expect(spokenTo.filter((answer) => !given.has(answer))).toEqual([]);
  });

  it('lists each gap that it mentions among the things that nobody says', () => {
    const gaps = claimsIn(outcome).filter(
      (claim) =>
        claim.status === 'unknown' && !outcome.errors.some((each) => partsOf(each).has(claim)),
    );
    expect(outcome.unknowns).toEqual(expect.arrayContaining(gaps));
  });

  it('lists as unknown nothing that a source says', () => {
    expect(outcome.unknowns.filter(({ status }) => status !== 'unknown')).toEqual([]);
  });

  it('says for each set-up step where it is done and who may do it', () => {
    const vague = outcome.setUp.filter(
      ({ action, where, who }) => !action.endsWith('.') || where === '' || who === '',
    );
    expect(vague).toEqual([]);
  });
});

describe('the API service integration', () => {
  it('shows as a conflict that a key is accepted according to one source', () => {
    const shown = outcomes.apiServiceIntegration.topics.flatMap(({ claims }) => claims);
    expect(shown).toContainEqual(expect.objectContaining({ fact: 'B4', status: 'conflict' }));
  });
});

describe('the API token', () => {
  it('names what would still avoid it, for each obstacle that leads to it', () => {
    const obstacles = answersTo('obstacle').filter((answer) => targetOf(answer) === 'apiToken');
    expect(outcomes.apiToken.afterAnswers.flatMap(({ answers }) => answers)).toEqual(
      expect.arrayContaining([...obstacles]),
    );
  });

  it('calls itself a last resort that ends on a date', () => {
    expect(outcomes.apiToken.verdict.text).toMatch(/last resort.*date/);
  });

  it('shows as a conflict whose account should own it', () => {
    const shown = outcomes.apiToken.topics.flatMap(({ claims }) => claims);
    expect(shown).toContainEqual(expect.objectContaining({ fact: 'B12', status: 'conflict' }));
  });
});

describe('the comparison', () => {
  it.each(comparison.rows)(
    'answers "$question" for each method in at most 140 characters',
    ({ cells }) => {
      expect(Object.keys(cells).toSorted()).toEqual([...outcomeIds].toSorted());
      const texts = Object.values(cells).map(({ text }) => text);
      expect(texts.filter((text) => text.length > 140 || !/^\S.*\.$/.test(text))).toEqual([]);
    },
  );

  it('says before its first row which method the guide prefers', () => {
    expect(comparison.stance.text).toContain('prefers OAuth 2.0');
  });

  it('has no two rows on the same aspect', () => {
    expect(new Set(comparison.rows.map(({ aspect }) => aspect)).size).toBe(comparison.rows.length);
  });
});
