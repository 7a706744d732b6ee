/** Where the maker of key pairs is drawn, once a person opens it. */
export const keyMakerId = 'key-maker';

/** What opens it. */
export const keyMakerFoldId = 'key-maker-fold';
