/** The heading above the list of errors. */
export const errorsHeading = 'What does this error mean?';
