/** Keeps the numbers with the highest scores; of equal ones, the first. */
export interface Best {
  readonly add: (number: number, score: number) => void;
  /** The highest first. */
  readonly list: () => readonly number[];
}

/** Makes a list that keeps this many numbers, so that nothing else needs sorting. */
export function bestOf(most: number): Best {
  const numbers: number[] = [];
  const scores: number[] = [];
  return {
    add(number, score) {
      if (numbers.length === most && score <= (scores.at(-1) ?? 0)) return;
      let at = numbers.length === most ? most - 1 : numbers.length;
      while (at > 0 && (scores[at - 1] ?? 0) < score) {
        numbers[at] = numbers[at - 1] ?? 0;
        scores[at] = scores[at - 1] ?? 0;
        at -= 1;
      }
      numbers[at] = number;
      scores[at] = score;
    },
    list: () => numbers,
  };
}
