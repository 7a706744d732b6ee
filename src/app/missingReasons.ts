/**
 * Why code could not be loaded, and what helps. If the site answers, a new version has replaced the
 * one that the page belongs to. A browser asks again for a script that failed only once the page is
 * reloaded.
 */
export const missingReasons = {
  offline: 'The site cannot be reached: load the page again once you are online.',
  outdated: 'The site has probably changed since you opened this page: load the page again.',
} as const;

/** The label of the button beside these words. */
export const loadAgain = 'Load the page again';
