const adding = /^#add=([\w:-]{1,200})$/;
const showing = /^#show=([\w:-]{1,200})$/;
const finding = /^#find=([\w.:-]{1,200})$/;

/** The fragment that adds an operation to what is selected in this tab. */
export const addingFragment = (reference: string): string => `#add=${reference}`;

/** The reference that a fragment adds; undefined where it says something else. */
export const addedBy = (fragment: string): string | undefined => adding.exec(fragment)?.[1];

/** The fragment that shows an operation alone; what is selected in this tab waits beside it. */
export const showingFragment = (reference: string): string => `#show=${reference}`;

/** The reference that a fragment shows alone; undefined where it says something else. */
export const shownBy = (fragment: string): string | undefined => showing.exec(fragment)?.[1];

/** The fragment that looks for the operations of a scope. */
export const findingFragment = (scope: string): string => `#find=${scope}`;

/** What a fragment looks for; undefined where it says something else. */
export const soughtBy = (fragment: string): string | undefined => finding.exec(fragment)?.[1];
