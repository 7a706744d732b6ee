/** The presenter's page and the audience's screen, below the site's base. */
export const presenterPath = 'workshop/present/';
export const audiencePath = 'workshop/screen/';

/** Name of the channel between the two. */
export const presentationChannel = 'presentation';

/** Name of the channel between several tabs of the presenter's page. */
export const presentersChannel = 'presenters';

/** What the audience's screen says when it has just been opened. */
export const askForPresentation = 'where are we';
