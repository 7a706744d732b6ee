import type { Confidence } from './prediction.ts';
import type { Level } from './scenario.ts';

/** What the levels mean to the person who picks cards. */
export const levelWords: Readonly<
  Record<Level, { readonly label: string; readonly means: string }>
> = {
  first: { label: 'First', means: 'One fact decides.' },
  ambiguous: { label: 'Ambiguous', means: 'Even people who know the field disagree at first.' },
  trap: { label: 'Trap', means: 'The tempting answer is the wrong one.' },
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  guess: 'A guess',
  fairlySure: 'Fairly sure',
  certain: 'Certain',
};
