import { sourcesOf } from '#guide/citations.ts';

import { scenarios } from './scenarios/scenarios.ts';

/** Everything that the cards rest on, in the order of the page. */
export const workshopSources = sourcesOf(scenarios);
