import catalogueJson from './catalogue.json' with { type: 'json' };
import { type CatalogueFile, readCatalogue } from './catalogueFile.ts';
import type { Catalogue } from './operation.ts';

/**
 * Okta's operations, as committed. The data of a thousand operations is large: pages load it with
 * `import()` where they use it.
 */
export const oktaCatalogue: Catalogue = readCatalogue(catalogueJson as unknown as CatalogueFile);
