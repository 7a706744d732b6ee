import { Fragment } from 'react';

import { optionOf, questionWords } from '#guide/answerWords.ts';
import { exits } from '#guide/exits.ts';
import { exitIds, type NodeId, type OutcomeId, outcomeIds } from '#guide/nodeIds.ts';
import { isAtQuestion, type OutcomeWalk } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import type { Walk } from '#guide/replay.ts';
import { type Flip, flips, reachableFrom } from '#guide/walks.ts';

import { StateLink } from '../StateLink.tsx';

/** Each single answer flipped; those that lead to the same are one line. */
export function FlipList({ walk }: { readonly walk: OutcomeWalk }) {
  const all = flips(walk);
  return (
    <dl className="stack">
      {walk.answers.map((answer, index) => (
        <div key={answer}>
          <dt>
            Instead of <strong>“{optionOf(answer).label}”</strong>:
          </dt>
          {[
            ...byResult(
              walk,
              all.filter((flip) => flip.index === index),
            ),
          ].map(([result, alike]) => (
            <dd key={result} className="ps-5">
              {alike.map(({ to, walk: flipped }, place) => (
                <Fragment key={to}>
                  {place > 0 && '; '}
                  <StateLink answers={flipped.answers}>{optionOf(to).label}</StateLink>
                </Fragment>
              ))}
              {`: ${result}.`}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** The flips of one answer by what they lead to, in words. */
function byResult(walk: OutcomeWalk, all: readonly Flip[]): ReadonlyMap<string, readonly Flip[]> {
  const found = new Map<string, readonly Flip[]>();
  for (const flip of all) {
    const result = flip.walk.node === walk.node ? 'the same method' : leadsTo(flip.walk);
    found.set(result, [...(found.get(result) ?? []), flip]);
  }
  return found;
}

/** Where a flipped answer leads: a result, or what the next question can still lead to. */
function leadsTo(walk: Walk): string {
  if (!isAtQuestion(walk)) return nodeName(walk.node);
  const results = [...reachableFrom(walk.node)].map(nodeName).filter((name) => name !== '');
  return `asks “${questionWords(walk.node).short}”, then ${new Intl.ListFormat('en', { type: 'disjunction' }).format(results)}`;
}

const isOutcome = (node: NodeId): node is OutcomeId => outcomeIds.some((id) => id === node);

function nodeName(node: NodeId): string {
  if (isOutcome(node)) return outcomes[node].name;
  const exit = exitIds.find((id) => id === node);
  return exit === undefined ? '' : exits[exit].name;
}
