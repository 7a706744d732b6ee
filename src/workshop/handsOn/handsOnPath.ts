/** The exercises with the look-alike org, below the site's base. */
export const handsOnPath = 'workshop/hands-on/';
