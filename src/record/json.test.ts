import { expect, test } from 'vitest';

import { replay } from '#guide/replay.ts';

import { recordJson } from './json.ts';
import { claimsOf, decisionRecord } from './record.ts';

const record = decisionRecord(replay(['oauth.yes', 'audience.ownOrg']).walk, {
  date: '2026-11-28',
  contentVersion: '2026-11-27',
});

test('a record as JSON has each claim and each source once, and cites them by their ids', () => {
  const text = recordJson(record);
  const claims = claimsOf(record);
  for (const { text: said } of claims) {
    expect(text.split(`"text":${JSON.stringify(said)},"status"`), said).toHaveLength(2);
  }
  const written = JSON.parse(text) as { claims: { id: string; text: string; sources: string[] }[] };
  expect(new Set(written.claims.map(({ id }) => id)).size).toBe(claims.length);
  expect(written.claims.map(({ text: said, sources }) => ({ said, sources }))).toEqual(
    claims.map(({ text: said, sources }) => ({ said, sources: sources.map(({ id }) => id) })),
  );
  for (const { id, url } of record.sources) {
    expect(text.split(`"url":"${url}"`), id).toHaveLength(2);
  }
  expect(JSON.parse(text)).toMatchObject({
    form: 3,
    outcome: 'serviceApp',
    answers: [{ answer: 'oauth.yes' }, { answer: 'audience.ownOrg' }],
    verdict: {
      text: record.verdict.text,
      basis: record.verdict.basis.map(
        (claim) => written.claims.find(({ text: said }) => said === claim.text)?.id,
      ),
    },
    sources: record.sources.map(({ id }) => ({ id })),
  });
});
