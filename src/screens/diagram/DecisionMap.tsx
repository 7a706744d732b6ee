import { captionFor, descriptionFor, nodeName } from '#diagram/captions.ts';
import type { Theme } from '#diagram/palette.ts';
import { sceneFor } from '#diagram/scene.ts';
import type { Answer } from '#guide/questions.ts';
import { replay, type Walk } from '#guide/replay.ts';
import { wayTo } from '#guide/walks.ts';

import { useNodeAddress } from './nodeAddress.ts';
import { SceneDrawing } from './SceneDrawing.tsx';

/** The whole decision with a walk on it; each node leads to its page. */
export function DecisionMap({ walk }: { readonly walk: Walk }) {
  const addressOf = useNodeAddress(walk);
  return (
    <SceneDrawing
      scene={sceneFor(walk)}
      caption={captionFor(walk)}
      description={descriptionFor(walk)}
      appearance="page"
      linkOf={(node) => ({ name: nodeName(node, walk), address: addressOf(node) })}
    />
  );
}

export interface PictureFileProps {
  readonly walk: Walk;
  readonly theme: Theme;
  /** Where the page of a walk lies, seen from the file. */
  readonly addressOf: (answers: readonly Answer[]) => string;
}

/** The whole decision with a walk on it, as a file of its own. */
export function DecisionFile({ walk, theme, addressOf }: PictureFileProps) {
  return (
    <SceneDrawing
      scene={sceneFor(walk)}
      caption={captionFor(walk)}
      description={descriptionFor(walk)}
      appearance={theme}
      linkOf={(node) => ({ name: nodeName(node, walk), address: addressOf(wayTo(node, walk)) })}
    />
  );
}

/** The whole decision before the first answer as one picture, for paper. */
export function DecisionPicture() {
  const { walk } = replay([]);
  return (
    <SceneDrawing
      scene={sceneFor(walk)}
      caption={captionFor(walk)}
      description={descriptionFor(walk)}
      appearance="page"
    />
  );
}
