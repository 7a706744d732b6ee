import { expect, test } from 'vitest';

import { replay } from '#guide/replay.ts';

import { recordJson } from './json.ts';
import { decisionRecord } from './record.ts';

const record = decisionRecord(replay(['oauth.yes', 'audience.ownOrg']).walk, {
  date: '2026-11-28',
  contentVersion: '2026-11-27',
});

test('a record as JSON has each source once, and cites it by its id', () => {
  const text = recordJson(record);
  for (const { id, url } of record.sources) {
    expect(text.split(`"url":"${url}"`), id).toHaveLength(2);
  }
  expect(JSON.parse(text)).toMatchObject({
    form: 1,
    outcome: 'serviceApp',
    answers: [{ answer: 'oauth.yes' }, { answer: 'audience.ownOrg' }],
    verdict: {
      text: record.verdict.text,
      basis: record.verdict.basis.map(({ fact, sources }) => ({
        fact,
        sources: sources.map(({ id }) => id),
      })),
    },
    sources: record.sources.map(({ id }) => ({ id })),
  });
});
