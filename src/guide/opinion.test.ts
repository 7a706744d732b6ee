import { expect, test } from 'vitest';

import { outcomeIds } from './nodeIds.ts';
import { opinionSteps } from './opinion.ts';
import { replay } from './replay.ts';
import { allWalks } from './walks.ts';

test('every walk meets the opinion’s answers in their order: it ends at the method, or turns at one of them', () => {
  for (const method of outcomeIds) {
    const bearings = new Map(
      opinionSteps(method).flatMap(({ answers }) =>
        answers.map(({ answer, bearing }) => [answer, bearing] as const),
      ),
    );
    for (const { kind, node, answers } of allWalks()) {
      if (kind === 'question') continue;
      const turns = answers.filter((answer) => bearings.get(answer) === 'turns');
      const turnsFirst = turns.length > 0;
      expect(turnsFirst, `${method}: ${answers.join(' ')}`).toBe(node !== method);
    }
  }
});

test('each answer leads to a state of the guide', () => {
  for (const method of outcomeIds) {
    for (const { answers } of opinionSteps(method)) {
      for (const { walk, target } of answers) {
        expect(replay(walk)).toMatchObject({ walk: { node: target }, dropped: [] });
      }
    }
  }
});
