/** Id of the element for practice. */
export const practiceId = 'practice';
