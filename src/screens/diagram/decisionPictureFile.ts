/** Where the picture of the whole decision lies, below the base: the same for every walk. */
export const decisionPictureFile = 'decision.svg';
