const form = /^#add=([\w:-]{1,200})$/;

/** The fragment that adds an operation to what is selected in this tab. */
export const addingFragment = (reference: string): string => `#add=${reference}`;

/** The reference that a fragment adds; undefined where it says something else. */
export const addedBy = (fragment: string): string | undefined => form.exec(fragment)?.[1];
