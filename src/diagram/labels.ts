import type { NodeId } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';

/** The words of the picture. */
export interface DiagramLabels {
  readonly nodes: Readonly<Record<NodeId, string>>;
  readonly answers: Readonly<Record<Answer, string>>;
}

/** At most this many characters are on one line of a box, unless a single word is longer. */
const charactersPerLine = 15;

/**
 * Breaks a box's label into lines at spaces: as few lines as fit, the longest as short as it can be.
 *
 * @param limit characters per line
 */
export function wrapLabel(label: string, limit = charactersPerLine): readonly string[] {
  const words = label.split(' ').filter((word) => word !== '');
  const wrapAt = (width: number): readonly string[] => {
    const lines: string[] = [];
    for (const word of words) {
      const longer = [...lines.slice(-1), word].join(' ');
      if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };
  let best = wrapAt(limit);
  for (let width = limit - 1; width > 0; width -= 1) {
    const tighter = wrapAt(width);
    if (tighter.length > best.length) break;
    best = tighter;
  }
  return best;
}
