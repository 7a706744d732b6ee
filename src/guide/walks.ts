import { guideMachine } from './machine.ts';
import { type NodeId, type OutcomeId, outcomeIds } from './nodeIds.ts';
import { answersTo, questionIdOf } from './answers.ts';
import type { Answer } from './questions.ts';
import { changeAnswer, replay, type Walk } from './replay.ts';

/** Every state of the guide, the first question first, each after the one it follows from. */
export function allWalks(): readonly Walk[] {
  const from = (walk: Walk): Walk[] => [
    walk,
    ...nextAnswers(walk).flatMap((answer) => from(replay([...walk.answers, answer]).walk)),
  ];
  return from(replay([]).walk);
}

/** The answers that the walk's question offers, in their order; none at an outcome or exit. */
export function nextAnswers(walk: Walk): readonly Answer[] {
  return walk.kind === 'question' ? answersTo(walk.node) : [];
}

/** Where an answer leads, whatever was answered before it. */
export function targetOf(answer: Answer): NodeId {
  const state = Object.values(guideMachine.states).find(({ on }) => answer in on);
  const target = state?.on[answer]?.[0]?.target?.[0]?.key;
  if (target === undefined) {
    throw new Error(
      `The answer "${answer}" leads nowhere. Give its question a transition of that name in machine.ts.`,
    );
  }
  return target as NodeId;
}

/** The nodes that can still be reached from here, this one included. */
export function reachableFrom(node: NodeId): ReadonlySet<NodeId> {
  const reached = new Set<NodeId>([node]);
  for (const each of reached) {
    for (const answer of answersTo(each)) reached.add(targetOf(answer));
  }
  return reached;
}

export interface RuledOut {
  readonly outcome: OutcomeId;
  /** The answer that made it unreachable. */
  readonly by: Answer;
}

/** The outcomes that the walk's answers have made unreachable, and which answer did so. */
export function ruledOut(walk: Walk): readonly RuledOut[] {
  return outcomeIds.flatMap((outcome) => {
    const by = walk.answers.find((answer) => !reachableFrom(targetOf(answer)).has(outcome));
    return by === undefined ? [] : [{ outcome, by }];
  });
}

export interface Flip {
  /** Which answer changes, by its place in the walk. */
  readonly index: number;
  readonly from: Answer;
  readonly to: Answer;
  /** Where the walk stands after it, with every later answer that still fits. */
  readonly walk: Walk;
}

/** What would change the result: each single answer replaced by each of the others to its question. */
export function flips(walk: Walk): readonly Flip[] {
  return walk.answers.flatMap((from, index) => {
    return answersTo(questionIdOf(from))
      .filter((to) => to !== from)
      .map((to) => ({ index, from, to, walk: changeAnswer(walk.answers, index, to).walk }));
  });
}

/** Gives the walk with the fewest answers that leads to a node. */
export function shortestWalkTo(node: NodeId): Walk {
  const [first, ...others] = allWalks().filter((walk) => walk.node === node);
  if (first === undefined) throw new RangeError(`No walk leads to ${node}.`);
  return others.reduce(
    (best, walk) => (walk.answers.length < best.answers.length ? walk : best),
    first,
  );
}
