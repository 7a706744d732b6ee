import { captionFor, descriptionFor } from '#diagram/captions.ts';
import { sceneFor } from '#diagram/scene.ts';
import type { Walk } from '#guide/replay.ts';

import { SceneDrawing } from './SceneDrawing.tsx';

interface DecisionMapProps {
  readonly walk: Walk;
  /** In a page, or as a file of its own. */
  readonly appearance: 'page' | 'standalone';
}

/** The whole decision with a walk on it. */
export function DecisionMap({ walk, appearance }: DecisionMapProps) {
  return (
    <SceneDrawing
      scene={sceneFor(walk)}
      caption={captionFor(walk)}
      description={descriptionFor(walk)}
      appearance={appearance}
    />
  );
}
