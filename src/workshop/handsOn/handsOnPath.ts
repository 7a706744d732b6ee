/** The exercises in the lab and with the look-alike org, below the site's base. */
export const handsOnPath = 'workshop/hands-on/';

/** Id of the place that the tasks are drawn into. */
export const tasksId = 'tasks';
