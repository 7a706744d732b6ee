import type { NodeState } from '#diagram/graph.ts';
import { type OutlineAnswer, outlineFor } from '#diagram/outline.ts';
import type { Walk } from '#guide/replay.ts';

interface PathOutlineProps {
  readonly walk: Walk;
}

/** The picture of a walk in words: every question, every answer and where it leads. */
export function PathOutline({ walk }: PathOutlineProps) {
  return (
    <ol className="path-outline">
      {outlineFor(walk).map((step) => (
        <li key={step.question} data-state={step.state}>
          <p>
            <strong>{step.text}</strong> {standing[step.state]}
          </p>
          <ul>
            {step.answers.map((answer) => (
              <li key={answer.answer} data-state={answer.state}>
                <Answer of={answer} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

const standing: Readonly<Record<NodeState, string>> = {
  taken: '',
  current: '(you are here)',
  open: '(may still be asked)',
  ruledOut: '(no longer asked)',
};

function Answer({ of: { text, state, to } }: { readonly of: OutlineAnswer }) {
  if (state === 'taken') {
    return (
      <>
        <strong>Your answer: {text}</strong> → {to.text}
      </>
    );
  }
  return (
    <>
      {state === 'ruledOut' && 'Not taken: '}
      {text} → {to.text}
      {state === 'open' ? '' : to.state === 'ruledOut' && ' (ruled out)'}
    </>
  );
}
