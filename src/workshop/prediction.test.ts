import { expect, test } from 'vitest';

import { exitIds, outcomeIds } from '#guide/nodeIds.ts';
import { resultName } from '#guide/resultName.ts';

import { missedFork, reasonChoices } from './prediction.ts';
import { keyedScenarios } from './scenarios/scenarios.ts';

const results = [...outcomeIds, ...exitIds];

test.each(keyedScenarios)('on the card $id a wrong result went wrong at one question', (card) => {
  for (const result of results) {
    const fork = missedFork(card, result);
    if (result === card.result) expect(fork).toBeUndefined();
    else expect(card.answers.some((answer) => answer.startsWith(`${fork}.`))).toBe(true);
  }
});

test('a card’s own reason has no fixed place that would give it away', () => {
  const places = keyedScenarios.map((card) =>
    reasonChoices(card).findIndex(({ belief }) => belief === undefined),
  );
  expect(new Set(places).size).toBeGreaterThan(2);
  const names = results.map((id) => resultName(id).toLowerCase());
  for (const card of keyedScenarios) {
    for (const name of names) expect(card.because.toLowerCase()).not.toContain(name);
    const texts = reasonChoices(card).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  }
});
