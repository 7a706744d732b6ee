/** Id of the place in which one practises. */
export const practiceId = 'practice';
