import type { ClaimStatus } from './claim.ts';

/** The words for a claim's status, wherever one is shown. */
export const claimStatusWords: Readonly<
  Record<ClaimStatus, { readonly label: string; readonly meaning: string }>
> = {
  agreed: {
    label: 'Documented',
    meaning: 'The sources say it, and we found none that contradicts them.',
  },
  conflict: {
    label: 'Sources disagree',
    meaning: 'Two official texts contradict each other. You see both, and what we make of it.',
  },
  inferred: {
    label: 'Our reading',
    meaning: 'We conclude it from the sources. None of them says it in so many words.',
  },
  unknown: {
    label: 'Not documented',
    meaning: 'We looked for a public text and found none, so the guide asserts nothing.',
  },
};
