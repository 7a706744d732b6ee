/** The most words that a sentence of the guide may have, unless it quotes somebody. */
export const longest = 25;
