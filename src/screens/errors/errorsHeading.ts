/** What stands at the top of the list of errors. */
export const errorsHeading = 'What does this error mean?';
