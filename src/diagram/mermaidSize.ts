/**
 * What the editor gives Mermaid to draw. With the largest number of parts, Mermaid takes about a second; in
 * some browsers the frame in which it runs stops the page around it for as long.
 */
export const mostCharacters = 20_000;
/** Lines, boxes and arrows together. */
export const mostParts = 300;

export interface MermaidSize {
  readonly characters: number;
  /** Counted roughly, and rather too high than too low. */
  readonly parts: number;
}

/** Counts what Mermaid has to place in a text. It stops counting parts of a text that is too long. */
export function mermaidSize(text: string): MermaidSize {
  const characters = text.length;
  if (characters > mostCharacters) return { characters, parts: 0 };
  const parts = text
    .split(/[\n;]/)
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('%%'))
    .reduce((sum, line) => sum + partsOf(line), 0);
  return { characters, parts };
}

export const fitsMermaid = (text: string): boolean => {
  const { characters, parts } = mermaidSize(text);
  return characters <= mostCharacters && parts <= mostParts;
};

/** `A & B --> C & D` has four boxes and four arrows; a longer arrow takes more room. */
function partsOf(line: string): number {
  const arrows = line.match(arrow) ?? [];
  const groups = line.split(arrow).map((group) => group.split('&').length);
  return arrows.reduce((sum, drawn, index) => {
    const [from = 1, to = 1] = groups.slice(index, index + 2);
    return sum + to + from * to * Math.ceil(drawn.length / 4);
  }, groups[0] ?? 1);
}

const arrow = /(?:--|==|-\.|~~|->)[-=.~]*/g;
