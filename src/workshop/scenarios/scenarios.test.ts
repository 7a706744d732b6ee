import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { sourcesOf } from '#guide/citations.ts';
import { exitIds, outcomeIds } from '#guide/nodeIds.ts';
import { replay } from '#guide/replay.ts';

import { misconceptions } from '../misconceptions.ts';
import { levels } from '../scenario.ts';
import { keyedScenarios, scenarios } from './scenarios.ts';

const results = [...outcomeIds, ...exitIds];

test('there are at least 24 cards with a key, of every level and every result', () => {
  expect(keyedScenarios.length).toBeGreaterThanOrEqual(24);
  expect(new Set(keyedScenarios.map(({ level }) => level))).toEqual(new Set(levels));
  expect(new Set(keyedScenarios.map(({ result }) => result))).toEqual(new Set(results));
});

test('every card has a name of its own that fits an address', () => {
  const ids = scenarios.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

describe.each(keyedScenarios)('the card $id', (scenario) => {
  test('has the key that the guide gives', () => {
    const { walk, dropped } = replay(scenario.answers);
    expect(dropped).toEqual([]);
    expect(walk.node).toBe(scenario.result);
  });

  test('changes its result by its twist, as the guide does', () => {
    const { twist } = scenario;
    const { walk, dropped } = replay(twist.answers);
    expect(dropped).toEqual([]);
    expect(walk.node).toBe(twist.result);
    expect(twist.result).not.toBe(scenario.result);
  });

  test('names the belief behind every other result, and no two reasons read the same', () => {
    const others = results.filter((each) => each !== scenario.result);
    expect(Object.keys(scenario.misconceptions).toSorted()).toEqual(others.toSorted());
  });
});

test.each(scenarios)('the card $id tells its story without the words of the guide', (scenario) => {
  expect(scenario.story).not.toMatch(/service app with|API service integration|user context/i);
  expect(scenario.facts.length).toBeGreaterThan(1);
  expect(sourcesOf(scenario).length).toBeGreaterThan(0);
});

test('every misconception is behind a wrong choice on some card', () => {
  const used = new Set(keyedScenarios.flatMap((each) => Object.values(each.misconceptions)));
  expect(new Set(Object.values(misconceptions))).toEqual(used);
});

const words = (text: string): readonly string[] => text.toLowerCase().split(/[^a-z0-9]+/);

const article = new URL('../../../../shared/article.txt', import.meta.url);
test.runIf(existsSync(article))('no sentence is the article’s', () => {
  const theirs = ` ${words(readFileSync(article, 'utf8')).join(' ')} `;
  const texts = JSON.stringify([
    keyedScenarios.map(({ story, reason, twist }) => [story, reason.text, twist]),
  ]);
  const ours = words(texts);
  for (let index = 0; index + 8 <= ours.length; index += 1) {
    expect(theirs).not.toContain(` ${ours.slice(index, index + 8).join(' ')} `);
  }
});
