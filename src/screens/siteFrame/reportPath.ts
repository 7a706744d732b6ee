/** Where to say that something is wrong, below the base. */
export const reportPath = 'about/';
