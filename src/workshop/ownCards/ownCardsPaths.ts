/** Where cards are written, below the site's base. */
export const ownCardsPath = 'workshop/cards/';

/** The published schema of a file of cards, below the site's base. */
export const cardSchemaPath = 'workshop/cards.schema.json';

/** Id of the place that the editor is drawn into. */
export const ownCardsId = 'own-cards';
