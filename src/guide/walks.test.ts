import { describe, expect, test } from 'vitest';

import { guideMachine } from './machine.ts';
import { exitIds, outcomeIds, questionIds } from './nodeIds.ts';
import { answersTo } from './answers.ts';
import { replay } from './replay.ts';
import {
  allWalks,
  flips,
  reachableFrom,
  ruledOut,
  ruledOutBy,
  shortestWalkTo,
  targetOf,
  wayTo,
} from './walks.ts';

const walks = allWalks();

describe('the whole graph', () => {
  test('every walk that cannot go on has ended in an outcome or an exit', () => {
    for (const walk of walks) {
      expect(answersTo(walk.node).length > 0).toBe(walk.kind === 'question');
    }
  });

  test('every question, outcome and exit is reached', () => {
    expect(new Set(walks.map(({ node }) => node))).toEqual(
      new Set([...questionIds, ...outcomeIds, ...exitIds]),
    );
  });

  test('every option of the content is an event of its question and the other way round', () => {
    for (const question of questionIds) {
      expect(Object.keys(guideMachine.config.states?.[question]?.on ?? {}).toSorted()).toEqual(
        answersTo(question).toSorted(),
      );
    }
  });

  test('no two walks give the same answers', () => {
    const keys = walks.map(({ answers }) => answers.join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('a target is the node that the machine is in after the answer', () => {
    const answered = walks.flatMap(({ answers, node }) =>
      answers.slice(-1).map((last) => ({ last, node })),
    );
    for (const { last, node } of answered) expect(targetOf(last)).toBe(node);
  });
});

describe('the shortest walk', () => {
  test.each([...questionIds, ...outcomeIds, ...exitIds])(
    'to %s ends there, and none is shorter',
    (node) => {
      const shortest = shortestWalkTo(node);
      expect(shortest.node).toBe(node);
      const lengths = allWalks()
        .filter((walk) => walk.node === node)
        .map(({ answers }) => answers.length);
      expect(shortest.answers.length).toBe(Math.min(...lengths));
    },
  );
});

describe('the way to a node for somebody who has walked this far', () => {
  const nodes = [...questionIds, ...outcomeIds, ...exitIds];

  test.each(walks.map((walk) => [walk.answers.join(' '), walk] as const))(
    'ends there, keeps what it can of the walk, and none is shorter: %s',
    (_, walk) => {
      for (const node of nodes) {
        const way = wayTo(node, walk);
        expect(replay(way)).toMatchObject({ walk: { node }, dropped: [] });
        const asked = walk.answers.findIndex((answer) => answer.startsWith(`${node}.`));
        const continues = (answers: readonly string[]) =>
          walk.answers.every((answer, index) => answers[index] === answer);
        const candidates = walks
          .filter((other) => other.node === node)
          .map(({ answers }) => answers)
          .filter((answers) => ruledOutBy(walk, node) !== undefined || continues(answers));
        if (asked === -1) {
          expect(way.length).toBe(Math.min(...candidates.map(({ length }) => length)));
        } else {
          expect(way).toEqual(walk.answers.slice(0, asked));
        }
      }
    },
  );

  test('of two that are equally short, takes the one with more of the present answers', () => {
    const { walk } = replay(['oauth.no', 'obstacle.extraWork', 'audience.ownOrg']);
    expect(wayTo('apiToken', walk)).toEqual(['oauth.no', 'obstacle.tokenOnlyOperation']);
    const unsure = replay(['oauth.unsure', 'obstacle.extraWork', 'audience.ownOrg']).walk;
    expect(wayTo('apiToken', unsure)).toEqual(['oauth.unsure', 'obstacle.tokenOnlyOperation']);
  });

  test('a node is ruled out by an answer exactly where the walk cannot come there', () => {
    for (const walk of walks) {
      const passed = new Set(walk.answers.map((answer) => answer.split('.')[0]));
      const ahead = nodes.filter((node) => !passed.has(node));
      const reachable = reachableFrom(walk.node);
      expect(ahead.filter((node) => ruledOutBy(walk, node) === undefined)).toEqual(
        ahead.filter((node) => reachable.has(node)),
      );
    }
  });
});

describe('what an answer rules out', () => {
  test('each outcome that is not reached is ruled out by exactly one answer of the walk', () => {
    for (const walk of walks.filter(({ kind }) => kind !== 'question')) {
      const gone = ruledOut(walk);
      expect(gone.map(({ outcome }) => outcome)).toEqual(
        outcomeIds.filter((id) => id !== walk.node),
      );
      for (const { by } of gone) expect(walk.answers).toContain(by);
    }
  });

  test('an obstacle that is no limit rules the API token out', () => {
    expect(ruledOut(replay(['oauth.no', 'obstacle.extraWork']).walk)).toEqual([
      { outcome: 'apiToken', by: 'obstacle.extraWork' },
    ]);
  });
});

describe('what would change the result', () => {
  test('each single answer is flipped to every other option, and leads where the machine says', () => {
    for (const walk of walks) {
      const flipped = flips(walk);
      expect(flipped.length).toBe(
        walk.answers
          .map((answer) => answersTo(answer.split('.')[0] ?? '').length - 1)
          .reduce((sum, count) => sum + count, 0),
      );
      for (const { walk: other } of flipped)
        expect(replay(other.answers)).toEqual({ walk: other, dropped: [] });
    }
  });

  test('later answers that still fit are kept', () => {
    const walk = replay(['oauth.yes', 'audience.customerOrgs', 'catalog.yes']).walk;
    const toObstacle = flips(walk).find(({ to }) => to === 'oauth.no');
    expect(toObstacle?.walk.answers).toEqual(['oauth.no']);
    const toOwnOrg = flips(walk).find(({ to }) => to === 'audience.ownOrg');
    expect(toOwnOrg?.walk.node).toBe('serviceApp');
  });
});
