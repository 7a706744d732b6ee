/** Id of the place in which one practises. */
export const practiceDeskId = 'practice';
