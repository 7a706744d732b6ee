/** The place on the page of errors where the script puts its box. */
export const errorsIslandId = 'errors-island';
