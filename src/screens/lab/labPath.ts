/** Where the lab lies, below the base. */
export const labPath = 'lab/';

/** The heading of its page. */
export const labHeading = 'See every request, and break it';

/** Id of the place that the lab is drawn into. */
export const labId = 'lab';

/** Id of the fold with the recorded exchanges. */
export const labRecordedId = 'recorded';
