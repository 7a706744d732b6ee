/** Where the lab lies, below the base. */
export const labPath = 'lab/';

/** The heading of its page. */
export const labHeading = 'See every request, and break it';
