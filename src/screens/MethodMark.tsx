import { atSentenceStart } from '#guide/atSentenceStart.ts';
import type { ExitId, OutcomeId } from '#guide/nodeIds.ts';
import { methodShapes } from '#diagram/methodShapes.ts';

interface MethodMarkProps {
  readonly node: OutcomeId | ExitId;
  readonly name: string;
}

/** A method's shape, hue and name, the same wherever it appears. */
export function MethodMark({ node, name }: MethodMarkProps) {
  return (
    <span className="method" data-node={node}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d={methodShapes[node]} />
      </svg>
      {atSentenceStart(name)}
    </span>
  );
}
