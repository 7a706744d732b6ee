import { cardFile } from '#diagram/card.ts';
import type { Walk } from '#guide/replay.ts';
import { shortestWalkTo } from '#guide/walks.ts';

import { pathOf } from './address.ts';

/**
 * Returns the page that the card of a state is beside: every walk to the state shows the card of
 * the shortest one.
 */
export const cardPageOf = ({ node }: Pick<Walk, 'node'>): string =>
  pathOf(shortestWalkTo(node).answers);

/** Gives the address of the card of a state, relative to the site's base. */
export const cardPathOf = (walk: Pick<Walk, 'node'>): string => cardPageOf(walk) + cardFile;
