import { Fragment, type ReactNode } from 'react';

import type { NodeState } from '#diagram/graph.ts';
import { type OutlineEdge, outlineFor } from '#diagram/outline.ts';
import type { NodeId } from '#guide/nodeIds.ts';
import type { Walk } from '#guide/replay.ts';

import { useNodeAddress } from './nodeAddress.ts';

/**
 * The map of a walk as a list: every question, where each of its answers leads, and how both stand.
 * It has the links of the map.
 */
export function DecisionList({ walk }: { readonly walk: Walk }) {
  const addressOf = useNodeAddress(walk);
  const linked = (node: NodeId, text: string): ReactNode => {
    const address = addressOf(node);
    return address === undefined ? text : <a href={address}>{text}</a>;
  };
  return (
    <ol className="decision-list">
      {outlineFor(walk).map(({ question, text, state, edges }) => (
        <li
          key={question}
          data-state={state}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          {linked(question, text)} {standing[state]}
          <ul>
            {edges.map((edge) => (
              <li key={edge.to.id} data-state={edge.state}>
                <Answers of={edge} /> → {linked(edge.to.id, edge.to.text)}
                {edge.to.state === 'ruledOut' && state !== 'ruledOut' && ' (ruled\u00A0out)'}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Each stays on one line. */
const standing: Readonly<Record<NodeState, string>> = {
  taken: '',
  current: '(you\u00A0are\u00A0here)',
  open: '(may\u00A0still\u00A0be\u00A0asked)',
  ruledOut: '(no\u00A0longer\u00A0asked)',
};

/** The answers that lead to one node, the chosen one marked. */
function Answers({ of: { answers } }: { readonly of: OutlineEdge }) {
  return answers.map(({ answer, text, state }, index) => (
    <Fragment key={answer}>
      {index > 0 && ', '}
      {state === 'taken' ? <strong>✓ {text} (your answer)</strong> : text}
    </Fragment>
  ));
}
