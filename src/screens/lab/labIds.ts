/** Id of the place that the lab is drawn into. */
export const labId = 'lab';

/** Id of the fold with the recorded exchanges. */
export const labRecordedId = 'recorded';
