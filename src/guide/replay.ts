import { initialTransition, transition } from 'xstate';

import { guideMachine } from './machine.ts';
import { type NodeId, type NodeKind, nodeKinds } from './nodeIds.ts';
import { isAnswer } from './answers.ts';
import type { Answer } from './questions.ts';

/** A walk through the guide: the answers given, and where they lead. */
export interface Walk {
  readonly answers: readonly Answer[];
  readonly node: NodeId;
  readonly kind: NodeKind;
}

/** Why an answer of a list was not taken. */
export type DropReason =
  /** no question or option of that name exists */
  | 'unknown'
  /** it exists, but does not follow from the answers before it */
  | 'doesNotFollow';

export interface DroppedAnswer {
  /** As it was given. */
  readonly answer: string;
  readonly reason: DropReason;
}

export interface Replay {
  readonly walk: Walk;
  /** The answers that were not taken, in the order given. */
  readonly dropped: readonly DroppedAnswer[];
}

type Snapshot = ReturnType<typeof initialTransition<typeof guideMachine>>[0];

function walkOf(snapshot: Snapshot): Walk {
  const kind = nodeKinds.find((each) => snapshot.hasTag(each));
  const node = Object.values(snapshot.getMeta())[0]?.node;
  if (kind === undefined || node === undefined) {
    throw new Error(
      `The guide's state "${snapshot.value}" has no tag or meta. Every state needs both: add them in machine.ts.`,
    );
  }
  return { answers: snapshot.context.answers, node, kind };
}

/** Walks by their answers: there are few, and a page replays the same ones hundreds of times. */
const walks = new Map<string, Walk>();

/**
 * Gives the state after a list of answers, by sending them to the machine one after the other. At
 * the first answer that is unknown or does not follow it stops: that one and all after it are
 * dropped and named, never guessed at. Never throws, whatever the answers are.
 *
 * @param answers from a URL, a record or a click: events such as `oauth.yes`
 */
export function replay(answers: readonly string[]): Replay {
  const key = JSON.stringify(answers);
  const known = walks.get(key);
  if (known !== undefined) return { walk: known, dropped: [] };
  let [snapshot] = initialTransition(guideMachine);
  for (const [index, answer] of answers.entries()) {
    if (!isAnswer(answer) || !snapshot.can({ type: answer })) {
      return {
        walk: walkOf(snapshot),
        dropped: answers.slice(index).map((each) => ({
          answer: each,
          reason: isAnswer(each) ? 'doesNotFollow' : 'unknown',
        })),
      };
    }
    [snapshot] = transition(guideMachine, snapshot, { type: answer });
  }
  const walk = walkOf(snapshot);
  walks.set(key, walk);
  return { walk, dropped: [] };
}

/**
 * Replaces one answer and keeps each later one whose question is still asked.
 *
 * @param answers the walk's answers
 * @param index which of them changes
 * @param answer the new one
 * @returns the new walk, up to the first question that has no answer yet, and the later answers that
 *   no longer fit
 */
export function changeAnswer(answers: readonly Answer[], index: number, answer: Answer): Replay {
  return continueWith([...answers.slice(0, index), answer], answers.slice(index + 1));
}

/**
 * Goes on from `given` with those of the `kept` answers whose question is asked on the way.
 *
 * @param given answers that are certain
 * @param kept later answers of another walk, in any order
 */
export function continueWith(given: readonly Answer[], kept: readonly Answer[]): Replay {
  let current = replay(given);
  const waiting = [...kept];
  for (;;) {
    const asked = `${current.walk.node}.`;
    const next = waiting.findIndex((answer) => answer.startsWith(asked));
    const answer = waiting[next];
    if (answer === undefined || current.dropped.length > 0) break;
    waiting.splice(next, 1);
    current = replay([...current.walk.answers, answer]);
  }
  return {
    walk: current.walk,
    dropped: [
      ...current.dropped,
      ...waiting.map((answer) => ({ answer, reason: 'doesNotFollow' as const })),
    ],
  };
}
