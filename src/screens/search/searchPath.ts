/** Where the page of the search lies, below the base. */
export const searchPath = 'search/';
