/** Ids of the elements that the presenter’s page and the audience’s screen are drawn into; `audience` alone is the anchor of a question on other pages. */
export const presenterId = 'presenter';
export const audienceScreenId = 'audience-screen';
