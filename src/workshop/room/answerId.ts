/** Id of the place that the answers are given in; apart, so that a page's first script stays small. */
export const answerId = 'answer';
