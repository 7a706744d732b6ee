import { nodeName } from '#diagram/captions.ts';
import { pathCaption, pathSentence } from '#diagram/pathChart.ts';
import { pathScene } from '#diagram/pathScene.ts';
import type { Walk } from '#guide/replay.ts';
import { wayTo } from '#guide/walks.ts';

import type { PictureFileProps } from './DecisionMap.tsx';
import { useNodeAddress } from './nodeAddress.ts';
import { SceneDrawing } from './SceneDrawing.tsx';

/** The path of a walk by itself; each question leads to its page. */
export function PathDrawing({ walk }: { readonly walk: Walk }) {
  const addressOf = useNodeAddress(walk);
  return (
    <SceneDrawing
      scene={pathScene(walk)}
      caption={pathCaption(walk)}
      description={pathSentence(walk)}
      appearance="page"
      isSmall
      linkOf={(node) => ({ name: nodeName(node, walk), address: addressOf(node) })}
    />
  );
}

/** The path of a walk by itself, as a file of its own. */
export function PathFile({ walk, theme, addressOf }: PictureFileProps) {
  return (
    <SceneDrawing
      scene={pathScene(walk)}
      caption={pathCaption(walk)}
      description={pathSentence(walk)}
      appearance={theme}
      linkOf={(node) => ({ name: nodeName(node, walk), address: addressOf(wayTo(node, walk)) })}
    />
  );
}
