/**
 * Why code did not come, and what helps. Where the site answers, a new version has taken the place
 * of the one that the page belongs to; a browser asks for a script that failed again only once the
 * page is loaded anew.
 */
export const missingReasons = {
  offline: 'The site cannot be reached: load the page again once you are online.',
  outdated: 'The site has probably changed since you opened this page: load the page again.',
} as const;

/** What the button beside these words says. */
export const loadAgain = 'Load the page again';
