import { expect, test } from 'vitest';

import { isAtQuestion } from '#guide/nodeKind.ts';
import { replay } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';

import { claimIds, claimsJson, recordJson } from './json.ts';
import { claimsOf, decisionRecord } from './record.ts';
import { textDigest } from './textDigest.ts';

const dates = { date: '2026-11-28', contentVersion: '2026-11-27' };
const record = decisionRecord(replay(['oauth.yes', 'audience.ownOrg']).walk, dates);
const records = allWalks()
  .filter((walk) => !isAtQuestion(walk))
  .map((walk) => decisionRecord(walk, dates));
const ids = claimIds(records);

interface WrittenClaim {
  readonly id: string;
  readonly status: string;
  readonly text?: string;
  readonly digest: string;
  readonly sources: readonly string[];
}

test('a record as JSON has each claim and each source once, and cites them by their ids', () => {
  const text = recordJson(record, ids, '../claims.json');
  const claims = claimsOf(record);
  const written = JSON.parse(text) as { claims: readonly WrittenClaim[] };
  expect(written.claims.map(({ id, sources }) => ({ id, sources }))).toEqual(
    claims.map((claim) => ({ id: ids.get(claim), sources: claim.sources.map(({ id }) => id) })),
  );
  expect(
    written.claims.map(({ status, text: said, digest }) => ({ status, said, digest })),
  ).toEqual(
    claims.map(({ status, text: said }) => ({
      status,
      said: status === 'agreed' ? undefined : said,
      digest: textDigest(said),
    })),
  );
  for (const { id, url } of record.sources) {
    expect(text.split(`"url":"${url}"`), id).toHaveLength(2);
  }
  expect(JSON.parse(text)).toMatchObject({
    form: 4,
    outcome: 'serviceApp',
    answers: [{ answer: 'oauth.yes' }, { answer: 'audience.ownOrg' }],
    verdict: {
      text: record.verdict.text,
      basis: record.verdict.basis.map((claim) => ids.get(claim)),
    },
    sources: record.sources.map(({ id }) => ({ id })),
    claimTexts: '../claims.json',
  });
});

test('the texts of all claims are in one file, each under the id by which every record cites it', () => {
  const { claims, sources } = JSON.parse(claimsJson(ids, '2026-11-27')) as {
    claims: readonly WrittenClaim[];
    sources: readonly { readonly id: string; readonly title: string }[];
  };
  const texts = new Map(claims.map(({ id, text }) => [id, text]));
  expect(texts.size).toBe(claims.length);
  for (const each of records) {
    for (const claim of claimsOf(each)) expect(texts.get(ids.get(claim) ?? '')).toBe(claim.text);
  }
  const listed = new Set(sources.map(({ id }) => id));
  expect(claims.flatMap((claim) => claim.sources.filter((id) => !listed.has(id)))).toEqual([]);
  expect(sources.every(({ title }) => title !== '')).toBe(true);
});
