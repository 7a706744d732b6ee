import { describe, expect, test } from 'vitest';

import { questionIdOf } from '#guide/answers.ts';
import { replay } from '#guide/replay.ts';
import { allWalks, reachableFrom, targetOf } from '#guide/walks.ts';

import { labels } from './geometry.ts';
import { outlineFor } from './outline.ts';
import { type Scene, sceneFor } from './scene.ts';

const walks = allWalks().map((walk) => [walk.answers.join(' '), walk] as const);

const answersOf = ({ edges }: Scene) => edges.flatMap(({ answers }) => answers);
const nodeState = ({ nodes }: Scene, id: string) => nodes.find((node) => node.id === id)?.state;

/** Which kinds of strokes a shape is made of. */
const drawing = (outline: string) => outline.replaceAll(/[^a-z]/gi, '');

describe('the picture of a walk', () => {
  test.each(walks)(
    'the path drawn is the path walked, each chosen answer ticked: %s',
    (_, walk) => {
      const scene = sceneFor(walk);
      const taken = answersOf(scene).filter(({ state }) => state === 'taken');
      expect(taken.map(({ answer }) => answer).toSorted()).toEqual(walk.answers.toSorted());
      for (const { tick, state } of answersOf(scene))
        expect(tick !== undefined).toBe(state === 'taken');
      const visited = scene.nodes.filter(({ state }) => state === 'taken').map(({ id }) => id);
      expect(visited.toSorted()).toEqual(walk.answers.map(questionIdOf).toSorted());
      expect(scene.nodes.filter(({ state }) => state === 'current').map(({ id }) => id)).toEqual([
        walk.node,
      ]);
      for (const { id, state } of scene.nodes) {
        if (state === 'open') expect(reachableFrom(walk.node)).toContain(id);
        if (state === 'ruledOut') expect(reachableFrom(walk.node)).not.toContain(id);
      }
    },
  );

  test('before the first answer nothing is ruled out', () => {
    const scene = sceneFor(replay([]).walk);
    expect(scene.nodes.filter(({ state }) => state === 'ruledOut')).toEqual([]);
    expect(answersOf(scene).every(({ state }) => state === 'open')).toBe(true);
  });

  test('at a result everything that was not taken is ruled out', () => {
    const scene = sceneFor(replay(['oauth.no', 'obstacle.tokenOnlyOperation']).walk);
    expect(nodeState(scene, 'apiToken')).toBe('current');
    expect(nodeState(scene, 'audience')).toBe('ruledOut');
    expect(answersOf(scene).some(({ state }) => state === 'open')).toBe(false);
  });

  test('each method has a shape of its own, and no outcome has that of a question or an exit', () => {
    const { nodes } = sceneFor(replay([]).walk);
    const outcomes = nodes.filter(({ kind }) => kind === 'outcome');
    const looks = outcomes.map(({ outline, detail }) => drawing(outline) + (detail ?? ''));
    expect(new Set(looks).size).toBe(outcomes.length);
    for (const { outline } of nodes.filter(({ kind }) => kind !== 'outcome')) {
      expect(outline).toContain('a');
    }
    for (const { outline } of outcomes) expect(outline).not.toContain('a');
  });
});

describe('the outline', () => {
  test.each(walks)('says the same as the picture: %s', (_, walk) => {
    const scene = sceneFor(walk);
    const outline = outlineFor(walk);
    const lines = outline.flatMap(({ edges }) => edges);
    const said = lines.flatMap(({ answers }) => answers);
    expect(said.map(({ answer, text, state }) => `${answer} ${text} ${state}`).toSorted()).toEqual(
      answersOf(scene)
        .map(({ answer, text, state }) => `${answer} ${text} ${state}`)
        .toSorted(),
    );
    for (const { answers, to } of lines) {
      for (const { answer } of answers) {
        expect(to).toEqual({
          id: targetOf(answer),
          text: labels.nodes[targetOf(answer)],
          state: nodeState(scene, targetOf(answer)),
        });
      }
    }
    for (const { question, state } of outline) expect(state).toBe(nodeState(scene, question));
  });

  test.each(walks)('begins with the answers given, in their order: %s', (_, walk) => {
    const chosen = outlineFor(walk)
      .slice(0, walk.answers.length)
      .flatMap(({ edges }) => edges.flatMap(({ answers }) => answers))
      .filter(({ state }) => state === 'taken');
    expect(chosen.map(({ answer }) => answer)).toEqual(walk.answers);
  });
});
