/**
 * The workshop as one file to take along, below the site's base; in a folder of its own, because the
 * pages of a folder share one policy, and this one has its own within it.
 */
export const workshopFilePath = 'take-along/workshop.html';
