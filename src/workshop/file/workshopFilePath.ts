/** The workshop as one file to take along, below the site's base. */
export const workshopFilePath = 'workshop/workshop.html';
