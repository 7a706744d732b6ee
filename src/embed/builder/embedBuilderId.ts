/** Id of the place on the builder's page that its fields are drawn into. */
export const embedBuilderId = 'embed-builder';
