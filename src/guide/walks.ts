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
    const by = ruledOutBy(walk, outcome);
    return by === undefined ? [] : [{ outcome, by }];
  });
}

/** Which of the walk's answers made a node unreachable; none where the walk can still come there. */
export function ruledOutBy(walk: Walk, node: NodeId): Answer | undefined {
  return walk.answers.find((answer) => !reachableFrom(targetOf(answer)).has(node));
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
  const start = replay([]).walk;
  return replay(wayTo(node, start)).walk;
}

/**
 * Gives the answers that lead to a node for somebody who has walked this far. A question that was
 * answered: the answers before it. A node that can still be reached: the present answers and the
 * fewest more. Any other: the fewest answers in all, as many of them as can be the present ones.
 *
 * @throws RangeError when no walk leads to the node
 */
export function wayTo(node: NodeId, { answers, node: here }: Walk): readonly Answer[] {
  const asked = answers.findIndex((answer) => questionIdOf(answer) === node);
  if (asked !== -1) return answers.slice(0, asked);
  const onward = fewestAnswers(here, node);
  if (onward !== undefined) return [...answers, ...onward];
  const [first, ...others] = answers
    .flatMap((answer, index) => {
      const rest = fewestAnswers(questionIdOf(answer), node);
      return rest === undefined ? [] : [[...answers.slice(0, index), ...rest]];
    })
    .toReversed();
  if (first === undefined) throw new RangeError(`No walk leads to ${node}.`);
  return others.reduce((best, way) => (way.length < best.length ? way : best), first);
}

/** Looks for a node breadth first, so that the first way found is a shortest one. */
function fewestAnswers(from: NodeId, to: NodeId): readonly Answer[] | undefined {
  const ways = new Map<NodeId, readonly Answer[]>([[from, []]]);
  for (const [node, way] of ways) {
    if (node === to) return way;
    for (const answer of answersTo(node)) {
      const next = targetOf(answer);
      if (!ways.has(next)) ways.set(next, [...way, answer]);
    }
  }
  return undefined;
}
