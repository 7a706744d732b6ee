/** Words that a sentence of the guide has at most, unless it quotes somebody. */
export const longest = 25;
